package p2pgossip.ui.chart;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// Draws thousands of thin smooth lines into an image. A canvas strokes them as one shape with a
/// million crossings, which takes tenths of a second for 2,000 links; this takes milliseconds.
///
/// The lines are one pixel wide, smoothed after Wu ("An efficient antialiasing technique", SIGGRAPH
/// 1991). Two images take turns, so that the one being shown is never drawn into.
public final class LineRaster {

  private final Page[] pages = {new Page(1, 1), new Page(1, 1)};
  private int turn;
  private Page page = pages[0];
  private int red;
  private int green;
  private int blue;

  private static final class Page {
    private final int width;
    private final int height;
    private final IntBuffer buffer;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> shared;
    private final WritableImage image;

    private Page(int width, int height) {
      this.width = width;
      this.height = height;
      buffer = IntBuffer.allocate(width * height);
      pixels = buffer.array();
      shared = new PixelBuffer<>(width, height, buffer, PixelFormat.getIntArgbPreInstance());
      image = new WritableImage(shared);
    }
  }

  /// Begins an empty picture of this size, in pixels.
  public void begin(double width, double height) {
    turn = 1 - turn;
    int columns = (int) Math.max(1, Math.ceil(width));
    int rows = (int) Math.max(1, Math.ceil(height));
    if (pages[turn].width == columns && pages[turn].height == rows) {
      Arrays.fill(pages[turn].pixels, 0);
    } else {
      pages[turn] = new Page(columns, rows);
    }
    page = pages[turn];
  }

  /// Sets the colour of the lines to come; opaque.
  public void setColor(Color color) {
    red = (int) Math.round(color.getRed() * 255);
    green = (int) Math.round(color.getGreen() * 255);
    blue = (int) Math.round(color.getBlue() * 255);
  }

  /// Draws a line; what is outside is cut off.
  public void line(double fromX, double fromY, double toX, double toY) {
    boolean steep = Math.abs(toY - fromY) > Math.abs(toX - fromX);
    if (steep) {
      walk(fromY, fromX, toY, toX, page.height, true);
    } else {
      walk(fromX, fromY, toX, toY, page.width, false);
    }
  }

  /// Takes one step for each pixel along the longer axis, and shares each between two pixels
  /// across.
  private void walk(
      double from, double acrossFrom, double to, double acrossTo, int length, boolean steep) {
    if (from > to) {
      walk(to, acrossTo, from, acrossFrom, length, steep);
      return;
    }
    double slope = to - from < 1e-9 ? 0 : (acrossTo - acrossFrom) / (to - from);
    int first = Math.max(0, (int) Math.ceil(from));
    int last = Math.min(length - 1, (int) Math.floor(to));
    double across = acrossFrom + slope * (first - from);
    for (int along = first; along <= last; along++) {
      int near = (int) Math.floor(across);
      int part = (int) ((across - near) * 255);
      if (steep) {
        blend(near, along, 255 - part);
        blend(near + 1, along, part);
      } else {
        blend(along, near, 255 - part);
        blend(along, near + 1, part);
      }
      across += slope;
    }
  }

  /// @param cover how much of the pixel the line covers, 0 to 255
  private void blend(int x, int y, int cover) {
    if (x < 0 || y < 0 || x >= page.width || y >= page.height) {
      return;
    }
    int at = y * page.width + x;
    int old = page.pixels[at];
    // Of 256 instead of 255, so that a shift divides.
    int part = cover + (cover >> 7);
    int rest = 256 - part;
    int alpha = (255 * part + (old >>> 24) * rest) >> 8;
    int mixedRed = (red * part + ((old >> 16) & 0xff) * rest) >> 8;
    int mixedGreen = (green * part + ((old >> 8) & 0xff) * rest) >> 8;
    int mixedBlue = (blue * part + (old & 0xff) * rest) >> 8;
    page.pixels[at] = (alpha << 24) | (mixedRed << 16) | (mixedGreen << 8) | mixedBlue;
  }

  /// The finished picture, good until the call of [#begin] after the next.
  public Image end() {
    page.shared.updateBuffer(buffer -> null);
    return page.image;
  }
}
