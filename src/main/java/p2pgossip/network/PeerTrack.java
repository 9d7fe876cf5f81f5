package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;
import p2pgossip.gossip.Sender;
import p2pgossip.gossip.Standing;

/// What one watched peer has reported about itself. What it says of others is kept as its claim
/// only.
final class PeerTrack {

  private static final int MOST_NEIGHBORS = 2_000;
  private static final int MOST_STRANGERS = 500;
  private static final int MOST_REPORTS = 1_000;
  private static final int MOST_LISTED = 1_000;

  /// Of all lists together.
  private static final int MOST_LISTED_IN_ALL = 20_000;

  private final PeerAddress address;
  private final SharedMap<PeerAddress, Acquaintance> neighbors;
  private final SharedMap<PeerAddress, Instant> strangers;
  private final SharedMap<PeerAddress, Set<PeerAddress>> reports;
  private final PeriodLog periods;
  private @Nullable Peer self;
  private @Nullable PeerSettings settings;
  private @Nullable Instant ended;
  private boolean watched = true;
  private int listed;

  PeerTrack(PeerAddress address) {
    this(address, new SharedMap<>(), new SharedMap<>(), new SharedMap<>(), new PeriodLog());
  }

  private PeerTrack(
      PeerAddress address,
      SharedMap<PeerAddress, Acquaintance> neighbors,
      SharedMap<PeerAddress, Instant> strangers,
      SharedMap<PeerAddress, Set<PeerAddress>> reports,
      PeriodLog periods) {
    this.address = address;
    this.neighbors = neighbors;
    this.strangers = strangers;
    this.reports = reports;
    this.periods = periods;
  }

  PeerTrack copy() {
    PeerTrack copy =
        new PeerTrack(address, neighbors.copy(), strangers.copy(), reports.copy(), periods.copy());
    copy.self = self;
    copy.settings = settings;
    copy.ended = ended;
    copy.watched = watched;
    copy.listed = listed;
    return copy;
  }

  PeerAddress address() {
    return address;
  }

  /// Whether it runs and is watched, so that its neighbours are known.
  boolean speaks() {
    return watched && ended == null;
  }

  /// Whether it is known to offer only the original protocol.
  boolean isOriginal() {
    return self != null && self.offers().isEmpty();
  }

  /// Whether it uses encrypted connections.
  boolean isSecure() {
    return self != null && self.offers().contains(Offer.TLS);
  }

  /// Its description of itself, also after it has ended; null until known.
  @Nullable Peer self() {
    return self;
  }

  /// Null until known.
  @Nullable PeerSettings settings() {
    return settings;
  }

  boolean isPaused() {
    return settings != null && settings.paused();
  }

  /// When it ended; null while it runs.
  @Nullable Instant ended() {
    return ended;
  }

  Map<PeerAddress, Acquaintance> neighbors() {
    return neighbors.view();
  }

  /// Peers that send it messages without being known as mutual neighbours, and the time of their
  /// last message.
  Map<PeerAddress, Instant> strangers() {
    return strangers.view();
  }

  /// For each of its informants, the peers that the informant says it knows.
  Map<PeerAddress, Set<PeerAddress>> reports() {
    return reports.view();
  }

  PeriodLog periods() {
    return periods;
  }

  ObservedPeer view() {
    return new ObservedPeer(
        address, self, settings, periods.count(), neighbors.view(), ended == null, watched);
  }

  /// How many of its periods began after `from` and not after `to`.
  long periodsBetween(Instant from, Instant to) {
    return periods.between(from, to, length());
  }

  /// How many of its periods had begun by `moment`.
  long periodsBy(Instant moment) {
    return periods.begunBy(moment, length());
  }

  private @Nullable Duration length() {
    if (settings != null) {
      return settings.period();
    }
    return self != null ? self.period() : null;
  }

  /// It has shown its whole state.
  void seen(PeerSnapshot snapshot, Instant at) {
    watched = true;
    ended = null;
    self = snapshot.self();
    settings = snapshot.settings();
    periods.resume(snapshot.periods(), at);
    neighbors.clear();
    for (Acquaintance known : snapshot.neighbors()) {
      put(known);
    }
  }

  void lostSight() {
    watched = false;
    forgetOthers();
  }

  private void forgetOthers() {
    neighbors.clear();
    strangers.clear();
    reports.clear();
    listed = 0;
  }

  /// An event of this peer.
  ///
  /// @return whether the picture may look different from now on
  boolean note(GossipEvent event, Instant at) {
    watched = true;
    return switch (event) {
      case GossipEvent.Started it -> begin(it.self());
      case GossipEvent.Stopped _ -> end(at);
      case GossipEvent.PeriodBegan it -> {
        periods.began(at, it.number());
        yield false;
      }
      case GossipEvent.SettingsChanged it -> {
        settings = it.settings();
        yield true;
      }
      case GossipEvent.PeerPending(var _, PeerAddress peer, Origin origin) ->
          put(
              new Acquaintance(
                  peer,
                  Standing.PENDING,
                  origin instanceof Origin.Called ? Mutuality.UNKNOWN : Mutuality.ONE_WAY));
      case GossipEvent.PeerConnected it ->
          put(new Acquaintance(it.peer(), Standing.CONNECTED, it.link()));
      case GossipEvent.LinkChanged it -> link(it.peer(), it.link());
      case GossipEvent.PeerNamed it -> named(it.peer(), it.name());
      case GossipEvent.PeerLearned it -> link(it.peer(), Mutuality.ONE_WAY);
      case GossipEvent.PeerUnreachable it -> outage(it.peer(), Standing.UNREACHABLE);
      case GossipEvent.PeerRefused it -> outage(it.peer(), Standing.REFUSED);
      case GossipEvent.PeerRecovered it -> recovered(it.peer(), it.link());
      case GossipEvent.PeerRestarted it ->
          // After a restart it knows nothing of this peer until one is introduced to the other
          // again.
          link(it.peer(), Mutuality.ONE_WAY);
      case GossipEvent.ConnectFailed it -> it.tryingAgain() || gaveUp(it.target());
      case GossipEvent.PeerForgotten it -> drop(it.peer());
      case GossipEvent.PeerDropped it -> drop(it.peer());
      case GossipEvent.PeerLeft it -> drop(it.peer());
      case GossipEvent.PeersReported it -> reported(it.by(), it.peers());
      case GossipEvent.ReportsEnded it -> reportsEnded(it.by());
      case GossipEvent.MessageReceived it -> heardFrom(it.sender(), at);
      case GossipEvent.RumorHeard it -> heardFrom(it.sender(), at);
      case GossipEvent.RumorRepeated it -> heardFrom(it.sender(), at);
      case GossipEvent.MessageSent _,
          GossipEvent.MessageDelivered _,
          GossipEvent.MessageFailed _,
          GossipEvent.MessageSkipped _,
          GossipEvent.CopySent _,
          GossipEvent.CopyDelivered _,
          GossipEvent.CopyFailed _,
          GossipEvent.RumorsAsked _,
          GossipEvent.RumorsAnswered _,
          GossipEvent.RumorsUnanswered _,
          GossipEvent.InterestLost _,
          GossipEvent.RumorForgotten _,
          GossipEvent.CallerRefused _,
          GossipEvent.CallerTurnedAway _,
          GossipEvent.PeerMet _,
          GossipEvent.SettingsReported _,
          GossipEvent.TuningFailed _,
          GossipEvent.Exposed _,
          GossipEvent.Full _,
          GossipEvent.Trouble _ ->
          false;
    };
  }

  private boolean begin(Peer newSelf) {
    self = newSelf;
    ended = null;
    periods.clear();
    forgetOthers();
    return true;
  }

  private boolean end(Instant at) {
    ended = at;
    forgetOthers();
    return true;
  }

  private boolean put(Acquaintance known) {
    PeerAddress peer = known.address();
    if (peer.equals(address) || (!neighbors.has(peer) && neighbors.size() >= MOST_NEIGHBORS)) {
      return false;
    }
    Acquaintance before = neighbors.get(peer);
    if (known.name() == null && before != null && before.name() != null) {
      neighbors.put(peer, known.named(before.name()));
    } else {
      neighbors.put(peer, known);
    }
    return true;
  }

  private boolean named(PeerAddress peer, @Nullable PeerName name) {
    if (peer.equals(address)) {
      self = self == null ? null : self.withName(name);
      return true;
    }
    Acquaintance known = neighbors.get(peer);
    if (known != null) {
      neighbors.put(peer, known.named(name));
    }
    return known != null;
  }

  private boolean outage(PeerAddress peer, Standing standing) {
    strangers.remove(peer);
    Acquaintance known = neighbors.get(peer);
    return put(new Acquaintance(peer, standing, known == null ? Mutuality.ONE_WAY : known.link()));
  }

  /// @param link null in observations of version 1.0: as before
  private boolean recovered(PeerAddress peer, @Nullable Mutuality link) {
    Acquaintance known = neighbors.get(peer);
    Mutuality before = known == null ? Mutuality.ONE_WAY : known.link();
    return link(peer, link == null ? before : link);
  }

  private boolean link(PeerAddress peer, Mutuality link) {
    Standing standing = link == Mutuality.ONE_WAY ? Standing.LEARNED : Standing.CONNECTED;
    return put(new Acquaintance(peer, standing, link));
  }

  private boolean drop(PeerAddress peer) {
    // A peer's earlier messages mean nothing any longer.
    strangers.remove(peer);
    neighbors.remove(peer);
    return true;
  }

  /// A peer that was only asked for is no longer known; one that was known before stays.
  private boolean gaveUp(PeerAddress target) {
    Acquaintance known = neighbors.get(target);
    if (known != null && known.standing() == Standing.PENDING) {
      neighbors.remove(target);
    }
    return true;
  }

  private boolean reported(PeerAddress by, Set<PeerAddress> peers) {
    Set<PeerAddress> before = reports.get(by);
    if (peers.equals(before)) {
      return false;
    }
    Set<PeerAddress> kept = peers.size() <= MOST_LISTED ? peers : firstOf(peers);
    int more = kept.size() - (before == null ? 0 : before.size());
    if ((before == null && reports.size() >= MOST_REPORTS) || listed + more > MOST_LISTED_IN_ALL) {
      return false;
    }
    listed += more;
    reports.put(by, kept);
    return !kept.equals(before);
  }

  private static Set<PeerAddress> firstOf(Collection<PeerAddress> peers) {
    Set<PeerAddress> kept = new LinkedHashSet<>();
    peers.stream().sorted().limit(MOST_LISTED).forEach(kept::add);
    return kept;
  }

  private boolean reportsEnded(PeerAddress by) {
    Set<PeerAddress> before = reports.remove(by);
    listed -= before == null ? 0 : before.size();
    return before != null;
  }

  private boolean heardFrom(@Nullable Sender sender, Instant at) {
    if (!(sender instanceof Sender.Named(PeerAddress from)) || from.equals(address)) {
      return false;
    }
    Acquaintance known = neighbors.get(from);
    boolean there = strangers.has(from);
    if ((known != null && known.isMutual()) || (!there && strangers.size() >= MOST_STRANGERS)) {
      return false;
    }
    strangers.put(from, at);
    return !there;
  }

  /// Forgets strangers that have sent nothing since `oldest`.
  boolean forgetStrangersBefore(Instant oldest) {
    boolean any =
        strangers.view().values().stream().anyMatch(lastHeard -> lastHeard.isBefore(oldest));
    return any && strangers.edit().values().removeIf(lastHeard -> lastHeard.isBefore(oldest));
  }
}
