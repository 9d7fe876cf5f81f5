package p2pgossip.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Sender;
import p2pgossip.network.Observation;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.model.NetworkView;

/// Puts what was seen into motion in the graph. What both ends saw of one message is shown once: from
/// its sender's side where that is watched, else from its receiver's. FX thread only.
final class Traffic {

  /// Messages whose end is still waited for; of more, the oldest are shown without an end.
  private static final int MOST_UNDER_WAY = 5_000;

  private final GraphPane graph;
  private final Map<Flight, Long> underWay =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Flight, Long> eldest) {
          return size() > MOST_UNDER_WAY;
        }
      };
  private long lastNumber;

  /// By which a peer counts its messages.
  private record Flight(PeerAddress from, long number) {}

  Traffic(GraphPane graph) {
    this.graph = graph;
  }

  /// What has passed since the view before.
  void show(NetworkView view) {
    for (Observation observation : view.passed()) {
      if (observation instanceof Observation.Happened(var _, PeerAddress here, GossipEvent event)) {
        show(here, event, view.watched());
      }
    }
  }

  private void show(PeerAddress here, GossipEvent event, Set<PeerAddress> watched) {
    switch (event) {
      case GossipEvent.MessageSent it -> {
        lastNumber++;
        underWay.put(new Flight(here, it.flight()), lastNumber);
        graph.messageSent(lastNumber, here, it.to());
      }
      case GossipEvent.MessageDelivered it -> {
        Long number = underWay.remove(new Flight(here, it.flight()));
        if (number != null) {
          graph.messageDelivered(number);
        }
      }
      case GossipEvent.MessageFailed it -> {
        Long number = underWay.remove(new Flight(here, it.flight()));
        if (number != null) {
          graph.messageFailed(number);
        }
      }
      case GossipEvent.MessageReceived it -> {
        PeerAddress from = addressOf(it.sender());
        if (from != null && !watched.contains(from)) {
          graph.messageReceived(from, here);
        }
      }
      case GossipEvent.CopySent it -> graph.copySent(here, it.copy().number(), it.to());
      case GossipEvent.CopyFailed it -> graph.copyLost(here, it.copy().number(), it.to());
      case GossipEvent.CopyDelivered it -> {
        // Where the receiver is watched, it tells by itself.
        if (!watched.contains(it.to())) {
          graph.copyArrived(here, it.copy().number(), it.to(), it.hearing() != Hearing.KNOWN);
        }
      }
      case GossipEvent.RumorHeard it -> arrived(here, it.copy(), it.sender(), true);
      case GossipEvent.RumorRepeated it -> arrived(here, it.copy(), it.sender(), false);
      case GossipEvent.RumorsAsked it -> graph.asked(here, it.flight(), it.to());
      default -> {
        // The rest shows in the picture, not in motion.
      }
    }
  }

  private void arrived(PeerAddress here, Copy copy, @Nullable Sender sender, boolean news) {
    PeerAddress from = sender == null ? null : addressOf(sender);
    if (from != null) {
      graph.copyArrived(from, copy.number(), here, news);
    }
  }

  private static @Nullable PeerAddress addressOf(Sender sender) {
    return switch (sender) {
      case Sender.Named(PeerAddress address) -> address;
      case Sender.Presumed(PeerAddress address) -> address;
      case Sender.Unnamed _ -> null;
    };
  }
}
