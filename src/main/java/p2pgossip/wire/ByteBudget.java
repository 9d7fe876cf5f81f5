package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The bytes that remain for the items of an array.
final class ByteBudget {

  private int left;

  ByteBudget(int bytes) {
    left = bytes;
  }

  /// Writes an array of as many items, in their order, as fit; the rest is left out.
  <T> void write(JsonWriter out, List<T> items, Codec<T> codec) throws IOException {
    out.beginArray();
    for (T item : items) {
      String json = JsonOutput.compactText(inner -> codec.write(inner, item));
      if (!take(json)) {
        break;
      }
      out.jsonValue(json);
    }
    out.endArray();
  }

  /// Takes the bytes of one more item and its comma, if enough remain.
  ///
  /// @return whether they did
  private boolean take(String json) {
    int needed = json.getBytes(StandardCharsets.UTF_8).length + 1;
    if (needed > left) {
      return false;
    }
    left -= needed;
    return true;
  }
}
