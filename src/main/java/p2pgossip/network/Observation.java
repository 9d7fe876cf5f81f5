package p2pgossip.network;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;

/// Something that was seen of the network. Everything that is shown of the network is computed from
/// observations, so a recording of them shows the same again.
public sealed interface Observation {

  /// When it happened, by the observer's clock: times from another machine are corrected by the
  /// difference of the clocks, as far as it is known.
  Instant at();

  /// An event at the peer `observer`; `at` may differ from the event's own time.
  record Happened(Instant at, PeerAddress observer, GossipEvent event) implements Observation {
    /// For equal clocks.
    public Happened(PeerAddress observer, GossipEvent event) {
      this(event.at(), observer, event);
    }
  }

  /// A peer has shown its whole state, which replaces what was known of it before.
  record Seen(Instant at, PeerSnapshot snapshot) implements Observation {
    public Seen(PeerSnapshot snapshot) {
      this(snapshot.at(), snapshot);
    }
  }

  /// A peer can no longer be watched.
  ///
  /// @param reason follows a colon
  record LostSight(Instant at, PeerAddress observer, String reason) implements Observation {}

  /// From now on these faults are in force, and no others.
  record FaultsChanged(Instant at, List<Fault<PeerAddress>> faults) implements Observation {
    public FaultsChanged {
      faults = List.copyOf(faults);
    }
  }

  /// A network was set up, or has new members: rumours that are told in it from now on belong to
  /// it.
  record RunBegan(Instant at, Run run) implements Observation {}

  /// A network was taken down: nothing carries its rumours any longer.
  ///
  /// @param number of the run
  record RunEnded(Instant at, int number) implements Observation {}

  /// The state of a rumour when the beginning of a recording was dropped. For a rumour that is
  /// over, this is everything known about it; for one that continues, its population and
  /// conditions, and what is known of its copies follows.
  ///
  /// @param population peers that were there at any moment while it spread
  record RumorRecalled(Instant at, Spread spread, List<PeerAddress> population)
      implements Observation {
    public RumorRecalled {
      population = List.copyOf(population);
    }
  }

  /// The events of one peer, in order.
  ///
  /// @param observer the peer; null for none
  static List<GossipEvent> eventsOf(
      @Nullable PeerAddress observer, List<Observation> observations) {
    return observations.stream()
        .filter(it -> it instanceof Happened happened && happened.observer().equals(observer))
        .map(it -> ((Happened) it).event())
        .toList();
  }
}
