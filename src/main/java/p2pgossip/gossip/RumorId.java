package p2pgossip.gossip;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// The name of one rumour, the same on every peer.
///
/// @param text 1 to 64 of the characters `A-Z a-z 0-9 . _ -`
public record RumorId(String text) implements Comparable<RumorId> {

  public static final int LONGEST = 64;

  /// @throws IllegalArgumentException when the text is empty, too long, or has other characters
  public RumorId {
    if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(RumorId::isAllowed)) {
      throw new IllegalArgumentException(
          "a rumour's id must be 1 to 64 letters, digits, '.', '_' or '-'");
    }
  }

  private static boolean isAllowed(int character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || character == '.'
        || character == '_'
        || character == '-';
  }

  /// 16 hexadecimal digits. The probability that two of a million rumours get the same name is 3 in
  /// 10^8.
  public static RumorId random(RandomGenerator random) {
    return new RumorId(HexFormat.of().toHexDigits(random.nextLong()));
  }

  @Override
  public int compareTo(RumorId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
