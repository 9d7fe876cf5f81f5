package p2pgossip.fuzz;

import p2pgossip.gossip.GossipEvent;
import p2pgossip.wire.GossipEventJson;
import p2pgossip.wire.Reading;
import p2pgossip.wire.WireException;

/// An event, as it comes from `GET /events`.
public final class EventFuzz {

  private EventFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Reading<GossipEvent> read;
    try {
      read = GossipEventJson.read(input);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    if (!(read instanceof Reading.Understood(GossipEvent event))) {
      return;
    }
    Must.beAtMost(GossipEventJson.LARGEST, GossipEventJson.write(event).length);
    try {
      byte[] written = GossipEventJson.write(event);
      Must.beSame(read, GossipEventJson.read(written));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
