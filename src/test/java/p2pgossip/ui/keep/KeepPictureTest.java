package p2pgossip.ui.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.draw.Svg;

/// Pictures that are kept.
class KeepPictureTest extends KeepMenuOnScreen {

  @Test
  void aPictureHasAsManyPixelsAsTheScreenAndNoControls() throws IOException {
    Path file = folder.resolve("picture.png");

    choose("keep-picture-graph", file);
    runInBackground();

    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isEqualTo(120);
    assertThat(picture.getHeight()).isEqualTo(80);
    assertThat(picture.getRGB(60, 40)).isEqualTo(0xff3050a0);
    assertThat(said).containsExactly("+ Picture of 120 x 80 pixels saved to " + file + ".");
  }

  @Test
  void theExtensionSaysWhetherAPictureIsSavedInVectors() throws IOException {
    Path file = folder.resolve("picture.svg");

    choose("keep-picture-graph", file);
    runInBackground();

    assertThat(answers.asked)
        .isEqualTo("Save a picture: gossip-graph-2026-11-22-0930[[png], [svg]]");
    assertThat(said).containsExactly("+ Drawing of the graph saved to " + file + ".");
    Svg svg = Svg.parse(Files.readString(file));
    assertThat(svg.texts("/svg/title")).containsExactly("Two");
    assertThat(svg.count("//line")).isEqualTo(1);
  }

  @Test
  void whatCanNotBeDrawnIsSavedInPixelsAlone() {
    choose("keep-picture-diagram", folder.resolve("picture.png"));

    assertThat(answers.asked).endsWith("[[png]]");
  }

  /// PNG can hold texts, moments and places in chunks of their own (W3C, "Portable Network
  /// Graphics", 11).
  @Test
  void aPictureHoldsNothingButItsPixels() throws IOException {
    Path file = folder.resolve("picture.png");

    choose("keep-picture-graph", file);
    runInBackground();

    Set<String> chunks = new TreeSet<>();
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).position(8);
    while (bytes.hasRemaining()) {
      int length = bytes.getInt();
      byte[] type = new byte[4];
      bytes.get(type);
      chunks.add(new String(type, StandardCharsets.US_ASCII));
      // Its content, and the sum by which it is checked.
      bytes.position(bytes.position() + length + 4);
    }
    assertThat(chunks).containsExactly("IDAT", "IEND", "IHDR");
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aPictureOfWhatIsNotShownSaysHowToShowIt() {
    lesson.withoutDiagram = true;
    choose("keep-picture-diagram", folder.resolve("picture.png"));

    assertThat(background.size()).isZero();
    assertThat(said).containsExactly("- Show the diagram first.");
  }

  @Test
  void aPictureShowsWhatIsSeenBehindIt() throws IOException {
    Path file = folder.resolve("picture.png");
    robot.interact(
        () -> {
          shown.setStyle("");
          Objects.requireNonNull(shown.getParent()).setStyle("-fx-background-color: #102030;");
        });

    choose("keep-picture-graph", file);
    runInBackground();

    assertThat(ImageIO.read(file.toFile()).getRGB(60, 40)).isEqualTo(0xff102030);
  }
}
