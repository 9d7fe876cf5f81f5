package p2pgossip.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {

  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void anOldFileIsReplacedWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "the old one, which was longer");

    Saving.save(file, out -> out.write("new".getBytes(UTF_8)));

    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void aDiskThatIsFullCostsNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");

    assertThatThrownBy(
            () ->
                Saving.save(
                    file,
                    out -> {
                      out.write("new".getBytes(UTF_8));
                      throw new IOException("No space left on device");
                    }))
        .hasMessage("No space left on device");

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void aLinkGoesOnLeadingToTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);

    Saving.save(link, out -> out.write("new".getBytes(UTF_8)));

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasContent("new");
  }

  @Test
  void whatCanNotBeWrittenIsSaidInWords() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));

    assertThatThrownBy(() -> Saving.save(inside, out -> out.write(1)))
        .isInstanceOfSatisfying(
            FileSystemException.class,
            failure -> assertThat(FailureInWords.of(failure)).isEqualTo("it is a folder"));
    assertThatThrownBy(() -> Saving.save(folder.resolve("no/such.txt"), out -> out.write(1)))
        .isInstanceOfSatisfying(
            NoSuchFileException.class,
            failure ->
                assertThat(FailureInWords.of(failure))
                    .isEqualTo("there is no such file or folder"));
  }
}
