package p2pgossip.ui.graph.motion;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Sender;
import p2pgossip.network.Observation;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.graph.motion.MovingMessage.Kind;
import p2pgossip.ui.graph.paint.Projection;

/// Turns what has happened between peers into messages that move: plain messages on the one hand,
/// copies of rumours and questions for them on the other. Each of the two has a bound of its own,
/// so that plain messages never displace the copies of a rumour.
public final class MessageTraffic {

  /// At a slower pace a dot would seem to stand still.
  static final double SLOWEST = 0.02;

  /// At a faster pace a dot would be gone before anybody sees it.
  static final double FASTEST = 10;

  private final MovingMessages messages = new MovingMessages();
  private final MovingMessages copies = new MovingMessages();
  private final MessageLayer layer = new MessageLayer();
  private double pace = 1;

  /// Tells messages apart: each peer counts its own.
  private record MessageKey(PeerAddress from, long number) {}

  private record CopyKey(PeerAddress from, long number, PeerAddress to) {}

  public MessageLayer layer() {
    return layer;
  }

  /// @throws IllegalArgumentException unless it is a number above 0
  public void setPace(double pace) {
    if (!(pace > 0)) {
      throw new IllegalArgumentException("a pace of " + pace + " is not above 0");
    }
    this.pace = Math.clamp(pace, SLOWEST, FASTEST);
  }

  /// How many messages are drawn.
  public int inAir() {
    return messages.inAir().size() + copies.inAir().size();
  }

  /// Starts the messages that these observations tell of. A message that both ends report is shown
  /// once: as its sender reports it if the sender is watched, else as its receiver does.
  ///
  /// @param passed in order
  /// @param watched the peers that report what they do themselves
  /// @param shown whether a peer is in the graph
  /// @return whether any message has set off
  public boolean show(
      List<Observation> passed, Set<PeerAddress> watched, Predicate<PeerAddress> shown) {
    boolean moved = false;
    for (Observation observation : passed) {
      if (observation instanceof Observation.Happened(var _, PeerAddress here, GossipEvent event)) {
        moved |= show(here, event, watched, shown);
      }
    }
    return moved;
  }

  private boolean show(
      PeerAddress here, GossipEvent event, Set<PeerAddress> watched, Predicate<PeerAddress> shown) {
    switch (event) {
      case GossipEvent.MessageSent it -> {
        if (shown.test(here) && shown.test(it.to())) {
          messages.sent(Kind.MESSAGE_OUT, new MessageKey(here, it.flight()), here, it.to());
          return true;
        }
      }
      case GossipEvent.MessageDelivered it ->
          messages.delivered(new MessageKey(here, it.flight()), true);
      case GossipEvent.MessageFailed it -> messages.failed(new MessageKey(here, it.flight()));
      case GossipEvent.MessageReceived it -> {
        PeerAddress from = it.sender().address();
        if (from != null && !watched.contains(from) && shown.test(from) && shown.test(here)) {
          messages.passed(Kind.MESSAGE_IN, from, here);
          return true;
        }
      }
      case GossipEvent.CopySent it -> {
        return sent(new CopyKey(here, it.copy().number(), it.to()), shown);
      }
      case GossipEvent.CopyFailed it -> {
        CopyKey key = new CopyKey(here, it.copy().number(), it.to());
        return copies.failed(key) || (sent(key, shown) && copies.failed(key));
      }
      case GossipEvent.CopyDelivered it -> {
        // A watched receiver reports the copy itself.
        return !watched.contains(it.to())
            && arrived(
                new CopyKey(here, it.copy().number(), it.to()),
                it.hearing() != Hearing.KNOWN,
                shown);
      }
      case GossipEvent.RumorHeard it -> {
        return arrived(it.copy(), it.sender(), here, true, shown);
      }
      case GossipEvent.RumorRepeated it -> {
        return arrived(it.copy(), it.sender(), here, false, shown);
      }
      case GossipEvent.RumorsAsked it -> {
        if (shown.test(here) && shown.test(it.to())) {
          copies.passed(Kind.QUESTION, here, it.to());
          return true;
        }
      }
      default -> {
        // Nothing else travels.
      }
    }
    return false;
  }

  private boolean sent(CopyKey key, Predicate<PeerAddress> shown) {
    if (!shown.test(key.from()) || !shown.test(key.to())) {
      return false;
    }
    copies.sent(Kind.COPY, key, key.from(), key.to());
    return true;
  }

  private boolean arrived(
      Copy copy,
      @Nullable Sender sender,
      PeerAddress here,
      boolean news,
      Predicate<PeerAddress> shown) {
    PeerAddress from = sender == null ? null : sender.address();
    return from != null && arrived(new CopyKey(from, copy.number(), here), news, shown);
  }

  /// A copy whose sending nobody reported travels all the same.
  private boolean arrived(CopyKey key, boolean news, Predicate<PeerAddress> shown) {
    return copies.delivered(key, news) || (sent(key, shown) && copies.delivered(key, news));
  }

  /// Lets time pass, and draws.
  ///
  /// @param peers finds a peer of the graph; null if the graph has no such peer
  public void advance(
      double seconds, Projection projection, Function<PeerAddress, @Nullable PeerNode> peers) {
    messages.advance(seconds, pace);
    copies.advance(seconds, pace);
    layer.update(
        Stream.concat(messages.inAir().stream(), copies.inAir().stream()).toList(),
        projection,
        peers);
  }
}
