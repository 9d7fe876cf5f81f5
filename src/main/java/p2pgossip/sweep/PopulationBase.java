package p2pgossip.sweep;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Spreading;
import p2pgossip.topology.Topology;

/// One rumour among peers on arrays.
///
/// @param peers 1 to [#MOST_PEERS]
/// @param loss the chance that a call gets lost, 0 to below 1
/// @param crash the chance that a peer crashes, 0 to 1
/// @param crashAfter after which round; 0 is before the first
public record PopulationBase(
    int peers, Topology topology, Spreading spreading, double loss, double crash, int crashAfter)
    implements Base {

  public static final int MOST_PEERS = 1_000_000_000;
  public static final int LATEST_CRASH = 1_000_000;

  /// @throws IllegalArgumentException when a value is out of its range, naming it
  public PopulationBase {
    if (peers < 1 || peers > MOST_PEERS) {
      throw new IllegalArgumentException("peers must be 1 to " + MOST_PEERS + ", not " + peers);
    }
    if (!(loss >= 0 && loss < 1)) {
      throw new IllegalArgumentException("loss must be from 0 to below 1, not " + loss);
    }
    if (!(crash >= 0 && crash <= 1)) {
      throw new IllegalArgumentException("crash must be from 0 to 1, not " + crash);
    }
  }

  @Override
  public PopulationBase with(Parameter parameter, String value) {
    return switch (parameter) {
      case PEERS ->
          new PopulationBase(
              Values.whole(parameter, value, 1, MOST_PEERS),
              topology,
              spreading,
              loss,
              crash,
              crashAfter);
      case TOPOLOGY ->
          new PopulationBase(peers, Topology.parse(value), spreading, loss, crash, crashAfter);
      case STRATEGY, FANOUT, INTEREST, HOP_LIMIT, FORWARDING ->
          new PopulationBase(
              peers,
              topology,
              Values.spreading(spreading, parameter, value),
              loss,
              crash,
              crashAfter);
      case LOSS ->
          new PopulationBase(
              peers, topology, spreading, Values.number(parameter, value, 1), crash, crashAfter);
      case CRASH ->
          new PopulationBase(
              peers, topology, spreading, loss, Values.number(parameter, value, 1), crashAfter);
      case CRASH_AFTER ->
          new PopulationBase(
              peers,
              topology,
              spreading,
              loss,
              crash,
              Values.whole(parameter, value, 0, LATEST_CRASH));
      case PERIOD, LATENCY, CHURN ->
          throw new IllegalArgumentException(
              parameter.label() + " can't be varied on arrays, only in a scenario");
    };
  }

  @Override
  public @Nullable String value(Parameter parameter) {
    return switch (parameter) {
      case PEERS -> String.valueOf(peers);
      case TOPOLOGY -> topology.label();
      case STRATEGY, FANOUT, INTEREST, HOP_LIMIT, FORWARDING -> Values.of(spreading, parameter);
      case LOSS -> Axis.text(BigDecimal.valueOf(loss));
      case CRASH -> Axis.text(BigDecimal.valueOf(crash));
      case CRASH_AFTER -> String.valueOf(crashAfter);
      case PERIOD, LATENCY, CHURN -> null;
    };
  }

  @Override
  public void requireFitting() {
    topology.requirePeers(peers);
  }
}
