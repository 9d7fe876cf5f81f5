package p2pgossip.gossip;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Neighbor.Bond;
import p2pgossip.gossip.Neighbor.Health;
import p2pgossip.gossip.Neighbor.Traffic;

/// Who is known, and when who is checked: the two lists that must not part ways.
final class Roster {

  private final KnownPeers known;
  private final Agenda agenda;
  private final HandshakeBudget budget;
  private boolean fullSaid;

  Roster(KnownPeers known, Agenda agenda, HandshakeBudget budget) {
    this.known = known;
    this.agenda = agenda;
    this.budget = budget;
  }

  /// Takes in a peer that is not known yet, and checks it at once.
  void add(PeerAddress address, @Nullable Peer peer, Origin origin, Bond bond, Draft draft) {
    known.put(
        new Neighbor(
            address,
            peer,
            Standing.PENDING,
            origin,
            draft.now(),
            bond,
            Traffic.NONE,
            Health.UNKNOWN,
            null));
    draft.happened(new GossipEvent.PeerPending(draft.now(), address, origin));
    check(address, draft);
  }

  /// Asks a known peer who it is, whatever was planned for it; later, where only others have named it
  /// and too many such have been asked lately.
  void check(PeerAddress address, Draft draft) {
    Neighbor neighbor = known.get(address);
    if (neighbor == null) {
      return;
    }
    agenda.cancel(address);
    if (isOnlyNamed(neighbor) && !budget.take(address, draft.now())) {
      plan(neighbor, draft.now().plus(HandshakeBudget.LATER));
    } else {
      known.put(neighbor.withHealth(neighbor.health().withNextCheck(null)));
      draft.send(new Request.Handshake(address));
    }
  }

  private static boolean isOnlyNamed(Neighbor neighbor) {
    return !neighbor.bond().askedFor()
        && (neighbor.standing() == Standing.PENDING || neighbor.standing() == Standing.REFUSED);
  }

  /// Puts a known peer down for a check later.
  void plan(Neighbor neighbor, Instant at) {
    known.put(neighbor.withHealth(neighbor.health().withNextCheck(at)));
    agenda.plan(neighbor.address(), at);
  }

  /// Puts a neighbour that answers into its place, and says what that changed.
  void become(Standing standing, Neighbor neighbor, Draft draft) {
    Standing before = neighbor.standing();
    PeerAddress address = neighbor.address();
    known.put(neighbor.withStanding(standing));
    agenda.cancel(address);
    if (before == Standing.UNREACHABLE
        || (before == Standing.REFUSED
            && standing == Standing.LEARNED
            && !(neighbor.origin() instanceof Origin.ListedBy))) {
      draft.happened(new GossipEvent.PeerRecovered(draft.now(), address));
    }
    if (standing == Standing.CONNECTED && before != Standing.CONNECTED) {
      if (before != Standing.UNREACHABLE) {
        draft.happened(new GossipEvent.PeerConnected(draft.now(), address, neighbor.origin()));
      }
    } else if (standing == Standing.LEARNED
        && (before == Standing.PENDING || before == Standing.REFUSED)
        && neighbor.origin() instanceof Origin.ListedBy(PeerAddress listedBy)) {
      draft.happened(new GossipEvent.PeerLearned(draft.now(), address, listedBy));
    }
  }

  void remove(PeerAddress address) {
    known.remove(address);
    agenda.cancel(address);
    fullSaid = false;
  }

  /// Whether nobody more may be known; said once, until there is room again.
  boolean isFull(PeerSettings settings, Draft draft) {
    boolean full = known.size() >= settings.maxPeers();
    if (full && !fullSaid) {
      draft.happened(new GossipEvent.Full(draft.now(), settings.maxPeers()));
    }
    fullSaid = full;
    return full;
  }
}
