package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerSnapshot.HeardRumor;
import p2pgossip.gossip.Sender;
import p2pgossip.network.CopyTrip.Fate;

/// Expresses the state of a network as observations that give the same state again.
final class StateToObservations {

  /// Starts of periods per peer: enough to count those of a rumour in progress.
  private static final int PERIODS_TOLD = 64;

  private static final Failure LOST =
      new Failure(Failure.Kind.UNREACHABLE, "it was lost before the recording began");

  private final Map<PeerAddress, PeerTrack> peers;
  private final List<RumorTrack> going;
  private final Collection<RumorTrack> all;
  private final List<Run> runs;
  private final Instant now;
  private final List<Observation> told = new ArrayList<>();

  StateToObservations(
      Map<PeerAddress, PeerTrack> peers,
      Collection<RumorTrack> rumors,
      List<Run> runs,
      Instant now) {
    this.peers = peers;
    this.going = rumors.stream().filter(rumor -> !rumor.isOver()).toList();
    this.all = rumors;
    this.runs = runs;
    this.now = now;
  }

  List<Observation> with(List<Fault<PeerAddress>> faults) {
    // First which peers are present, so that copies are interpreted as before; then the copies;
    // then the present state of each peer, which also corrects what the copies have counted again.
    for (PeerTrack peer : peers.values()) {
      tellPeriods(peer);
      tellPeer(peer, List.of());
    }
    runs.forEach(run -> told.add(new Observation.RunBegan(now, run)));
    // In order, so that their list is the same.
    all.forEach(
        rumor ->
            told.add(
                new Observation.RumorRecalled(now, known(rumor), List.copyOf(rumor.population()))));
    going.forEach(this::tellRumor);
    for (PeerTrack peer : peers.values()) {
      tellPeer(peer, heardBy(peer));
      tellEnd(peer);
      tellOthers(peer);
    }
    told.add(new Observation.FaultsChanged(now, faults));
    return List.copyOf(told);
  }

  /// For a rumour in progress, what is known of its copies is reported one by one.
  private static Spread known(RumorTrack rumor) {
    Spread spread = rumor.spread();
    return rumor.isOver()
        ? spread
        : new Spread(
            spread.rumor(),
            spread.key(),
            Map.of(),
            spread.population(),
            List.of(),
            0,
            0,
            0,
            rumor.conditions(),
            null);
  }

  private void tellPeriods(PeerTrack peer) {
    peer.periods()
        .forEachStart(
            PERIODS_TOLD,
            (start, number) ->
                happened(peer.address(), new GossipEvent.PeriodBegan(start, number, null, 0)));
  }

  private void tellPeer(PeerTrack peer, List<HeardRumor> heard) {
    ObservedPeer it = peer.view();
    Peer self = it.self();
    PeerSettings settings = it.settings();
    if (self != null) {
      told.add(
          new Observation.Seen(
              new PeerSnapshot(
                  now,
                  peer.address(),
                  self,
                  settings != null ? settings : PeerSettings.DEFAULT.withPeriod(self.period()),
                  it.periods(),
                  List.copyOf(it.neighbors().values()),
                  heard)));
    }
  }

  private List<HeardRumor> heardBy(PeerTrack peer) {
    List<HeardRumor> heard = new ArrayList<>();
    for (RumorTrack rumor : going) {
      Arrival arrival = rumor.firsthand(peer.address());
      if (arrival != null) {
        heard.add(
            new HeardRumor(
                rumor.rumor(),
                arrival.hops(),
                arrival.at(),
                arrival.from(),
                peer.periodsBy(rumor.birth()) + arrival.periods(),
                arrival.repeats(),
                arrival.spreading()));
      }
    }
    return heard.reversed();
  }

  private void tellEnd(PeerTrack peer) {
    Instant ended = peer.ended();
    if (ended != null) {
      happened(peer.address(), new GossipEvent.Stopped(ended, peer.address()));
    } else if (!peer.speaks()) {
      told.add(new Observation.LostSight(now, peer.address(), "it was out of sight already"));
    }
  }

  private void tellOthers(PeerTrack peer) {
    peer.strangers()
        .forEach(
            (stranger, lastHeard) ->
                happened(
                    peer.address(),
                    new GossipEvent.MessageReceived(lastHeard, new Sender.Named(stranger), "")));
    peer.reports()
        .forEach(
            (by, listed) ->
                happened(peer.address(), new GossipEvent.PeersReported(now, by, listed)));
  }

  private void tellRumor(RumorTrack rumor) {
    Arrival origin = rumor.firsthand(rumor.rumor().origin());
    if (origin != null) {
      happened(
          origin.peer(),
          new GossipEvent.RumorHeard(origin.at(), new Copy(rumor.rumor(), 0, 0), null, false));
    }
    rumor
        .trips()
        .forEachTrip(
            new CopyTrips.TripReceiver() {
              @Override
              public void over(CopyTrip trip, long number) {
                Copy copy = new Copy(rumor.rumor(), trip.hops(), number);
                boolean toWatched = peers.containsKey(trip.to());
                boolean arrived = trip.fate() == Fate.NEWS || trip.fate() == Fate.DUPLICATE;
                if (peers.containsKey(trip.from())) {
                  tellDeparture(trip, copy, false);
                  if (!arrived || !toWatched) {
                    tellOutcome(trip, copy);
                  }
                }
                if (arrived && toWatched) {
                  tellArrival(trip, copy);
                }
              }

              @Override
              public void unfinished(
                  CopyTrip trip,
                  long number,
                  boolean departed,
                  boolean inAnswer,
                  boolean answered,
                  boolean received) {
                Copy copy = new Copy(rumor.rumor(), trip.hops(), number);
                if (departed) {
                  tellDeparture(trip, copy, inAnswer);
                }
                if (received) {
                  tellArrival(trip, copy);
                }
                if (answered || (departed && trip.fate() == Fate.LOST)) {
                  tellOutcome(trip, copy);
                }
              }
            });
  }

  private void tellDeparture(CopyTrip trip, Copy copy, boolean inAnswer) {
    happened(trip.from(), new GossipEvent.CopySent(trip.sent(), trip.to(), copy, inAnswer));
  }

  private void tellArrival(CopyTrip trip, Copy copy) {
    Sender sender = new Sender.Named(trip.from());
    Instant at = endOf(trip);
    happened(
        trip.to(),
        trip.fate() == Fate.NEWS
            ? new GossipEvent.RumorHeard(at, copy, sender, false)
            : new GossipEvent.RumorRepeated(at, copy, sender, false));
  }

  private void tellOutcome(CopyTrip trip, Copy copy) {
    Instant at = endOf(trip);
    PeerAddress to = trip.to();
    GossipEvent outcome =
        switch (trip.fate()) {
          case UNDER_WAY -> null;
          case LOST -> new GossipEvent.CopyFailed(at, to, copy, LOST);
          case NEWS -> delivered(at, to, copy, Hearing.NEWS);
          case DUPLICATE -> delivered(at, to, copy, Hearing.KNOWN);
          case ARRIVED -> delivered(at, to, copy, Hearing.UNSAID);
        };
    if (outcome != null) {
      happened(trip.from(), outcome);
    }
  }

  private static GossipEvent delivered(Instant at, PeerAddress to, Copy copy, Hearing hearing) {
    return new GossipEvent.CopyDelivered(at, to, copy, hearing, Duration.ZERO);
  }

  private static Instant endOf(CopyTrip trip) {
    @Nullable Instant ended = trip.ended();
    return ended != null ? ended : trip.sent();
  }

  private void happened(PeerAddress observer, GossipEvent event) {
    told.add(new Observation.Happened(observer, event));
  }
}
