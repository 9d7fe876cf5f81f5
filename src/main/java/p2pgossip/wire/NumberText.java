package p2pgossip.wire;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Quote;

/// Reads numbers of JSON within a range.
final class NumberText {

  private NumberText() {}

  /// A whole number from `least` to `most`, both taken as unsigned.
  ///
  /// @throws IllegalArgumentException when it is not, as in "must be a whole number from 0 to 9,
  ///     not 10"
  static long whole(String digits, long least, long most) {
    try {
      long number = Long.parseUnsignedLong(digits);
      if (Long.compareUnsigned(number, least) >= 0 && Long.compareUnsigned(number, most) <= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw not(range(least, most), digits, e);
    }
    throw not(range(least, most), digits, null);
  }

  /// The words for what [#whole] accepts.
  static String range(long least, long most) {
    return "must be a whole number from " + least + " to " + Long.toUnsignedString(most);
  }

  /// A whole number that may be negative.
  ///
  /// @throws IllegalArgumentException when it is not
  static long signed(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw not("must be a whole number of at most 64 bits", digits, e);
    }
  }

  /// A number of any kind, from 0 to `most`.
  ///
  /// @throws IllegalArgumentException when it is not
  static double fraction(String digits, int most) {
    double number = Double.parseDouble(digits);
    if (!(number >= 0 && number <= most)) {
      throw not("must be a number from 0 to " + most, digits, null);
    }
    return number;
  }

  private static IllegalArgumentException not(
      String wanted, String digits, @Nullable NumberFormatException cause) {
    return new IllegalArgumentException(wanted + ", not " + Quote.shorten(digits), cause);
  }
}
