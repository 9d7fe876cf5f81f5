package p2pgossip.sweep;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Latency;
import p2pgossip.fault.Path;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.Churn;
import p2pgossip.scenario.NetworkTraits;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;
import p2pgossip.scenario.TimedAction;
import p2pgossip.topology.Topology;

/// A scenario. What is measured is its first rumour; its variants are left out.
public record ScenarioBase(Scenario scenario) implements Base {

  private static final String LOSS = "loss of the experiment";

  /// What is varied in a scenario, for its constructor.
  private record Varied(
      int peers,
      Topology topology,
      PeerSettings settings,
      List<TimedAction> actions,
      NetworkTraits traits) {

    static Varied of(Scenario it) {
      return new Varied(it.peers(), it.topology(), it.settings(), it.actions(), it.traits());
    }

    Scenario of(Scenario it, long seed) {
      return new Scenario(
          it.name(),
          it.description(),
          seed,
          peers,
          it.originals(),
          topology,
          settings,
          it.lasts(),
          it.quiet(),
          actions,
          List.of(),
          traits);
    }
  }

  /// The scenario alone, with another seed.
  public Scenario seeded(long seed) {
    return Varied.of(scenario).of(scenario, seed);
  }

  /// The chance that a message gets lost, as [#with] sets it; 0 if it was not set.
  public double loss() {
    return !scenario.actions().isEmpty()
            && scenario.actions().getFirst().action()
                instanceof Action.Begin(String name, Fault.Loss<Selection>(_, double share))
            && name.equals(LOSS)
        ? share
        : 0;
  }

  @Override
  public ScenarioBase with(Parameter parameter, String value) {
    return new ScenarioBase(varied(parameter, value).of(scenario, scenario.seed()));
  }

  private Varied varied(Parameter parameter, String value) {
    Varied it = Varied.of(scenario);
    PeerSettings settings = it.settings();
    NetworkTraits traits = it.traits();
    return switch (parameter) {
      case PEERS ->
          new Varied(
              Values.whole(parameter, value, 1, Scenario.MOST_PEERS),
              it.topology(),
              settings,
              it.actions(),
              traits);
      case TOPOLOGY ->
          new Varied(it.peers(), Topology.parse(value), settings, it.actions(), traits);
      case STRATEGY, FANOUT, INTEREST, HOP_LIMIT, FORWARDING ->
          new Varied(
              it.peers(),
              it.topology(),
              settings.withSpreading(Values.spreading(settings.spreading(), parameter, value)),
              it.actions(),
              traits);
      case PERIOD ->
          new Varied(
              it.peers(),
              it.topology(),
              settings.withPeriod(Values.seconds(parameter, value)),
              it.actions(),
              traits);
      case LOSS ->
          new Varied(
              it.peers(),
              it.topology(),
              settings,
              withLoss(it.actions(), Values.number(parameter, value, 1)),
              traits);
      case LATENCY ->
          new Varied(
              it.peers(),
              it.topology(),
              settings,
              it.actions(),
              new NetworkTraits(
                  new Latency.Fixed(Values.seconds(parameter, value)),
                  traits.churn(),
                  traits.inStep(),
                  traits.names()));
      case CHURN ->
          new Varied(
              it.peers(),
              it.topology(),
              settings,
              it.actions(),
              new NetworkTraits(
                  traits.latency(),
                  churn(Values.number(parameter, value, Churn.MOST_PER_MINUTE)),
                  traits.inStep(),
                  traits.names()));
      case CRASH, CRASH_AFTER, MESSAGE_BYTES ->
          throw new IllegalArgumentException(
              parameter.label() + " can't be varied in a scenario, only on arrays");
    };
  }

  private static @Nullable Churn churn(double perMinute) {
    return perMinute == 0 ? null : new Churn(perMinute, perMinute);
  }

  /// From the beginning on, before all other actions.
  private static List<TimedAction> withLoss(List<TimedAction> others, double share) {
    List<TimedAction> actions = new ArrayList<>();
    if (share > 0) {
      actions.add(
          new TimedAction(
              Duration.ZERO,
              new Action.Begin(LOSS, new Fault.Loss<>(new Path.Everywhere<>(), share))));
    }
    actions.addAll(others);
    return actions;
  }

  @Override
  public @Nullable String value(Parameter parameter) {
    return switch (parameter) {
      case PEERS -> String.valueOf(scenario.peers());
      case TOPOLOGY -> scenario.topology().label();
      case STRATEGY, FANOUT, INTEREST, HOP_LIMIT, FORWARDING ->
          Values.of(scenario.settings().spreading(), parameter);
      case PERIOD -> Axis.text(BigDecimal.valueOf(scenario.settings().period().toNanos(), 9));
      case LOSS, LATENCY, CHURN, CRASH, CRASH_AFTER, MESSAGE_BYTES -> null;
    };
  }

  /// A scenario is checked when it is made.
  @Override
  public void requireFitting() {}
}
