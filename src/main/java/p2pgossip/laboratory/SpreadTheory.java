package p2pgossip.laboratory;

import java.time.Duration;
import p2pgossip.experiment.Counterpart;
import p2pgossip.population.PopulationSettings;
import p2pgossip.topology.Complete;

/// What theory says of a rumour among real or simulated peers.
///
/// @param prediction by rounds
/// @param period in place of a round
/// @param words what it is, how the peers differ from its assumptions, and what that does
public record SpreadTheory(Prediction prediction, Duration period, String words) {

  private static final String AT_ONCE =
      "Theory counts rounds. With this strategy a copy is passed on at once, not once a period, so"
          + " its steps show in the hops and not over time.";

  /// Finds it. Takes up to some seconds for thousands of peers.
  public static SpreadTheory of(Counterpart peers) {
    PopulationSettings settings = peers.settings();
    if (!settings.spreading().strategy().isPeriodic()) {
      return new SpreadTheory(new Prediction.Unknown(AT_ONCE), peers.period(), AT_ONCE);
    }
    Prediction own = Predictions.of(settings);
    if (!(own instanceof Prediction.Unknown)) {
      return new SpreadTheory(own, peers.period(), own.words() + " " + peers.leftOutWords());
    }
    Prediction wellKnown = Predictions.of(amongAll(settings));
    return wellKnown instanceof Prediction.Unknown
        ? new SpreadTheory(own, peers.period(), own.words())
        : new SpreadTheory(
            wellKnown,
            peers.period(),
            "%s %s %s".formatted(wellKnown.words(), own.words(), peers.leftOutWords()));
  }

  /// The same where all know one another.
  private static PopulationSettings amongAll(PopulationSettings it) {
    return new PopulationSettings(
        it.peers(), new Complete(), it.spreading(), it.loss(), it.crashes(), it.seed());
  }
}
