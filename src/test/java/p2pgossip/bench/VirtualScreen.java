package p2pgossip.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/// A separate screen with a window manager: Xvfb and openbox. Its pixels are in a file that is
/// mapped into memory, so that watching it takes next to nothing from the program that draws.
final class VirtualScreen implements AutoCloseable {

  private final Path folder = Files.createTempDirectory("p2pgossip-screen");
  private final Path log = folder.resolve("log");
  private final Process server;
  private final Process windowManager;
  private final String display;
  private final IntBuffer pixels;
  private final int pixelsInRow;

  VirtualScreen() throws IOException {
    this(1_600, 1_000);
  }

  VirtualScreen(int width, int height) throws IOException {
    server =
        new ProcessBuilder(
                "Xvfb",
                "-displayfd",
                "1",
                "-fbdir",
                folder.toString(),
                "-screen",
                "0",
                width + "x" + height + "x24",
                "-nolisten",
                "tcp")
            .redirectError(log.toFile())
            .start();
    String number = server.inputReader().readLine();
    if (number == null) {
      throw new IOException("Xvfb did not start: " + Files.readString(log));
    }
    display = ":" + number;
    // An XWD file, XWDFile.h: a header of 32-bit numbers, a map of colours, the pixels.
    ByteBuffer file;
    try (FileChannel channel =
        FileChannel.open(folder.resolve("Xvfb_screen0"), StandardOpenOption.READ)) {
      file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
    int headerBytes = file.getInt(0);
    int colors = file.getInt(19 * Integer.BYTES);
    pixelsInRow = file.getInt(12 * Integer.BYTES) / Integer.BYTES;
    pixels =
        file.position(headerBytes + colors * 12)
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN)
            .asIntBuffer();
    Path ready = folder.resolve("ready");
    ProcessBuilder manager = new ProcessBuilder("openbox", "--startup", "touch " + ready);
    manager.environment().put("DISPLAY", display);
    windowManager = manager.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Waiting.until("the window manager runs", () -> Files.exists(ready));
  }

  /// For a program that is to appear here and leave no settings behind.
  Map<String, String> environment() {
    return Map.of("DISPLAY", display, "GDK_BACKEND", "x11", "XDG_CONFIG_HOME", folder.toString());
  }

  /// Whether anything such as text is drawn across the middle of a window near the top left corner:
  /// more colours than a bare background or an empty window has.
  boolean showsText() {
    return hasColors(60, 380, 1_150, 100);
  }

  /// The same for the header of our window, below its title bar.
  boolean showsHeader() {
    return hasColors(60, 55, 1_150, 35);
  }

  /// The same for the left of our window, where its form is.
  boolean showsForm() {
    return hasColors(40, 140, 260, 300);
  }

  /// The same for the middle of our window, where its graph is.
  boolean showsGraph() {
    return hasColors(450, 250, 500, 200);
  }

  boolean isEmpty() {
    return !showsHeader() && !showsText();
  }

  private boolean hasColors(int left, int top, int width, int height) {
    int[] seen = new int[6];
    int count = 0;
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        int color = pixels.get(y * pixelsInRow + x);
        int i = 0;
        while (i < count && seen[i] != color) {
          i++;
        }
        if (i == count) {
          seen[count++] = color;
          if (count == seen.length) {
            return true;
          }
        }
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    windowManager.destroy();
    server.destroy();
    try {
      windowManager.waitFor();
      server.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(VirtualScreen::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
