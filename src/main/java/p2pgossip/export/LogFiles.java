package p2pgossip.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import p2pgossip.file.WholeFile;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;
import p2pgossip.wire.JournalLineJson;

/// Writes the log of a window to a file, one line each, in UTF-8.
public final class LogFiles {

  private LogFiles() {}

  /// For people.
  ///
  /// @throws IOException when it can't be written; an old file stays as it was
  public static void writeText(
      Path file, List<JournalLine> lines, LineFormat format, Progress progress) throws IOException {
    write(file, lines, line -> format.format(line).getBytes(StandardCharsets.UTF_8), progress);
  }

  /// For programs: each line is an object, as in [JournalLineJson].
  ///
  /// @throws IOException when it can't be written; an old file stays as it was
  public static void writeJson(Path file, List<JournalLine> lines, Progress progress)
      throws IOException {
    write(file, lines, JournalLineJson::write, progress);
  }

  private static void write(
      Path file, List<JournalLine> lines, Function<JournalLine, byte[]> form, Progress progress)
      throws IOException {
    WholeFile.save(
        file,
        out -> {
          Progress.Parts parts = progress.parts(lines.size());
          for (JournalLine line : lines) {
            out.write(form.apply(line));
            out.write('\n');
            parts.next();
          }
        });
  }
}
