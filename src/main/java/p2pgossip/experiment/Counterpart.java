package p2pgossip.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.fault.FaultWords;
import p2pgossip.fault.Path;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Spreading;
import p2pgossip.network.Conditions;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.Run;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Topology;

/// The run on arrays that comes closest to what real or simulated peers do, and what it leaves out.
///
/// @param settings of that run
/// @param period of the peers, in place of a round
/// @param leftOut how the peers differ from those on arrays, and what that does: clauses that
///     follow "that"
public record Counterpart(PopulationSettings settings, Duration period, List<String> leftOut) {

  static final String RANDOM_PHASES =
      "peers begin their periods at moments of their own and not in step, so a copy is often passed"
          + " on within the same period, and the rumour is somewhat faster";

  private static final String ANSWERS_LOST =
      "answers get lost as well as questions, so pulling takes longer";

  private static final String NO_WIRING =
      "it is not known here which peers know each other, so it takes longer if peers know only some"
          + " of the others";

  /// The largest loss that a run on arrays can have.
  private static final double GREATEST_LOSS = 0.99;

  public Counterpart {
    leftOut = List.copyOf(leftOut);
  }

  /// The counterpart of a network of peers.
  ///
  /// @param topology null if it is not known
  /// @param faults that are in force
  public static Counterpart of(
      int peers,
      @Nullable Topology topology,
      int originals,
      Spreading spreading,
      Duration period,
      List<Fault<PeerAddress>> faults,
      long seed) {
    return of(peers, topology, originals, spreading, period, faults, seed, List.of(RANDOM_PHASES));
  }

  /// @param timing how their time differs from rounds in step
  static Counterpart of(
      int peers,
      @Nullable Topology topology,
      int originals,
      Spreading spreading,
      Duration period,
      List<Fault<PeerAddress>> faults,
      long seed,
      List<String> timing) {
    List<String> leftOut = new ArrayList<>(timing);
    if (topology == null) {
      leftOut.add(NO_WIRING);
    }
    if (originals > 0) {
      leftOut.add(
          originals == 1
              ? "one of the peers passes nothing on, so it takes longer"
              : originals + " of the peers pass nothing on, so it takes longer");
    }
    double loss = loss(faults, leftOut);
    if (loss > 0 && spreading.strategy().spreader().asks()) {
      leftOut.add(ANSWERS_LOST);
    }
    return new Counterpart(
        new PopulationSettings(
            peers,
            topology == null ? new Complete() : topology,
            spreading,
            loss,
            Crashes.NONE,
            seed),
        period,
        leftOut);
  }

  /// The counterpart of a rumour.
  ///
  /// @return null if its settings are not known
  public static @Nullable Counterpart of(MeasuredSpread measured) {
    Conditions conditions = measured.spread().conditions();
    if (conditions.settings().isEmpty()) {
      return null;
    }
    Conditions.InForce first = conditions.settings().getFirst();
    Run run = conditions.run();
    int peers = Math.max(1, measured.spread().population());
    Instant birth = measured.birth();
    List<Fault<PeerAddress>> lasting =
        conditions.faults().stream()
            .filter(span -> !span.from().isAfter(birth) && span.until() == null)
            .<Fault<PeerAddress>>map(Conditions.FaultSpan::fault)
            .toList();
    Counterpart it =
        of(
            peers,
            run == null ? null : topology(run.topology(), peers),
            run == null ? 0 : run.originals(),
            first.spreading(),
            first.period(),
            lasting,
            run == null ? 1 : run.seed(),
            run != null && run.inStep() ? List.of() : List.of(RANDOM_PHASES));
    List<String> leftOut = new ArrayList<>(it.leftOut());
    int origin = run == null ? 0 : run.members().indexOf(measured.spread().rumor().origin());
    if (origin > 0 && !(it.settings().topology() instanceof Complete)) {
      leftOut.add("it began at peer %s, and here at the first".formatted(origin + 1));
    }
    if (lasting.size() < conditions.faults().size()) {
      leftOut.add("faults came or went while it spread, so it may take longer or not reach all");
    }
    if (conditions.settings().size() > 1) {
      leftOut.add("the settings changed while it spread, and these are the first");
    }
    return new Counterpart(it.settings(), it.period(), leftOut);
  }

  /// @return null for one that a file gives, and for one of another number of peers
  private static @Nullable Topology topology(String label, int peers) {
    try {
      Topology topology = Topology.parse(label);
      topology.requirePeers(peers);
      return topology;
    } catch (IllegalArgumentException e) {
      // A recording may name a file of another user.
      return null;
    }
  }

  /// The combined loss of the faults that concern all messages.
  ///
  /// @param leftOut receives the other faults
  private static double loss(List<Fault<PeerAddress>> faults, List<String> leftOut) {
    double lost = 0;
    for (Fault<PeerAddress> fault : faults) {
      if (fault instanceof Fault.Loss<PeerAddress>(Path.Everywhere<PeerAddress> _, double share)
          && together(lost, share) <= GREATEST_LOSS) {
        lost = together(lost, share);
      } else {
        leftOut.add(
            "there is a " + FaultWords.of(fault) + ", so it may take longer or not reach all");
      }
    }
    return lost;
  }

  /// The loss where both are in force.
  private static double together(double one, double other) {
    return one + other - one * other;
  }

  /// What it leaves out, as a sentence; empty if that is nothing.
  public String leftOutWords() {
    return leftOut.isEmpty() ? "" : "It leaves out that " + String.join("; that ", leftOut) + ".";
  }
}
