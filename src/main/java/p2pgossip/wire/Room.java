package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The bytes that are left for the items of an array.
final class Room {

  private int left;

  Room(int bytes) {
    left = bytes;
  }

  /// Writes an array of as many items, in their order, as there is room for; those behind them are
  /// left out.
  <T> void write(JsonWriter out, List<T> items, Codec<T> codec) throws IOException {
    out.beginArray();
    for (T item : items) {
      String json = JsonOutput.compactText(inner -> codec.write(inner, item));
      if (!takes(json)) {
        break;
      }
      out.jsonValue(json);
    }
    out.endArray();
  }

  /// Whether there is room for one more item and its comma; then it is taken.
  private boolean takes(String json) {
    int needed = json.getBytes(StandardCharsets.UTF_8).length + 1;
    if (needed > left) {
      return false;
    }
    left -= needed;
    return true;
  }
}
