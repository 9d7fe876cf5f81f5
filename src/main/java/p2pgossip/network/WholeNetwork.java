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
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;
import p2pgossip.gossip.RumorId;

/// All that is known of the whole network at one moment, put together from [Observation]s: who is
/// there, who knows whom, how each rumour spreads, and what is made to go wrong. Used by one thread
/// at a time; what it hands out is immutable.
///
/// Whoever is watched is believed as to itself only. Everything is bounded: 2,000 peers, 64 rumours
/// with 2,000 arrivals and 20,000 copies each.
public final class WholeNetwork {

  private static final int MOST_PEERS = 2_000;

  /// Who sent a message without being a neighbour is shown as long as it goes on doing so.
  private static final Duration STRANGER_SHOWN = Duration.ofMinutes(1);

  private static final Comparator<CopyTrip> BY_DEPARTURE =
      Comparator.comparing(CopyTrip::sent).thenComparingLong(CopyTrip::serial);

  private final Map<PeerAddress, PeerTrack> peers = new LinkedHashMap<>();
  private RumorTracks rumors = new RumorTracks(peers);
  private List<Fault> faults = List.of();
  private Instant now = Instant.EPOCH;

  /// As it is kept with the rumours that are over; null where it has changed since.
  private @Nullable NetworkPicture kept;

  /// The same, to go its own way from now on. Costs about as much as taking note of one observation
  /// for each peer and rumour: entries are shared until they change. The copy may be used by
  /// another thread.
  public WholeNetwork copy() {
    WholeNetwork copy = new WholeNetwork();
    peers.forEach((address, peer) -> copy.peers.put(address, peer.copy()));
    copy.rumors = rumors.copy(copy.peers);
    copy.faults = faults;
    copy.now = now;
    copy.kept = kept;
    return copy;
  }

  /// The latest moment of which anything is known; [Instant#EPOCH] at first.
  public Instant now() {
    return now;
  }

  /// Takes note of what was seen.
  ///
  /// @return whether the picture may look different from now on; of rumours, ask for their spread
  public boolean note(Observation observation) {
    // What was over by then does not change by what came after.
    settle(observation.at());
    if (observation.at().isAfter(now)) {
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
            rumors.runEnded(it.at(), it.number(), this::keptPicture);
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
    rumors.settle(moment, this::keptPicture);
  }

  /// As it is to the first that is watched: so all rumours that are over by then share it.
  private NetworkPicture keptPicture() {
    NetworkPicture picture = kept;
    if (picture == null) {
      PeerAddress viewer = viewer();
      picture = viewer == null ? NetworkPicture.EMPTY : picture(viewer, true);
      kept = picture;
    }
    return picture;
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

  /// Of whom it may follow that they are there.
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

  /// Time has gone on, whether anything was seen or not.
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

  /// The network as it is to the peer at `self`. Roles are as that peer sees the others; a peer
  /// that it does not know and that has ended is shown as not answering.
  ///
  /// @param whole whether to show also what others know and say of whom they know
  public NetworkPicture picture(PeerAddress self, boolean whole) {
    return new PictureMaker(self, peers).draw(whole);
  }

  /// Those that are or were watched and offer nothing beyond the original protocol.
  public Set<PeerAddress> originals() {
    Set<PeerAddress> originals = new HashSet<>();
    for (PeerTrack track : peers.values()) {
      if (track.isOriginal()) {
        originals.add(track.address());
      }
    }
    return originals;
  }

  /// What is known of a peer that is or was watched; null of others.
  public @Nullable ObservedPeer peer(PeerAddress address) {
    PeerTrack track = peers.get(address);
    return track == null ? null : track.view();
  }

  /// Whether a peer is watched and runs, so that what it does is seen from its own side.
  public boolean isWatched(PeerAddress address) {
    PeerTrack track = peers.get(address);
    return track != null && track.speaks();
  }

  /// Who is or was watched, those that were first seen first.
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

  /// How far a rumour has come, by its [key][Spread#key]; null if it is not known. The same object
  /// as the last time while nothing has changed.
  public @Nullable Spread spread(RumorId rumor) {
    RumorTrack track = rumors.get(rumor);
    return track == null ? null : track.spread();
  }

  /// Those of the rumours that are known, in the order in which they are asked for.
  public List<Spread> spreads(Collection<RumorId> ids) {
    return ids.stream().map(this::spread).filter(Objects::nonNull).toList();
  }

  /// The copies of all rumours that were on their way at any moment from `from` to `to`, in the
  /// order of setting off.
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

  /// The runs that go on, in the order in which they began.
  public List<Run> runs() {
    return rumors.runs().all();
  }

  /// What is made to go wrong at present.
  public List<Fault> faults() {
    return faults;
  }

  /// What a fresh network is to take note of so that it shows the same. Kept in place of all that
  /// was seen before, it needs less room. Copies that are no longer remembered one by one, and
  /// those that came from nobody knows whom, are not counted again; a peer that has never shown
  /// itself is left out.
  public List<Observation> retold() {
    return new StateToObservations(peers, rumors.all(), rumors.runs().all(), now).with(faults);
  }
}
