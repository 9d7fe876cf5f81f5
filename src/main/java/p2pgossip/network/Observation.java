package p2pgossip.network;

import java.time.Instant;
import java.util.List;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;

/// One thing that was seen of the network. All that is ever shown of the whole network is put
/// together from these, so a recording of them shows the same again.
public sealed interface Observation {

  /// When it happened, by the clock of whoever watches: what comes from another machine has been
  /// set right by the difference of the clocks, as far as that is known.
  Instant at();

  /// Something happened to the peer at `observer`; `at` may differ from the event's own time.
  record Happened(Instant at, PeerAddress observer, GossipEvent event) implements Observation {
    /// Both clocks are the same.
    public Happened(PeerAddress observer, GossipEvent event) {
      this(event.at(), observer, event);
    }
  }

  /// A peer showed all of itself: what was known of it before does not count any longer.
  record Seen(Instant at, PeerSnapshot snapshot) implements Observation {
    public Seen(PeerSnapshot snapshot) {
      this(snapshot.at(), snapshot);
    }
  }

  /// A peer can be watched no longer.
  ///
  /// @param reason in words, fit to stand behind a colon
  record LostSight(Instant at, PeerAddress observer, String reason) implements Observation {}

  /// From now on these faults are in force, and no others.
  record FaultsChanged(Instant at, List<Fault> faults) implements Observation {
    public FaultsChanged {
      faults = List.copyOf(faults);
    }
  }

  /// A network was put up, or is told anew because others have joined it: rumours that are told in
  /// it from now on belong to it.
  record RunBegan(Instant at, Run run) implements Observation {}

  /// A network that was put up is taken down: nothing carries its rumours any longer.
  ///
  /// @param number of the run
  record RunEnded(Instant at, int number) implements Observation {}

  /// How far a rumour had come when the beginning of a recording was given up. Of one that is over
  /// it is all that there is to be known; of one that goes on, who was there and under what it was
  /// spread, and what is known of its copies follows.
  ///
  /// @param population who was there at any moment while it spread
  record RumorRecalled(Instant at, Spread spread, List<PeerAddress> population)
      implements Observation {
    public RumorRecalled {
      population = List.copyOf(population);
    }
  }
}
