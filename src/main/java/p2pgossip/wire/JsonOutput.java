package p2pgossip.wire;

import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import p2pgossip.gossip.ShownText;

/// Writes JSON strictly, as UTF-8 bytes.
final class JsonOutput {

  /// Writes one value. A `StringWriter` never fails, so neither does this.
  interface Body {
    void writeTo(JsonWriter out) throws IOException;
  }

  private JsonOutput() {}

  static byte[] bytes(Body body) {
    return text(body, FormattingStyle.COMPACT, true).getBytes(StandardCharsets.UTF_8);
  }

  /// As [#bytes], without the fields that are null.
  static byte[] compactBytes(Body body) {
    return compactText(body).getBytes(StandardCharsets.UTF_8);
  }

  static String compactText(Body body) {
    return text(body, FormattingStyle.COMPACT, false);
  }

  /// As [#compactText], with spaces after commas and colons.
  static String spacedText(Body body) {
    return text(body, FormattingStyle.COMPACT.withSpaceAfterSeparators(true), false);
  }

  /// A file for people: each field on a line of its own, without the fields that are null, and a
  /// line break at the end.
  static byte[] file(Body body) {
    return (text(body, FormattingStyle.PRETTY, false) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// Writes a value without line breaks into a file that has them elsewhere, without the fields
  /// that are null.
  static void onOneLine(JsonWriter out, Body value) throws IOException {
    out.jsonValue(spacedText(value));
  }

  private static String text(Body body, FormattingStyle style, boolean withNulls) {
    StringWriter text = new StringWriter(256);
    JsonWriter out = new JsonWriter(text);
    out.setStrictness(Strictness.STRICT);
    out.setFormattingStyle(style);
    out.setSerializeNulls(withNulls);
    try {
      body.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return escaped(text.toString());
  }

  /// Characters that a terminal would obey or hide are written as `\u202e` wherever they are in a
  /// string; to JSON it is the same text.
  private static String escaped(String json) {
    if (isPlain(json)) {
      return json;
    }
    StringBuilder escaped = new StringBuilder(json.length() + 32);
    int before = ' ';
    for (int at = 0; at < json.length(); at += Character.charCount(before)) {
      int character = json.codePointAt(at);
      boolean half = Character.getType(character) == Character.SURROGATE;
      if (character == '\n' || half || ShownText.isFit(character, before)) {
        escaped.appendCodePoint(character);
      } else {
        for (char unit : Character.toChars(character)) {
          escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
      }
      before = character;
    }
    return escaped.toString();
  }

  private static boolean isPlain(String json) {
    for (int i = 0; i < json.length(); i++) {
      if (json.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  /// The text, cut to at most `most` characters, never within a surrogate pair.
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
