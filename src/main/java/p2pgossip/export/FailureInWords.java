package p2pgossip.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/// What went wrong with a file; the exceptions themselves often say only its name.
public final class FailureInWords {

  private FailureInWords() {}

  /// Fit to stand behind a colon, with no full stop.
  public static String of(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no such file or folder";
      case AccessDeniedException _ -> "the system does not allow it";
      case FileSystemException it when it.getReason() != null -> it.getReason();
      default -> Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    };
  }
}
