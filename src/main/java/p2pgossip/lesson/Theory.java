package p2pgossip.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import p2pgossip.gossip.Strategy;
import p2pgossip.laboratory.Prediction;
import p2pgossip.laboratory.Predictions;
import p2pgossip.population.PopulationSettings;
import p2pgossip.theory.Formulas;
import p2pgossip.theory.RoundsToAll;

/// What theory says of the runs of lessons. It takes up to some seconds for thousands of peers, and
/// is remembered. Thread-safe.
public final class Theory {

  private static final double HALF = 0.5;
  private static final double MOST = 0.99;

  private final boolean asked;
  private final Map<PopulationSettings, Prediction> known = new ConcurrentHashMap<>();
  private final Map<PopulationSettings, Double> rounds = new ConcurrentHashMap<>();

  public Theory() {
    this(true);
  }

  private Theory(boolean asked) {
    this.asked = asked;
  }

  /// Theory that is never asked and has no figures, for lessons from anywhere: it could take hours
  /// for what stands in one.
  public static Theory unasked() {
    return new Theory(false);
  }

  /// Its words and, where there is one, its curve; empty where theory is not asked.
  public Optional<Prediction> of(Plan plan) {
    return asked
        ? plan.forTheory().map(settings -> known.computeIfAbsent(settings, Predictions::of))
        : Optional.empty();
  }

  /// One of its figures; empty where it has none.
  ///
  /// @param at the round of [Measure#SHARE]; empty for the end
  public OptionalDouble figure(Plan plan, Measure measure, OptionalInt at) {
    Optional<PopulationSettings> settings = plan.forTheory();
    if (settings.isEmpty() || !asked) {
      return OptionalDouble.empty();
    }
    return switch (of(plan).orElseThrow()) {
      case Prediction.Curve curve -> ofCurve(settings.get(), curve, measure, at);
      case Prediction.Level(double share, String _) -> ofShare(share, plan.peers(), measure, at);
      case Prediction.Unknown _ -> OptionalDouble.empty();
    };
  }

  private OptionalDouble ofCurve(
      PopulationSettings settings, Prediction.Curve curve, Measure measure, OptionalInt at) {
    List<Double> means = curve.means();
    return switch (measure) {
      case LAST -> last(settings, curve);
      case HALF -> isCertain(settings) ? firstWith(means, HALF) : OptionalDouble.empty();
      case NEARLY_ALL -> isCertain(settings) ? firstWith(means, MOST) : OptionalDouble.empty();
      case SHARE ->
          OptionalDouble.of(means.get(Math.min(at.orElse(Integer.MAX_VALUE), means.size() - 1)));
      case PEERS, REACHED, MISSED, RESIDUE, COMPLETE ->
          ofShare(means.getLast() > MOST ? 1 : means.getLast(), settings.peers(), measure, at);
      case EARLIEST, LATEST, COPIES, ALL_COPIES, DUPLICATES, LOST, HOPS, KNOWN ->
          OptionalDouble.empty();
    };
  }

  private static OptionalDouble ofShare(double share, int peers, Measure measure, OptionalInt at) {
    if (at.isPresent()) {
      return OptionalDouble.empty();
    }
    return switch (measure) {
      case PEERS -> OptionalDouble.of(peers);
      case REACHED -> OptionalDouble.of(share * peers);
      case MISSED -> OptionalDouble.of((1 - share) * peers);
      case SHARE -> OptionalDouble.of(share);
      case RESIDUE -> OptionalDouble.of(1 - share);
      case COMPLETE -> share == 1 ? OptionalDouble.of(1) : OptionalDouble.empty();
      default -> OptionalDouble.empty();
    };
  }

  /// Whether each run has the mean curve. Otherwise the mean of the rounds until half have heard it
  /// is not the round in which the mean reaches half.
  private static boolean isCertain(PopulationSettings settings) {
    return !settings.spreading().strategy().isPeriodic();
  }

  private static OptionalDouble firstWith(List<Double> means, double share) {
    for (int round = 0; round < means.size(); round++) {
      if (means.get(round) >= share) {
        return OptionalDouble.of(round);
      }
    }
    return OptionalDouble.empty();
  }

  /// The mean rounds until the last hears it.
  private OptionalDouble last(PopulationSettings settings, Prediction.Curve curve) {
    Strategy strategy = settings.spreading().strategy();
    Optional<RoundsToAll.Calls> calls =
        switch (strategy) {
          case PUSH -> Optional.of(RoundsToAll.Calls.PUSH);
          case PULL -> Optional.of(RoundsToAll.Calls.PULL);
          case PUSH_PULL -> Optional.of(RoundsToAll.Calls.PUSH_PULL);
          case DIRECT, FLOOD, GOSSIP1, ANTI_ENTROPY -> Optional.empty();
        };
    if (calls.isEmpty()) {
      return OptionalDouble.of(curve.means().size() - 1);
    }
    int peers = settings.peers();
    int fanout = settings.spreading().fanout();
    if (peers <= RoundsToAll.MOST_PEERS) {
      return OptionalDouble.of(
          rounds.computeIfAbsent(
              settings, it -> new RoundsToAll(calls.get(), peers, fanout, it.loss()).mean()));
    }
    if (fanout > 1 || settings.loss() > 0) {
      return OptionalDouble.empty();
    }
    // With the constants that the docs of the formulas state.
    return OptionalDouble.of(
        switch (calls.get()) {
          case PUSH -> Formulas.pushRounds(peers, 1) + 1.2;
          case PULL -> Formulas.pullRounds(peers, 1) + 1.0;
          case PUSH_PULL -> Formulas.pushPullRounds(peers, 1) + 0.05;
        });
  }
}
