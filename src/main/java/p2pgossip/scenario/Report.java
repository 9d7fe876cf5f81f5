package p2pgossip.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Rumor;
import p2pgossip.network.Arrival;
import p2pgossip.network.Ending;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadCurve;
import p2pgossip.network.SpreadFigures;
import p2pgossip.topology.Topology;

/// The outcome of a scenario.
///
/// @param began when the first run began
/// @param complete whether all runs reached their end
/// @param runs in their order, without those that did not begin
public record Report(Scenario scenario, Instant began, boolean complete, List<Run> runs) {

  public Report {
    runs = List.copyOf(runs);
  }

  /// The outcome of one run.
  ///
  /// @param run how its network was set up, and its members
  /// @param settings with which its peers began
  /// @param secure whether its peers used TLS
  /// @param began when all peers ran and were connected; times count from here
  /// @param rumors in the order of their birth
  /// @param happenings in the order of their times, bounded in number
  public record Run(
      String name,
      p2pgossip.network.Run run,
      Topology topology,
      PeerSettings settings,
      boolean secure,
      Instant began,
      Duration lasted,
      List<Member> peers,
      List<RumorReport> rumors,
      List<Happening> happenings) {

    public Run {
      peers = List.copyOf(peers);
      rumors = List.copyOf(rumors);
      happenings = List.copyOf(happenings);
    }
  }

  /// A peer of a run.
  ///
  /// @param number by which the scenario names the peer
  /// @param name what it is called; null if it has no name
  public record Member(int number, PeerAddress address, boolean original, @Nullable PeerName name) {

    /// A peer without a name.
    public Member(int number, PeerAddress address, boolean original) {
      this(number, address, original, null);
    }
  }

  /// How one rumour spread.
  ///
  /// @param spread how far the rumour came
  public record RumorReport(Spread spread) {

    /// Whether the rumour could have spread further when the run ended.
    public boolean carried() {
      Ending ending = spread.ending();
      return ending == null || ending.cutOff();
    }

    public Rumor rumor() {
      return spread.rumor();
    }

    public SpreadFigures figures() {
      return SpreadFigures.of(spread);
    }

    public SpreadCurve curve() {
      return SpreadCurve.of(spread);
    }

    /// In the order of their times.
    public List<Arrival> arrivals() {
      return spread.arrivals().values().stream()
          .sorted(Comparator.comparing(Arrival::at).thenComparing(Arrival::peer))
          .toList();
    }
  }

  /// An action, or an event that followed from one. Messages and copies are not listed.
  ///
  /// @param at since the run began; negative while the network was set up
  /// @param peer to which it happened; null for an action on the network
  /// @param what one word: `spread`, `kill`, `unreachable`, `forgotten`, …
  /// @param about the peer or thing concerned, in words; may be empty
  public record Happening(Duration at, @Nullable PeerAddress peer, String what, String about) {}
}
