package p2pgossip.net;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.wire.GossipEventJson;
import p2pgossip.wire.PeerSnapshotJson;

/// Writes server-sent events, as in the HTML standard, section 9.2.
final class EventStreamText {

  /// The name of an event that shows the peer's state.
  static final String STATE = "state";

  /// The name of an event that reports what happened: such events have none.
  static final String HAPPENED = "";

  /// The field that proves who sent the event, if there is a password.
  static final String MAC = "mac";

  private static final byte[] STATE_START = bytes("event: " + STATE + "\ndata: ");
  private static final byte[] HAPPENED_START = bytes("data: ");
  private static final byte[] END = bytes("\n\n");
  private static final byte[] OPENING = bytes("retry: 3000\n\n");
  private static final byte[] HEARTBEAT = bytes(":\n\n");

  private EventStreamText() {}

  static byte[] opening() {
    return OPENING.clone();
  }

  /// A comment: a sign of life.
  static byte[] heartbeat() {
    return HEARTBEAT.clone();
  }

  static byte[] state(PeerSnapshot snapshot) {
    return join(STATE_START, PeerSnapshotJson.write(snapshot));
  }

  static byte[] happened(GossipEvent event) {
    return join(HAPPENED_START, GossipEventJson.write(event));
  }

  /// The data of an event that was written by this class.
  static byte[] dataOf(String name, byte[] event) {
    int start = (name.equals(STATE) ? STATE_START : HAPPENED_START).length;
    return Arrays.copyOfRange(event, start, event.length - END.length);
  }

  /// An event with a proof of who sent it.
  static byte[] proven(byte[] event, String mac) {
    byte[] field = bytes(MAC + ": " + mac + '\n');
    byte[] proven = Arrays.copyOf(field, field.length + event.length);
    System.arraycopy(event, 0, proven, field.length, event.length);
    return proven;
  }

  /// JSON as written here has no line breaks, so one line of data holds it.
  private static byte[] join(byte[] start, byte[] json) {
    ByteArrayOutputStream joined =
        new ByteArrayOutputStream(start.length + json.length + END.length);
    joined.writeBytes(start);
    joined.writeBytes(json);
    joined.writeBytes(END);
    return joined.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
