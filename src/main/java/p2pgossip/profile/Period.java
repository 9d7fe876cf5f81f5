package p2pgossip.profile;

import java.time.Duration;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;

/// The beginning of a peer's period, for whoever records it.
public final class Period {

  private Period() {}

  public static void began(PeerAddress address, GossipEvent.PeriodBegan began, Duration lateness) {
    if (Flight.isRecorded()) {
      PeriodEvent.began(address, began, lateness);
    }
  }
}
