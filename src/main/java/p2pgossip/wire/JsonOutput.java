package p2pgossip.wire;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A body as UTF-8 bytes, written by a strict writer.
final class JsonOutput {

  /// Writes one value. A `StringWriter` never fails, so neither does this.
  interface Body {
    void writeTo(JsonWriter out) throws IOException;
  }

  private JsonOutput() {}

  static byte[] bytes(Body body) {
    return text(body, true).getBytes(StandardCharsets.UTF_8);
  }

  /// The same, with every field left out that is null.
  static byte[] compactBytes(Body body) {
    return compactText(body).getBytes(StandardCharsets.UTF_8);
  }

  static String compactText(Body body) {
    return text(body, false);
  }

  private static String text(Body body, boolean withNulls) {
    StringWriter text = new StringWriter(256);
    JsonWriter out = new JsonWriter(text);
    out.setStrictness(Strictness.STRICT);
    out.setSerializeNulls(withNulls);
    try {
      body.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /// The text, cut to at most `most` characters, never within one that takes two.
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
