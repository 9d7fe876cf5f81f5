package p2pgossip;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the terminal that the program is started from would have it do otherwise in each country:
/// numbers, words and letters.
final class Terminal {

  /// The JVM's own: in it arguments, variables of the environment and names of files are read.
  private static final String NAMES = System.getProperty("sun.jnu.encoding", "UTF-8");

  /// Stands where a byte could not be read as a letter.
  private static final char LOST = '\uFFFD';

  private Terminal() {}

  /// Has everything speak English, write numbers with the digits 0 to 9 and print UTF-8, libraries
  /// too. Called before anything else is loaded.
  static void leaveBehind() {
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

  /// What to say when letters of the flags were lost on the way here.
  static Optional<String> lostLetters(String... flags) {
    return reachesAll()
        ? Optional.empty()
        : Arrays.stream(flags)
            .filter(flag -> flag.indexOf(LOST) >= 0)
            .findFirst()
            .map(flag -> "\"" + flag + "\": letters were lost, because " + advice());
  }

  /// What to say of a name of a file that can't be used.
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
