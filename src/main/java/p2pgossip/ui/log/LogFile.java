package p2pgossip.ui.log;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import p2pgossip.file.WholeFile;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;

/// Saves lines as a text file in UTF-8, one line each.
final class LogFile {

  private LogFile() {}

  /// Blocks while it writes; for any thread but that of JavaFX. A file that is there is
  /// replaced, once all is written.
  static void write(Path file, List<JournalLine> lines, LineFormat format) throws IOException {
    WholeFile.save(
        file,
        out -> {
          try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            for (JournalLine line : lines) {
              writer.write(format.format(line));
              writer.write('\n');
            }
          }
        });
  }

  /// What went wrong, fit to stand behind a colon; the exceptions themselves often say only the
  /// name of the file.
  static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no such folder";
      case AccessDeniedException _ -> "you may not write there";
      case FileSystemException it when it.getReason() != null -> it.getReason();
      default -> Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    };
  }
}
