package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;
import p2pgossip.gossip.RumorId;

/// Everything that is known of the network at one moment, computed from [Observation]s: which peers
/// are present, which know each other, how each rumour spreads, and which faults are in force. Used
/// by one thread at a time; the values that it returns are immutable.
///
/// A watched peer is believed about itself only. Everything is bounded: 2,000 peers, 64 rumours
/// with 2,000 arrivals and 20,000 copies each.
public final class WholeNetwork {

  private static final int MOST_PEERS = 2_000;

  /// A sender that is not a neighbour is shown for as long as it keeps sending.
  private static final Duration STRANGER_SHOWN = Duration.ofMinutes(1);

  private static final Comparator<CopyTrip> BY_DEPARTURE =
      Comparator.comparing(CopyTrip::sent).thenComparingLong(CopyTrip::serial);

  private final Map<PeerAddress, PeerTrack> peers = new LinkedHashMap<>();
  private RumorTracks rumors = new RumorTracks(peers);
  private List<Fault<PeerAddress>> faults = List.of();
  private Instant now = Instant.EPOCH;

  /// What is kept with the rumours that end now; null if it has changed since.
  private @Nullable Surroundings kept;

  /// An independent copy. It costs about as much as one observation for each peer and rumour:
  /// entries are shared until they change. Another thread may use the copy.
  public WholeNetwork copy() {
    WholeNetwork copy = new WholeNetwork();
    peers.forEach((address, peer) -> copy.peers.put(address, peer.copy()));
    copy.rumors = rumors.copy(copy.peers);
    copy.faults = faults;
    copy.now = now;
    copy.kept = kept;
    return copy;
  }

  /// The latest time of which anything is known, by the clock of the network that was set up last;
  /// [Instant#EPOCH] at first.
  public Instant now() {
    return now;
  }

  /// Adds an observation.
  ///
  /// @return whether the picture may look different from now on; for rumours, ask for their spread
  public boolean note(Observation observation) {
    // A rumour that was over by then is not changed by what came after.
    settle(observation.at());
    if (observation.at().isAfter(now) || Clocks.beginsBefore(now, observation)) {
      now = observation.at();
    }
    boolean changed =
        switch (observation) {
          case Observation.Happened(Instant at, PeerAddress observer, GossipEvent event) ->
              happened(at, observer, event);
          case Observation.Seen(Instant at, PeerSnapshot snapshot) -> seen(at, snapshot);
          case Observation.LostSight it -> lostSight(it);
          case Observation.FaultsChanged it -> {
            faults = it.faults();
            rumors.faultsChanged(it.at(), faults);
            yield true;
          }
          case Observation.RunBegan it -> {
            rumors.runs().began(it.run());
            yield true;
          }
          case Observation.RumorRecalled it -> {
            rumors.recalled(it);
            yield false;
          }
          case Observation.RunEnded it -> {
            rumors.runEnded(it.at(), it.number(), this::keptNetwork);
            yield true;
          }
        };
    if (changed) {
      kept = null;
    }
    return changed;
  }

  private void settle(Instant moment) {
    rumors.sweep(moment);
    rumors.settle(moment, this::keptNetwork);
  }

  /// From the view of the first peer that is watched, so that all rumours that are over by then
  /// share it.
  private Surroundings keptNetwork() {
    Surroundings network = kept;
    if (network == null) {
      PeerAddress viewer = viewer();
      network =
          new Surroundings(
              viewer == null ? NetworkPicture.EMPTY : picture(viewer, true),
              peers.keySet().stream().filter(this::isWatched).collect(Collectors.toSet()));
      kept = network;
    }
    return network;
  }

  private @Nullable PeerAddress viewer() {
    for (PeerTrack peer : peers.values()) {
      if (peer.speaks()) {
        return peer.address();
      }
    }
    return peers.isEmpty() ? null : peers.keySet().iterator().next();
  }

  private boolean happened(Instant at, PeerAddress observer, GossipEvent event) {
    PeerTrack peer = track(observer);
    if (peer == null) {
      return false;
    }
    boolean spoke = peer.speaks();
    PeerSettings before = peer.settings();
    boolean changed = peer.note(event, at) || spoke != peer.speaks();
    rumors.note(peer, event, at);
    if (event instanceof GossipEvent.SettingsChanged it) {
      rumors.settingsChanged(at, observer, before, it.settings());
    }
    if (changed) {
      rumors.changed(at, observer, named(event));
    }
    return changed;
  }

  /// Peers whose presence an event may imply.
  private static Collection<PeerAddress> named(GossipEvent event) {
    return switch (event) {
      case GossipEvent.PeerConnected it -> List.of(it.peer());
      case GossipEvent.PeerLearned it -> List.of(it.peer());
      case GossipEvent.PeerRecovered it -> List.of(it.peer());
      case GossipEvent.PeerRestarted it -> List.of(it.peer());
      case GossipEvent.PeersReported it -> it.peers();
      default -> List.of();
    };
  }

  private boolean seen(Instant at, PeerSnapshot snapshot) {
    PeerTrack peer = track(snapshot.address());
    if (peer == null) {
      return false;
    }
    peer.seen(snapshot, at);
    rumors.seen(peer, snapshot, at);
    rumors.changed(
        at, snapshot.address(), snapshot.neighbors().stream().map(Acquaintance::address).toList());
    return true;
  }

  private boolean lostSight(Observation.LostSight lost) {
    PeerTrack peer = peers.get(lost.observer());
    if (peer == null) {
      return false;
    }
    peer.lostSight();
    rumors.gone(peer, lost.at());
    rumors.changed(lost.at(), lost.observer(), List.of());
    return true;
  }

  private @Nullable PeerTrack track(PeerAddress address) {
    PeerTrack known = peers.get(address);
    if (known != null) {
      return known;
    }
    if (peers.size() >= MOST_PEERS && !forgetOneGone()) {
      return null;
    }
    PeerTrack fresh = new PeerTrack(address);
    peers.put(address, fresh);
    return fresh;
  }

  private boolean forgetOneGone() {
    for (PeerTrack peer : peers.values()) {
      if (!peer.speaks()) {
        peers.remove(peer.address());
        return true;
      }
    }
    return false;
  }

  /// Time has advanced, whether anything was seen or not.
  ///
  /// @return whether the picture may look different from now on
  public boolean age(Instant time) {
    if (time.isAfter(now)) {
      now = time;
    }
    settle(now);
    Instant oldest = now.minus(STRANGER_SHOWN);
    boolean any = false;
    for (PeerTrack peer : peers.values()) {
      any |= peer.forgetStrangersBefore(oldest);
    }
    return any;
  }

  /// The network from the view of the peer at `self`. Roles are as that peer sees the others; a
  /// peer that it does not know and that has ended is shown as unreachable.
  ///
  /// @param whole whether to include the peers that others know or claim to know
  public NetworkPicture picture(PeerAddress self, boolean whole) {
    return new PictureMaker(self, peers).draw(whole);
  }

  /// Peers that are or were watched and offer only the original protocol.
  public Set<PeerAddress> originals() {
    Set<PeerAddress> originals = new HashSet<>();
    for (PeerTrack track : peers.values()) {
      if (track.isOriginal()) {
        originals.add(track.address());
      }
    }
    return originals;
  }

  /// What is known of a peer that is or was watched; null for others.
  public @Nullable ObservedPeer peer(PeerAddress address) {
    PeerTrack track = peers.get(address);
    return track == null ? null : track.view();
  }

  /// Whether a peer is watched and runs, so that its actions are seen from its own side.
  public boolean isWatched(PeerAddress address) {
    PeerTrack track = peers.get(address);
    return track != null && track.speaks();
  }

  /// The peers that are or were watched, the first seen first.
  public List<PeerAddress> observed() {
    return List.copyOf(peers.keySet());
  }

  /// The rumours that were seen, the newest first.
  public List<RumorSummary> rumors() {
    List<RumorSummary> summaries = new ArrayList<>();
    for (RumorTrack track : rumors.all()) {
      summaries.add(track.summary());
    }
    return List.copyOf(summaries.reversed());
  }

  /// The spread of a rumour, by its [key][Spread#key]; null if it is not known. The same object as
  /// the last time if nothing has changed.
  public @Nullable Spread spread(RumorId rumor) {
    RumorTrack track = rumors.get(rumor);
    return track == null ? null : track.spread();
  }

  /// The spreads of those rumours that are known, in the given order.
  public List<Spread> spreads(Collection<RumorId> ids) {
    return ids.stream().map(this::spread).filter(Objects::nonNull).toList();
  }

  /// The copies of all rumours that were in transit at any moment from `from` to `to`, in the order
  /// of sending.
  public List<CopyTrip> trips(Instant from, Instant to) {
    List<CopyTrip> found = new ArrayList<>();
    for (RumorTrack track : rumors.all()) {
      for (CopyTrip trip : track.spread().trips()) {
        if (trip.sent().isAfter(to)) {
          break;
        }
        Instant ended = trip.ended();
        if (ended == null || !ended.isBefore(from)) {
          found.add(trip);
        }
      }
    }
    found.sort(BY_DEPARTURE);
    return List.copyOf(found);
  }

  /// The runs in progress, in the order in which they began.
  public List<Run> runs() {
    return rumors.runs().all();
  }

  /// The faults in force.
  public List<Fault<PeerAddress>> faults() {
    return faults;
  }

  /// Observations from which a new network shows the same. They need less room than the original
  /// ones. Copies that are no longer remembered one by one, and those from unknown senders, are not
  /// counted again; a peer that has never shown its state is left out.
  public List<Observation> toObservations() {
    return new StateToObservations(peers, rumors.all(), rumors.runs().all(), now).with(faults);
  }
}
