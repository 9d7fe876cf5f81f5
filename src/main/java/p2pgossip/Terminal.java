package p2pgossip;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Makes the program independent of the terminal's locale: numbers, words and letters.
final class Terminal {

  /// The JVM's character set for arguments, environment variables and file names.
  private static final String NAMES = System.getProperty("sun.jnu.encoding", "UTF-8");

  /// Stands for a byte that could not be decoded.
  private static final char LOST = '\uFFFD';

  private Terminal() {}

  /// Makes everything, libraries included, speak English, write numbers with the digits 0 to 9 and
  /// print UTF-8. Called before anything else is loaded.
  static void useNeutralLocale() {
    Locale.setDefault(Locale.ENGLISH);
    if (!System.getProperty("stdout.encoding", "").equals("UTF-8")) {
      System.setOut(printing(FileDescriptor.out));
    }
    if (!System.getProperty("stderr.encoding", "").equals("UTF-8")) {
      System.setErr(printing(FileDescriptor.err));
    }
  }

  private static PrintStream printing(FileDescriptor to) {
    return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
  }

  /// An error message if letters of the flags were lost on the way here.
  static Optional<String> lostLetters(String... flags) {
    return reachesAll()
        ? Optional.empty()
        : Arrays.stream(flags)
            .filter(flag -> flag.indexOf(LOST) >= 0)
            .findFirst()
            .map(flag -> "\"" + flag + "\": letters are lost, because " + advice());
  }

  /// An error message for a file name that can't be used.
  static String unnameable() {
    return "a name of a file or folder can't be used, because " + advice();
  }

  private static boolean reachesAll() {
    return NAMES.equalsIgnoreCase("UTF-8");
  }

  private static String advice() {
    return "the terminal's character set is " + NAMES + "; start with LC_ALL=C.UTF-8";
  }
}
