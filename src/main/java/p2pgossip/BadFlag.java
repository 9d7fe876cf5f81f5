package p2pgossip;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/// Says in one line what is wrong with a flag.
final class BadFlag {

  private BadFlag() {}

  /// The flag as it is usually written, the value, and what is allowed.
  static String inWords(ParameterException cause) {
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
