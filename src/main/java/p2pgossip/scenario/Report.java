package p2pgossip.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Rumor;
import p2pgossip.network.Arrival;
import p2pgossip.network.Ending;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadCurve;
import p2pgossip.network.SpreadFigures;
import p2pgossip.topology.Topology;

/// What came of a scenario.
///
/// @param began when the first run did
/// @param complete whether all runs went to their end
/// @param runs in their order; those that did not begin are left out
public record Report(Scenario scenario, Instant began, boolean complete, List<Run> runs) {

  public Report {
    runs = List.copyOf(runs);
  }

  /// What came of one run.
  ///
  /// @param run what it was put up as, and its members
  /// @param settings with which it began
  /// @param secure whether its peers spoke TLS
  /// @param began when all peers ran and were connected; times are counted from here
  /// @param rumors in the order of their birth
  /// @param happenings in the order of time, bounded in number
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
  /// @param number by which the scenario speaks of it
  public record Member(int number, PeerAddress address, boolean original) {}

  /// How one rumour spread.
  ///
  /// @param spread how far it came
  public record RumorReport(Spread spread) {

    /// Whether something would have carried it further when the run ended.
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

    /// In the order of time.
    public List<Arrival> arrivals() {
      return spread.arrivals().values().stream()
          .sorted(Comparator.comparing(Arrival::at).thenComparing(Arrival::peer))
          .toList();
    }
  }

  /// Something that was done, or came of it; messages and copies are not among them.
  ///
  /// @param at since the run began; negative while the network was put up
  /// @param peer to which it happened; null for what was done to the network
  /// @param what one word: `spread`, `kill`, `unreachable`, `forgotten`, …
  /// @param about whom or what, in words; may be empty
  public record Happening(Duration at, @Nullable PeerAddress peer, String what, String about) {}
}
