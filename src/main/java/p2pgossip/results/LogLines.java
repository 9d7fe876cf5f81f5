package p2pgossip.results;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.UserFile;

/// Reads the lines of a log, holding one at a time. A last line without its end is left out, since
/// it may just be written.
final class LogLines implements Closeable {

  private static final int LONGEST = 1 << 15;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int filled;
  private long number;

  LogLines(Path file) throws IOException {
    in = UserFile.open(file);
  }

  /// The number of the line that was read last, from 1.
  long number() {
    return number;
  }

  /// The next line, cut where it is longer than any can be; null if there is none.
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    while (true) {
      if (position == filled) {
        position = 0;
        filled = in.read(buffer);
        if (filled <= 0) {
          filled = 0;
          return null;
        }
      }
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      line.write(
          buffer, position, Math.min(end - position, LONGEST - Math.min(LONGEST, line.size())));
      boolean whole = end < filled;
      position = whole ? end + 1 : end;
      if (whole) {
        number++;
        return line.toString(StandardCharsets.UTF_8);
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
