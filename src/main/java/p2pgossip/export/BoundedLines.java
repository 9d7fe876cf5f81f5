package p2pgossip.export;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads the lines of a stream, as bytes. Holds no more than one line, and reads no more than the
/// limits allow, whatever size a compressed file expands to.
final class BoundedLines {

  private final InputStream in;
  private final RecordingLimits limits;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private int position;
  private int filled;
  private long bytes;
  private int number;

  BoundedLines(InputStream in, RecordingLimits limits) {
    this.in = in;
    this.limits = limits;
  }

  /// The number of the line that was read last, from 1.
  int number() {
    return number;
  }

  /// The next line, without its end; null if there is none.
  ///
  /// @throws DamagedRecording when it is too long, or can't be decompressed
  byte @Nullable [] next() throws IOException {
    begun.reset();
    boolean any = false;
    while (fill()) {
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      if (begun.size() + end - position > limits.lineBytes()) {
        throw new DamagedRecording(
            number + 1,
            String.format(
                Locale.ROOT, "it must have at most %,d bytes, and has more", limits.lineBytes()));
      }
      begun.write(buffer, position, end - position);
      boolean complete = end < filled;
      position = complete ? end + 1 : end;
      if (complete) {
        break;
      }
    }
    if (!any) {
      return null;
    }
    number++;
    return begun.toByteArray();
  }

  private boolean fill() throws IOException {
    if (position < filled) {
      return true;
    }
    try {
      filled = Math.max(0, in.read(buffer));
    } catch (EOFException e) {
      throw new DamagedRecording(
          number + 1, "the file breaks off here; a part of it is missing", e);
    } catch (ZipException e) {
      throw new DamagedRecording(number + 1, "what follows can't be decompressed", e);
    }
    position = 0;
    bytes += filled;
    if (bytes > limits.bytes()) {
      throw new DamagedRecording(
          number + 1,
          String.format(
              Locale.ROOT,
              "up to here it has more than %,d bytes once decompressed, and no more are read",
              limits.bytes()));
    }
    return filled > 0;
  }
}
