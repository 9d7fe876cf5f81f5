package p2pgossip.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;

/// Explains what went wrong with a file; the exceptions themselves often give only its name.
public final class FailureInWords {

  private FailureInWords() {}

  /// The reason; follows a colon, without a full stop.
  public static String of(IOException failure) {
    return switch (failure) {
      case FileSystemException it when it.getReason() != null -> it.getReason();
      case NoSuchFileException _ -> "there is no such file or folder";
      case AccessDeniedException _ -> "the system does not allow it";
      case FileAlreadyExistsException _ -> "there is a file of that name";
      case NotDirectoryException _ -> "it is not a folder";
      case FileSystemException _ -> "the system can't read or write it";
      default ->
          Objects.requireNonNullElse(failure.getMessage(), "the system can't read or write it");
    };
  }

  /// The name of the file, a colon and the reason, for a failure that may lack either.
  ///
  /// @param file that was to be read or written
  public static String withName(Path file, IOException failure) {
    String message = failure.getMessage();
    return message != null && message.startsWith(file + ": ") ? message : file + ": " + of(failure);
  }

  /// The same failure with a message that names the file and the reason.
  static IOException naming(Path file, IOException failure) {
    if (failure instanceof ClosedByInterruptException) {
      return failure;
    }
    String name = file.toString();
    IOException named =
        failure instanceof NoSuchFileException
            ? new NoSuchFileException(name, null, of(failure))
            : new FileSystemException(name, null, of(failure));
    named.initCause(failure);
    return named;
  }
}
