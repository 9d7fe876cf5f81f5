package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sender;

/// Observations of messages and copies that pass from one peer to another.
public final class Passing {

  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final Failure LOST = new Failure(Failure.Kind.TIMED_OUT, "no answer within 5 s");

  private Passing() {}

  public static Observation messageSent(long flight, PeerAddress from, PeerAddress to) {
    return happened(from, new GossipEvent.MessageSent(NOW, flight, to, "psst"));
  }

  public static Observation messageDelivered(long flight, PeerAddress from, PeerAddress to) {
    return happened(from, new GossipEvent.MessageDelivered(NOW, flight, to, Duration.ofMillis(1)));
  }

  public static Observation messageFailed(long flight, PeerAddress from, PeerAddress to) {
    return happened(from, new GossipEvent.MessageFailed(NOW, flight, to, "psst", LOST));
  }

  public static Observation messageReceived(PeerAddress from, PeerAddress to) {
    return happened(to, new GossipEvent.MessageReceived(NOW, new Sender.Named(from), "psst"));
  }

  public static Observation copySent(PeerAddress from, long number, PeerAddress to) {
    return happened(from, new GossipEvent.CopySent(NOW, to, copy(from, number), false));
  }

  /// @param news whether the receiver had not heard it yet
  public static Observation copyArrived(
      PeerAddress from, long number, PeerAddress to, boolean news) {
    Sender sender = new Sender.Named(from);
    return happened(
        to,
        news
            ? new GossipEvent.RumorHeard(NOW, copy(from, number), sender, false)
            : new GossipEvent.RumorRepeated(NOW, copy(from, number), sender, false));
  }

  /// As the sender reports it.
  public static Observation copyDelivered(
      PeerAddress from, long number, PeerAddress to, Hearing hearing) {
    return happened(
        from,
        new GossipEvent.CopyDelivered(NOW, to, copy(from, number), hearing, Duration.ofMillis(1)));
  }

  public static Observation copyLost(PeerAddress from, long number, PeerAddress to) {
    return happened(from, new GossipEvent.CopyFailed(NOW, to, copy(from, number), LOST));
  }

  public static Observation asked(PeerAddress from, PeerAddress to) {
    return happened(from, new GossipEvent.RumorsAsked(NOW, 1, to, Digest.Purpose.values()[0]));
  }

  private static Copy copy(PeerAddress from, long number) {
    return new Copy(new Rumor(new RumorId("rumour"), from, NOW, "Hark"), 1, number);
  }

  private static Observation happened(PeerAddress observer, GossipEvent event) {
    return new Observation.Happened(observer, event);
  }
}
