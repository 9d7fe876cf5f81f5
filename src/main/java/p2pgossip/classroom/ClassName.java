package p2pgossip.classroom;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import p2pgossip.gossip.Quote;
import p2pgossip.gossip.ShownText;

/// The name of a class, as its teacher gives it: one line that can be shown as it is.
///
/// @param text 1 to 40 characters and at most [#LONGEST_BYTES] bytes of UTF-8, in Unicode's normal
///     form C, without blanks at its ends
public record ClassName(String text) {

  private static final int LONGEST = 40;

  /// Fits into one string of a TXT record, with its key.
  static final int LONGEST_BYTES = 160;

  /// Takes the name as typed.
  ///
  /// @throws IllegalArgumentException when it is no such name, saying why
  public ClassName {
    if (text.length() > LONGEST_BYTES) {
      throw tooLong(text);
    }
    text = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a class needs a name");
    }
    if (text.codePointCount(0, text.length()) > LONGEST
        || text.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      throw tooLong(text);
    }
    if (!isFit(text)) {
      throw new IllegalArgumentException(
          "the name of a class is one line without invisible characters, not " + Quote.of(text));
    }
  }

  private static IllegalArgumentException tooLong(String text) {
    return new IllegalArgumentException(
        "the name of a class has %s characters at most, not as many as %s"
            .formatted(LONGEST, Quote.of(text)));
  }

  private static boolean isFit(String text) {
    int before = ' ';
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      if (!ShownText.isFit(character, before)) {
        return false;
      }
      before = character;
      at += Character.charCount(character);
    }
    return true;
  }

  @Override
  public String toString() {
    return text;
  }
}
