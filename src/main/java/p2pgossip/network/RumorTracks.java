package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerSnapshot.HeardRumor;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sender;
import p2pgossip.gossip.Spreading;

/// The rumours that were seen, each combined from the reports of all peers.
final class RumorTracks {

  /// How long a rumour that nothing carries must be quiet before it counts as over: reports from
  /// other machines come late.
  static final Duration SETTLING = Duration.ofSeconds(2);

  private final RumorShelf shelf;
  private final Runs runs;
  private final Map<PeerAddress, PeerTrack> peers;
  private List<Fault<PeerAddress>> faults = List.of();
  private long serial;

  RumorTracks(Map<PeerAddress, PeerTrack> peers) {
    this(peers, new RumorShelf(), new Runs());
  }

  private RumorTracks(Map<PeerAddress, PeerTrack> peers, RumorShelf shelf, Runs runs) {
    this.peers = peers;
    this.shelf = shelf;
    this.runs = runs;
  }

  /// @param copiedPeers those of the copy
  RumorTracks copy(Map<PeerAddress, PeerTrack> copiedPeers) {
    RumorTracks copy = new RumorTracks(copiedPeers, shelf.copy(), runs.copy());
    copy.faults = faults;
    copy.serial = serial;
    return copy;
  }

  @Nullable RumorTrack get(RumorId id) {
    return shelf.get(id);
  }

  /// In the order in which they were first seen.
  Collection<RumorTrack> all() {
    return shelf.all();
  }

  /// Those that may still be carried.
  private List<RumorTrack> going() {
    List<RumorTrack> going = new ArrayList<>();
    for (RumorTrack track : shelf.all()) {
      if (!track.isOver()) {
        going.add(track);
      }
    }
    return going;
  }

  Runs runs() {
    return runs;
  }

  /// Ends the rumours that nothing carries any longer.
  ///
  /// @param network makes the present picture; called only if a rumour ends
  void settle(Instant now, Supplier<Surroundings> network) {
    Carriers carriers = new Carriers(peers);
    for (RumorTrack track : shelf.all()) {
      Instant over = track.overAt(SETTLING, carriers, now);
      if (over != null) {
        track.end(new Ending(over, false, network.get()));
      }
    }
  }

  /// A run ends, and with it all rumours that were told in it.
  void runEnded(Instant at, int number, Supplier<Surroundings> network) {
    runs.ended(number);
    Carriers carriers = new Carriers(peers);
    for (RumorTrack track : going()) {
      Run run = track.conditions().run();
      if (run != null && run.number() == number) {
        boolean cutOff = track.trips().remembered().isAnyUnderWay() || carriers.carry(track);
        track.trips().giveUp(at);
        track.end(new Ending(at, cutOff, network.get()));
      }
    }
  }

  void recalled(Observation.RumorRecalled told) {
    Spread spread = told.spread();
    if (shelf.get(spread.key()) == null) {
      shelf.recall(spread, told.population());
    }
  }

  void faultsChanged(Instant at, List<Fault<PeerAddress>> inForce) {
    faults = inForce;
    for (RumorTrack track : going()) {
      track.setConditions(track.conditions().withFaults(at, inForce));
      track.carriersChanged(at);
    }
  }

  /// The surroundings of a peer have changed.
  ///
  /// @param others about which it has reported something
  void changed(Instant at, PeerAddress peer, Collection<PeerAddress> others) {
    Reach reach = null;
    for (RumorTrack track : going()) {
      track.carriersChanged(at);
      reach = grow(track, peer, reach);
      for (PeerAddress other : others) {
        reach = grow(track, other, reach);
      }
      pauseOrResume(track, at);
    }
  }

  private @Nullable Reach grow(RumorTrack track, PeerAddress peer, @Nullable Reach known) {
    if (track.isOfPopulation(peer)) {
      return known;
    }
    Reach reach = known == null ? new Reach(peers.values()) : known;
    boolean linked = reach.isLinked(peer, track::isOfPopulation);
    if (reach.isPresent(peer) && (linked || isInRunOf(track, peer))) {
      track.add(reach.from(peer));
    }
    return reach;
  }

  private boolean isInRunOf(RumorTrack track, PeerAddress peer) {
    Run run = track.conditions().run();
    Run now = runs.of(peer);
    return run != null && now != null && run.number() == now.number();
  }

  /// Time stops for a rumour while all peers that are present and in sight are paused.
  private void pauseOrResume(RumorTrack track, Instant at) {
    boolean any = false;
    boolean all = true;
    for (PeerAddress peer : track.population()) {
      PeerTrack there = peers.get(peer);
      if (there != null && there.speaks()) {
        any = true;
        all &= there.isPaused();
        if (!all) {
          break;
        }
      }
    }
    Conditions now = track.conditions();
    track.setConditions(any && all ? now.paused(at) : now.resumed(at));
  }

  /// The settings of a peer have changed.
  void settingsChanged(
      Instant at, PeerAddress peer, @Nullable PeerSettings before, PeerSettings after) {
    if (before == null) {
      return;
    }
    for (RumorTrack track : going()) {
      if (track.isOfPopulation(peer)) {
        track.setConditions(track.conditions().periodChanged(at, before.period(), after.period()));
      }
    }
  }

  /// The rumour that a peer reports, added if it is new; null if it is over or was dropped.
  ///
  /// @param anew whether it is being told for the first time
  private @Nullable RumorTrack take(Rumor rumor, PeerAddress by, Instant at, boolean anew) {
    RumorTrack known = shelf.latest(rumor.id());
    if (known != null && !(known.isOver() && anew)) {
      return known.isOver() ? null : known;
    }
    if (known == null && shelf.isGone(rumor.id())) {
      return null;
    }
    Run run = runs.of(rumor.origin());
    RumorTrack fresh = shelf.put(rumor, by, at, Conditions.in(run).withFaults(at, faults));
    Reach reach = new Reach(peers.values());
    Set<PeerAddress> starts = new LinkedHashSet<>(List.of(rumor.origin(), by));
    if (run != null) {
      starts.addAll(run.members());
    }
    fresh.add(reach.from(starts));
    pauseOrResume(fresh, at);
    return fresh;
  }

  /// An event of a watched peer.
  void note(PeerTrack observer, GossipEvent event, Instant at) {
    PeerAddress self = observer.address();
    switch (event) {
      case GossipEvent.RumorHeard(var _, Copy copy, Sender sender, boolean _) ->
          heard(observer, copy, sender, true, at);
      case GossipEvent.RumorRepeated(var _, Copy copy, Sender sender, boolean _) ->
          heard(observer, copy, sender, false, at);
      case GossipEvent.CopySent(var _, PeerAddress to, Copy copy, boolean inAnswer) ->
          sent(observer, to, copy, inAnswer, at);
      case GossipEvent.CopyDelivered(var _, PeerAddress to, Copy copy, Hearing hearing, var took) ->
          delivered(observer, to, copy, hearing, took, at);
      case GossipEvent.CopyFailed(var _, PeerAddress to, Copy copy, var _) -> {
        RumorTrack track = take(copy.rumor(), self, at, false);
        if (track != null) {
          track.trips().failed(at, self, to, copy);
          track.touch(at);
        }
      }
      case GossipEvent.RumorsUnanswered it -> {
        for (RumorTrack track : going()) {
          if (track.trips().unanswered(at, it.to(), self)) {
            track.touch(at);
          }
        }
      }
      case GossipEvent.InterestLost it -> ceases(observer, it.rumor(), at);
      case GossipEvent.RumorForgotten it -> ceases(observer, it.rumor(), at);
      case GossipEvent.Started _ -> going().forEach(track -> track.trips().senderBegan(self));
      case GossipEvent.Stopped _ -> gone(observer, at);
      default -> {}
    }
  }

  /// A copy reached a watched peer, or a rumour began there.
  private void heard(
      PeerTrack observer, Copy copy, @Nullable Sender sender, boolean news, Instant at) {
    boolean beganHere = sender == null && copy.hops() == 0;
    RumorTrack track = take(copy.rumor(), observer.address(), at, beganHere && news);
    if (track == null) {
      return;
    }
    PeerAddress from = sender == null ? null : sender.address();
    if (from != null && !from.equals(observer.address())) {
      long periods = observer.periodsBetween(track.birth(), at);
      track.trips().received(at, from, observer.address(), copy, news, periods, ++serial);
    } else if (!beganHere) {
      track.receivedFromUnknown(news);
    }
    Arrival arrival = arrival(track, observer, sender, copy, at);
    PeerSettings settings = observer.settings();
    Spreading spreading = settings == null ? null : settings.spreading();
    if (news) {
      track.arrived(arrival, spreading);
      if (settings != null) {
        track.setConditions(
            track.conditions().heardUnder(at, settings.spreading(), settings.period()));
      }
    } else {
      track.repeated(arrival, spreading);
    }
    track.touch(at);
  }

  private void sent(PeerTrack observer, PeerAddress to, Copy copy, boolean inAnswer, Instant at) {
    RumorTrack track = take(copy.rumor(), observer.address(), at, false);
    if (track == null) {
      return;
    }
    long periods = observer.periodsBetween(track.birth(), at);
    track.trips().sent(at, observer.address(), to, copy, inAnswer, periods, ++serial);
    if (inAnswer && !speaks(to)) {
      // Its outcome will not be reported.
      track.trips().arrivedUnseen(at, observer.address(), to, copy);
      toldUnseen(track, observer, to, copy, Hearing.UNSAID, at);
    }
    track.touch(at);
  }

  private void delivered(
      PeerTrack observer,
      PeerAddress to,
      Copy copy,
      Hearing hearing,
      Duration roundTrip,
      Instant at) {
    RumorTrack track = take(copy.rumor(), observer.address(), at, false);
    if (track == null) {
      return;
    }
    track.trips().delivered(at, observer.address(), to, copy, hearing, roundTrip);
    if (!speaks(to)) {
      toldUnseen(track, observer, to, copy, hearing, Clocks.arrival(at, roundTrip));
    }
    track.touch(at);
  }

  private static Arrival arrival(
      RumorTrack track, PeerTrack observer, @Nullable Sender sender, Copy copy, Instant at) {
    boolean origin = track.rumor().origin().equals(observer.address());
    long periods = origin ? 0 : observer.periodsBetween(track.birth(), at);
    PeerAddress from = sender == null ? null : sender.address();
    return new Arrival(observer.address(), from, at, copy.hops(), periods, 0, true);
  }

  /// If the receiver is not watched, a sender that has it as a neighbour is believed that the copy
  /// arrived.
  private static void toldUnseen(
      RumorTrack track,
      PeerTrack teller,
      PeerAddress peer,
      Copy copy,
      Hearing hearing,
      Instant at) {
    if (teller.neighbors().containsKey(peer)) {
      boolean first = hearing != Hearing.KNOWN;
      long periods = teller.periodsBetween(track.birth(), at);
      track.toldUnseen(
          new Arrival(
              peer,
              first ? teller.address() : null,
              at,
              copy.hops(),
              periods,
              0,
              hearing == Hearing.NEWS),
          hearing);
    }
  }

  /// A watched peer has shown its whole state.
  ///
  /// @param at the same moment as `snapshot.at()`, by the observer's clock
  void seen(PeerTrack observer, PeerSnapshot snapshot, Instant at) {
    for (HeardRumor heard : snapshot.rumors().reversed()) {
      Instant heardAt = Clocks.moved(heard.at(), snapshot.at(), at);
      RumorTrack track = take(heard.rumor(), observer.address(), heardAt, false);
      if (track == null) {
        continue;
      }
      boolean origin = track.rumor().origin().equals(observer.address());
      long before = observer.periodsBy(track.birth());
      long periods = origin ? 0 : Math.max(0, heard.period() - before);
      PeerSettings settings = snapshot.settings();
      track.shown(observer.address(), heard, heardAt, periods, settings.spreading());
      track.setConditions(
          track.conditions().heardUnder(heardAt, settings.spreading(), settings.period()));
      track.touch(at);
    }
  }

  /// A peer reports nothing more.
  void gone(PeerTrack peer, Instant at) {
    for (RumorTrack track : going()) {
      if (track.trips().senderGone(at, peer.address())) {
        track.touch(at);
      }
    }
  }

  /// Gives up copies that have not been reported for too long.
  void sweep(Instant now) {
    for (RumorTrack track : going()) {
      if (track.trips().sweep(now)) {
        track.touch(now);
      }
    }
  }

  private void ceases(PeerTrack observer, RumorId id, Instant at) {
    RumorTrack track = shelf.latest(id);
    if (track != null && !track.isOver()) {
      track.spreads(observer.address(), false);
      track.touch(at);
    }
  }

  private boolean speaks(PeerAddress peer) {
    PeerTrack track = peers.get(peer);
    return track != null && track.speaks();
  }
}
