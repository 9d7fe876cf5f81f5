package p2pgossip.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import p2pgossip.fuzz.Must;

/// A recording in a file, compressed or not.
public final class RecordingFuzz {

  private static final RecordingLimits LIMITS = new RecordingLimits(1 << 18, 1_000, 1 << 16);

  /// Output may take more room than input if a text is escaped.
  private static final RecordingLimits AMPLE = new RecordingLimits(1 << 24, 1_000, 1 << 22);

  private RecordingFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    RecordingFile.Opened read;
    try {
      read = RecordingFile.read(new ByteArrayInputStream(input), LIMITS, _ -> {});
    } catch (DamagedRecording e) {
      Must.beOneLine(String.valueOf(e.getMessage()));
      return;
    } catch (IOException e) {
      throw new AssertionError("bytes in memory can always be read", e);
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try {
      RecordingFile.write(
          written,
          read.recorded(),
          read.header().self(),
          read.header().program(),
          read.header().saved(),
          AMPLE,
          _ -> {});
      RecordingFile.Opened again =
          RecordingFile.read(new ByteArrayInputStream(written.toByteArray()), AMPLE, _ -> {});
      Must.beSame(read.recorded(), again.recorded());
      Must.beSame(0, again.unknown());
    } catch (IOException e) {
      throw Must.beReadAgain(e);
    }
  }
}
