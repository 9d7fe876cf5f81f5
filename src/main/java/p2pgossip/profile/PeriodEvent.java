package p2pgossip.profile;

import java.time.Duration;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;

/// The beginning of a peer's period, in a flight recording.
@Name("p2pgossip.Period")
@Label("Period")
@Category("p2pgossip")
@Description("A period of a peer began")
@StackTrace(false)
final class PeriodEvent extends Event {

  @Label("Peer")
  @Nullable String peer;

  @Label("Number")
  long number;

  @Label("Neighbours")
  @Description("Neighbours that are sent a sentence in it; 0 if no sentences are sent")
  int neighbors;

  @Label("Lateness")
  @Description("After its planned time")
  @Timespan(Timespan.NANOSECONDS)
  long lateness;

  private PeriodEvent() {
    super();
  }

  static void began(PeerAddress address, GossipEvent.PeriodBegan began, Duration lateness) {
    PeriodEvent event = new PeriodEvent();
    if (event.shouldCommit()) {
      event.peer = address.toString();
      event.number = began.number();
      event.neighbors = began.message() == null ? 0 : began.neighbors();
      event.lateness = lateness.toNanos();
      event.commit();
    }
  }
}
