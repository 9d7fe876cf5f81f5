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
/// @param messageBytes of a message and its answer, 1 to [#LARGEST_MESSAGE]; what is measured in
///     bytes is the number of messages times that
public record PopulationBase(
    int peers,
    Topology topology,
    Spreading spreading,
    double loss,
    double crash,
    int crashAfter,
    int messageBytes)
    implements Base {

  public static final int MOST_PEERS = 1_000_000_000;
  public static final int LATEST_CRASH = 1_000_000;
  public static final int LARGEST_MESSAGE = 1 << 20;

  /// About what a copy of a short rumour takes over HTTP, with its answer and all headers.
  public static final int USUAL_MESSAGE = 500;

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
    if (messageBytes < 1 || messageBytes > LARGEST_MESSAGE) {
      throw new IllegalArgumentException(
          "message_bytes must be 1 to " + LARGEST_MESSAGE + ", not " + messageBytes);
    }
  }

  @Override
  public PopulationBase with(Parameter parameter, String value) {
    return switch (parameter) {
      case PEERS -> withPeers(Values.whole(parameter, value, 1, MOST_PEERS));
      case TOPOLOGY -> with(Topology.parse(value), spreading);
      case STRATEGY, FANOUT, INTEREST, HOP_LIMIT, FORWARDING ->
          with(topology, Values.spreading(spreading, parameter, value));
      case LOSS -> with(Values.number(parameter, value, 1), crash, crashAfter);
      case CRASH -> with(loss, Values.number(parameter, value, 1), crashAfter);
      case CRASH_AFTER -> with(loss, crash, Values.whole(parameter, value, 0, LATEST_CRASH));
      case MESSAGE_BYTES -> withMessages(Values.whole(parameter, value, 1, LARGEST_MESSAGE));
      case PERIOD, LATENCY, CHURN ->
          throw new IllegalArgumentException(
              parameter.label() + " can't be varied on arrays, only in a scenario");
    };
  }

  private PopulationBase withPeers(int number) {
    return new PopulationBase(number, topology, spreading, loss, crash, crashAfter, messageBytes);
  }

  private PopulationBase with(Topology by, Spreading how) {
    return new PopulationBase(peers, by, how, loss, crash, crashAfter, messageBytes);
  }

  private PopulationBase with(double lost, double crashing, int after) {
    return new PopulationBase(peers, topology, spreading, lost, crashing, after, messageBytes);
  }

  private PopulationBase withMessages(int bytes) {
    return new PopulationBase(peers, topology, spreading, loss, crash, crashAfter, bytes);
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
      case MESSAGE_BYTES -> String.valueOf(messageBytes);
      case PERIOD, LATENCY, CHURN -> null;
    };
  }

  @Override
  public void requireFitting() {
    topology.requirePeers(peers);
  }
}
