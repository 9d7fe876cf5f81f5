package p2pgossip;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Describes in one line what is wrong with a flag.
final class BadFlag {

  /// The flag that users try for a password.
  private static final String PASSWORD = "--pass";

  private BadFlag() {}

  /// Names the flag in its usual spelling, the value, and the allowed values.
  static String inWords(ParameterException cause) {
    if (cause instanceof UnmatchedArgumentException unmatched
        && unmatched.getUnmatched().stream().anyMatch(it -> it.startsWith(PASSWORD))) {
      // Doesn't repeat the value: printed text is kept longer than the list of processes.
      return "flags can't hold a password, since all users of this machine can read them; write it"
          + " into a file for --password-file, or into the environment's "
          + GivenPassword.VARIABLE;
    }
    String words = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
    if (cause.getArgSpec() instanceof OptionSpec option) {
      String name = shortAndLong(option);
      return cause.getCause() instanceof TypeConversionException conversion
          ? name + ": " + conversion.getMessage()
          : name + ": " + words;
    }
    return words;
  }

  /// The first two names, such as `-P/--period`; the others are aliases from the original.
  private static String shortAndLong(OptionSpec option) {
    String[] names = option.names();
    boolean both = names.length > 1 && names[0].length() == 2;
    return both ? names[0] + "/" + names[1] : names[0];
  }
}
