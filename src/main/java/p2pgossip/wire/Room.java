package p2pgossip.wire;

import java.nio.charset.StandardCharsets;

/// The bytes that are left for the items of an array.
final class Room {

  private int left;

  Room(int bytes) {
    left = bytes;
  }

  /// Whether there is room for one more item and its comma; then it is taken.
  boolean takes(String json) {
    int needed = json.getBytes(StandardCharsets.UTF_8).length + 1;
    if (needed > left) {
      return false;
    }
    left -= needed;
    return true;
  }
}
