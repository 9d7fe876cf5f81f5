package p2pgossip;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.UserFile;
import p2pgossip.net.password.Password;

/// The password that the program is started with: from a file or the environment, never from a
/// flag, since all users can read flags in the list of processes.
final class GivenPassword {

  static final String VARIABLE = "P2PGOSSIP_PASSWORD";

  /// In bytes; more than any file with only a password has.
  private static final int LARGEST_FILE = 4_096;

  /// Blanks at an end of the password, which an editor doesn't show.
  private static final Pattern BLANK_AT_AN_END = Pattern.compile("^\\uFEFF?\\h|\\h\\r?\\n?\\z");

  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private GivenPassword() {}

  /// @param file null if none is named; then the environment counts
  /// @param environment value of the variable; null or empty for none
  /// @param err gets a warning if other users can read the file
  /// @return null for none
  /// @throws IllegalArgumentException when it is not a valid password, saying where it comes from
  ///     and why
  static @Nullable Password of(@Nullable Path file, @Nullable String environment, PrintStream err) {
    if (file != null) {
      String text = read(file, err);
      Password password = inWords("--password-file: " + file + ": ", text);
      if (BLANK_AT_AN_END.matcher(text).find()) {
        err.println(
            "p2pgossip: the password in "
                + file
                + " begins or ends with a blank, which is part of the password.");
      }
      return password;
    }
    return environment == null || environment.isEmpty()
        ? null
        : inWords("the environment's " + VARIABLE + ": ", environment);
  }

  private static Password inWords(String from, String text) {
    try {
      return Password.of(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(from + e.getMessage(), e);
    }
  }

  private static String read(Path file, PrintStream err) {
    byte[] bytes;
    try {
      bytes = UserFile.read(file, LARGEST_FILE);
      if (isReadableByOthers(file)) {
        err.println(
            "p2pgossip: others on this machine can read "
                + file
                + "; 'chmod 600' keeps it to yourself.");
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("--password-file: " + FailureInWords.withName(file, e), e);
    }
    if (isUtf16(bytes)) {
      throw new IllegalArgumentException(
          "--password-file: " + file + " is UTF-16 text; save it as UTF-8");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("--password-file: " + file + " is not UTF-8 text", e);
    }
  }

  /// Whether an editor or a shell of Windows has written UTF-16: with a byte order mark, or with a
  /// zero byte in every ASCII character.
  private static boolean isUtf16(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int mark = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    return mark == 0xfeff || mark == 0xfffe || bytes[0] == 0 || bytes[1] == 0;
  }

  private static boolean isReadableByOthers(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null
        && view.readAttributes().permissions().stream().anyMatch(OF_OTHERS::contains);
  }
}
