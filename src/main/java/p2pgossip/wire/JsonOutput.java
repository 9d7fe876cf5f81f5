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
    StringWriter text = new StringWriter(192);
    JsonWriter out = new JsonWriter(text);
    out.setStrictness(Strictness.STRICT);
    try {
      body.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
