package p2pgossip;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in one line what is wrong with a flag.
final class BadFlag {

  /// What somebody writes who takes the password for a flag.
  private static final String PASSWORD = "--pass";

  private BadFlag() {}

  /// The flag as it is usually written, the value, and what is allowed.
  static String inWords(ParameterException cause) {
    if (cause instanceof UnmatchedArgumentException unmatched
        && unmatched.getUnmatched().stream().anyMatch(it -> it.startsWith(PASSWORD))) {
      // It is not said again: what is printed is kept longer than a list of processes.
      return "a password is no flag, since all on this machine can read those; write it into a file"
          + " for --password-file, or into the environment's "
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

  /// The first two names, such as `-P/--period`; those after them are the original's aliases.
  private static String shortAndLong(OptionSpec option) {
    String[] names = option.names();
    boolean both = names.length > 1 && names[0].length() == 2;
    return both ? names[0] + "/" + names[1] : names[0];
  }
}
