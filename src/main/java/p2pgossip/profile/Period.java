package p2pgossip.profile;

import java.time.Duration;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;

/// Records the beginning of a peer's period, if a recording is in progress.
public final class Period {

  private Period() {}

  public static void began(PeerAddress address, GossipEvent.PeriodBegan began, Duration lateness) {
    if (JfrStatus.isRecording()) {
      PeriodEvent.began(address, began, lateness);
    }
  }
}
