package p2pgossip.ui.print;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import p2pgossip.file.WholeFile;

/// Pictures of what is on the screen, as PNG.
public final class Png {

  /// Wider or higher ones are beyond what every graphics card can draw.
  private static final double LARGEST = 8_192;

  private Png() {}

  /// What a node shows now, without controls. Pixel for pixel: most of it is drawn on canvases,
  /// which would only be blurred if they were enlarged. FX thread only.
  public static Image take(Parent node) {
    Bounds bounds = node.getLayoutBounds();
    double longest = Math.max(1, Math.max(bounds.getWidth(), bounds.getHeight()));
    double scale = Math.min(1, LARGEST / longest);
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(scale, scale));
    parameters.setFill(ground(node));
    // It is told where the node stands in its parent.
    Bounds place = node.localToParent(bounds);
    parameters.setViewport(
        new Rectangle2D(
            place.getMinX() * scale,
            place.getMinY() * scale,
            Math.max(1, place.getWidth() * scale),
            Math.max(1, place.getHeight() * scale)));
    return InPictures.during(node, () -> node.snapshot(parameters, null));
  }

  /// What is seen behind a node that has no background of its own.
  private static Paint ground(Node node) {
    for (Parent behind = node.getParent(); behind != null; behind = behind.getParent()) {
      if (behind instanceof Region region
          && region.getBackground() != null
          && !region.getBackground().getFills().isEmpty()) {
        Paint fill = region.getBackground().getFills().getLast().getFill();
        if (fill.isOpaque()) {
          return fill;
        }
      }
    }
    Scene scene = node.getScene();
    Paint fill = scene == null ? null : scene.getFill();
    return fill == null ? Color.WHITE : fill;
  }

  /// For any thread; the image must not change any more.
  public static void write(Path file, Image image) throws IOException {
    WholeFile.save(file, out -> write(out, image));
  }

  static void write(OutputStream out, Image image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(to);
      writer.write(pixels(image));
    } finally {
      writer.dispose();
    }
  }

  private static BufferedImage pixels(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image
          .getPixelReader()
          .getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
      copy.setRGB(0, y, width, 1, row, 0, width);
    }
    return copy;
  }
}
