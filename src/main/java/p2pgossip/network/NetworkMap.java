package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Sender;

/// Puts the picture of the network together, as one peer knows it: from its own neighbours, from what
/// others say of theirs, and from who sends it messages. Used by one thread at a time.
public final class NetworkMap {

  /// Nodes drawn at most; what is heard of beyond that is left out.
  private static final int MOST_NODES = 2_000;

  /// Who sent a message without being a neighbour is shown as long as it goes on doing so.
  private static final Duration STRANGER_SHOWN = Duration.ofMinutes(1);

  private static final int MOST_STRANGERS = 500;

  private final PeerAddress self;
  private final Map<PeerAddress, Set<PeerAddress>> reports = new HashMap<>();
  private final Map<PeerAddress, Instant> strangers = new HashMap<>();

  public NetworkMap(PeerAddress self) {
    this.self = self;
  }

  /// Takes note of an event.
  ///
  /// @return whether the picture may look different from now on
  public boolean note(GossipEvent event) {
    return switch (event) {
      case GossipEvent.PeersReported(var _, PeerAddress by, Set<PeerAddress> peers) ->
          !peers.equals(reports.put(by, peers));
      case GossipEvent.ReportsEnded(var _, PeerAddress by) -> reports.remove(by) != null;
      case GossipEvent.MessageReceived(Instant at, Sender.Named(PeerAddress sender), var _) ->
          heardFrom(sender, at);
      case GossipEvent.PeerUnreachable it -> silenced(it.peer());
      case GossipEvent.PeerForgotten it -> silenced(it.peer());
      case GossipEvent.PeerDropped it -> silenced(it.peer());
      case GossipEvent.PeerLeft it -> silenced(it.peer());
      case GossipEvent.RumorHeard(Instant at, var _, Sender.Named(PeerAddress sender), var _) ->
          heardFrom(sender, at);
      case GossipEvent.RumorRepeated(Instant at, var _, Sender.Named(PeerAddress sender), var _) ->
          heardFrom(sender, at);
      case GossipEvent.PeerPending _,
          GossipEvent.PeerConnected _,
          GossipEvent.PeerLearned _,
          GossipEvent.PeerRecovered _,
          GossipEvent.PeerRestarted _,
          GossipEvent.ConnectFailed _,
          GossipEvent.SettingsChanged _,
          GossipEvent.Started _,
          GossipEvent.Stopped _ ->
          true;
      case GossipEvent.PeriodBegan _,
          GossipEvent.MessageSent _,
          GossipEvent.MessageDelivered _,
          GossipEvent.MessageFailed _,
          GossipEvent.MessageSkipped _,
          GossipEvent.MessageReceived _,
          GossipEvent.RumorHeard _,
          GossipEvent.RumorRepeated _,
          GossipEvent.CopySent _,
          GossipEvent.CopyDelivered _,
          GossipEvent.CopyFailed _,
          GossipEvent.RumorsAsked _,
          GossipEvent.RumorsAnswered _,
          GossipEvent.RumorsUnanswered _,
          GossipEvent.InterestLost _,
          GossipEvent.RumorForgotten _,
          GossipEvent.CallerRefused _,
          GossipEvent.Full _,
          GossipEvent.Trouble _ ->
          false;
    };
  }

  private boolean heardFrom(PeerAddress sender, Instant at) {
    boolean there = strangers.containsKey(sender);
    if (there || strangers.size() < MOST_STRANGERS) {
      strangers.put(sender, at);
      return !there;
    }
    return false;
  }

  /// What a peer sent once says nothing of it any longer.
  private boolean silenced(PeerAddress peer) {
    strangers.remove(peer);
    return true;
  }

  /// Lets go of what was true only for a while.
  ///
  /// @return whether the picture may look different from now on
  public boolean age(Instant now) {
    Instant oldest = now.minus(STRANGER_SHOWN);
    return strangers.values().removeIf(lastHeard -> lastHeard.isBefore(oldest));
  }

  /// The picture now. A sender that is no neighbour has a link to this peer all the same: it must
  /// know it.
  ///
  /// @param wholeNetwork whether to show also what others say of whom they know
  public NetworkPicture picture(Collection<Neighbor> neighbors, boolean wholeNetwork) {
    Map<PeerAddress, NetworkNode> nodes = new HashMap<>();
    Set<Link> links = new HashSet<>();
    nodes.put(self, new NetworkNode(self, Role.SELF));
    for (Neighbor neighbor : neighbors) {
      PeerAddress address = neighbor.address();
      nodes.put(address, new NetworkNode(address, roleOf(neighbor)));
      links.add(new Link(self, address));
      if (neighbor.bond().isMutual()) {
        links.add(new Link(address, self));
      }
    }
    for (PeerAddress stranger : strangers.keySet()) {
      if (!stranger.equals(self)) {
        nodes.computeIfAbsent(stranger, address -> new NetworkNode(address, Role.HEARD_OF));
        links.add(new Link(stranger, self));
      }
    }
    reports.forEach(
        (by, peers) -> {
          if (wholeNetwork) {
            peers.forEach(peer -> addReported(by, peer, nodes, links));
          } else if (nodes.containsKey(by) && peers.contains(self)) {
            links.add(new Link(by, self));
          }
        });
    return new NetworkPicture(nodes, links);
  }

  private static void addReported(
      PeerAddress by, PeerAddress peer, Map<PeerAddress, NetworkNode> nodes, Set<Link> links) {
    int coming = (nodes.containsKey(by) ? 0 : 1) + (nodes.containsKey(peer) ? 0 : 1);
    if (by.equals(peer) || (coming > 0 && nodes.size() + coming > MOST_NODES)) {
      return;
    }
    nodes.computeIfAbsent(by, address -> new NetworkNode(address, Role.HEARD_OF));
    nodes.computeIfAbsent(peer, address -> new NetworkNode(address, Role.HEARD_OF));
    links.add(new Link(by, peer));
  }

  private static Role roleOf(Neighbor neighbor) {
    return switch (neighbor.standing()) {
      case PENDING -> Role.PENDING;
      case CONNECTED -> Role.CONNECTED;
      case LEARNED -> Role.LEARNED;
      case UNREACHABLE -> Role.UNREACHABLE;
    };
  }
}
