package p2pgossip.export;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.UserFile;
import p2pgossip.file.WholeFile;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.wire.ObservationJson;
import p2pgossip.wire.Reading;
import p2pgossip.wire.RecordingHeader;
import p2pgossip.wire.RecordingHeaderJson;
import p2pgossip.wire.WireException;

/// A session in a file: lines of JSON in UTF-8, compressed with gzip. The first is a
/// [header][RecordingHeaderJson], each of the others an [observation][ObservationJson]. All times
/// are instants in UTC. An uncompressed file is read too.
public final class RecordingFile {

  /// Without the dot.
  public static final String EXTENSION = "gossip";

  private static final int GZIP_MAGIC = 0x1f8b;

  /// The contents of a file.
  ///
  /// @param header its description of itself
  /// @param unknown the number of observations of types that only a newer program knows
  public record Opened(RecordingHeader header, Recorded recorded, int unknown) {}

  private RecordingFile() {}

  /// @param self the window's own peer; null if there is none
  /// @param program the version of this program
  /// @param now when it is saved
  /// @throws IOException when it can't be written, or is larger than what can be read; an old file
  ///     with that name stays as it was
  public static void write(
      Path file,
      Recorded recorded,
      @Nullable PeerAddress self,
      String program,
      Instant now,
      Progress progress)
      throws IOException {
    WholeFile.save(
        file, out -> write(out, recorded, self, program, now, RecordingLimits.DEFAULT, progress));
  }

  /// The same into a stream, which is closed then.
  public static void write(
      OutputStream out,
      Recorded recorded,
      @Nullable PeerAddress self,
      String program,
      Instant now,
      Progress progress)
      throws IOException {
    write(out, recorded, self, program, now, RecordingLimits.DEFAULT, progress);
  }

  static void write(
      OutputStream file,
      Recorded recorded,
      @Nullable PeerAddress self,
      String program,
      Instant now,
      RecordingLimits limits,
      Progress progress)
      throws IOException {
    int opening = recorded.opening().size();
    int observations = recorded.observations().size();
    RecordingHeader header = new RecordingHeader(program, now, self, opening, observations);
    if (opening + observations > limits.lines()) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "there are %,d observations, and a recording holds at most %,d",
              opening + observations,
              limits.lines()));
    }
    Progress.Parts parts = progress.parts((long) opening + observations);
    try (OutputStream out = new GZIPOutputStream(file, 1 << 16)) {
      long left = writeLine(out, RecordingHeaderJson.write(header), limits.bytes(), limits);
      for (List<Observation> some : List.of(recorded.opening(), recorded.observations())) {
        for (Observation observation : some) {
          left = writeLine(out, ObservationJson.write(observation), left, limits);
          parts.next();
        }
      }
    }
  }

  private static long writeLine(OutputStream out, byte[] line, long left, RecordingLimits limits)
      throws IOException {
    if (line.length + 1 > left) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "it would have more than %,d bytes uncompressed, and no more can be read again",
              limits.bytes()));
    }
    out.write(line);
    out.write('\n');
    return left - line.length - 1;
  }

  /// Reads a file as a whole, or not at all.
  ///
  /// @throws DamagedRecording when it is not a recording, damaged, or too large, saying in which
  ///     line
  /// @throws IOException when it can't be read
  public static Opened read(Path file, Progress progress) throws IOException {
    try (InputStream in = UserFile.open(file)) {
      return read(in, RecordingLimits.DEFAULT, progress);
    } catch (OutOfMemoryError e) {
      // Within the limits, but in memory it takes more room than its text. None of it is kept.
      throw new IOException("it takes more memory than this program may have", e);
    }
  }

  static Opened read(InputStream file, RecordingLimits limits, Progress progress)
      throws IOException {
    BoundedLines lines = new BoundedLines(unpacked(file), limits);
    RecordingHeader header = header(lines.next(), limits);
    int all = header.opening() + header.observations();
    Progress.Parts parts = progress.parts(all);
    List<Observation> opening = new ArrayList<>();
    List<Observation> observations = new ArrayList<>();
    SharedParts shared = new SharedParts();
    int unknown = 0;
    for (int i = 0; i < all; i++) {
      byte[] line = lines.next();
      if (line == null) {
        throw new DamagedRecording(
            lines.number() + 1,
            String.format(
                Locale.ROOT,
                "another observation was expected: the header promises %,d, and the file ends after"
                    + " %,d",
                all,
                i));
      }
      switch (observation(line, lines.number())) {
        case Reading.Unknown<Observation> _ -> unknown++;
        case Reading.Understood<Observation>(Observation observation) ->
            (i < header.opening() ? opening : observations).add(shared.of(observation));
      }
      parts.next();
    }
    if (lines.next() != null) {
      throw new DamagedRecording(
          lines.number(),
          String.format(
              Locale.ROOT, "the end was expected: the header promises no more than %,d", all));
    }
    return new Opened(header, new Recorded(opening, observations), unknown);
  }

  private static InputStream unpacked(InputStream file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
    in.mark(2);
    int start = in.read() << 8 | in.read();
    in.reset();
    if (start != GZIP_MAGIC) {
      return in;
    }
    try {
      return new GZIPInputStream(in, 1 << 16);
    } catch (EOFException | ZipException e) {
      throw new DamagedRecording(1, "it can't be decompressed", e);
    }
  }

  private static RecordingHeader header(byte @Nullable [] line, RecordingLimits limits)
      throws DamagedRecording {
    if (line == null) {
      throw new DamagedRecording(
          1, "the header of a recording was expected, but the file is empty");
    }
    try {
      return RecordingHeaderJson.read(line, limits.lines());
    } catch (WireException e) {
      throw new DamagedRecording(1, "the header of a recording was expected: " + e.reason(), e);
    }
  }

  private static Reading<Observation> observation(byte[] line, int number) throws DamagedRecording {
    try {
      return ObservationJson.read(line);
    } catch (WireException e) {
      throw new DamagedRecording(number, "an observation was expected: " + e.reason(), e);
    }
  }
}
