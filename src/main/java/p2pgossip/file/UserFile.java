package p2pgossip.file;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Opens the files that a user names, in a flag or in a window. Anything that is not a file is
/// refused at once, and so is a file that is too large, since a name may stand for anything:
/// `/dev/zero`, a pipe that nobody writes to, a film.
///
/// Every [IOException] from here is a [FileSystemException] whose message names the file and, after
/// a colon, the reason. If there is nothing, it is a [java.nio.file.NoSuchFileException].
public final class UserFile {

  private UserFile() {}

  /// Reads a whole file.
  ///
  /// @param most bytes that it may have
  /// @throws FileSystemException when it can't be read, is not a file, or is larger
  public static byte[] read(Path file, int most) throws IOException {
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new FileSystemException(
            file.toString(), null, "it is larger than " + most + " bytes");
      }
      return bytes;
    }
  }

  /// Reads a whole file into memory and returns it as a stream.
  ///
  /// @see #read
  public static InputStream readAsStream(Path file, int most) throws IOException {
    return new ByteArrayInputStream(read(file, most));
  }

  /// Opens a file for a caller that limits what it reads.
  ///
  /// @throws FileSystemException when it can't be opened or is not a file; the stream throws the
  ///     same when it can't be read
  public static InputStream open(Path file) throws IOException {
    try {
      FileKind.requireFile(file);
      return new Named(Files.newInputStream(file), file);
    } catch (IOException e) {
      throw FailureInWords.naming(file, e);
    }
  }

  /// For a caller that opens the file itself, to write or create it.
  ///
  /// @throws FileSystemException when there is something other than a file
  public static void requireFileOrNothing(Path file) throws IOException {
    try {
      FileKind.requireFile(file);
    } catch (NoSuchFileException e) {
      // It can be created.
    } catch (IOException e) {
      throw FailureInWords.naming(file, e);
    }
  }

  private static final class Named extends FilterInputStream {

    private final Path file;

    private Named(InputStream in, Path file) {
      super(in);
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        throw FailureInWords.naming(file, e);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return super.read(bytes, offset, length);
      } catch (IOException e) {
        throw FailureInWords.naming(file, e);
      }
    }
  }
}
