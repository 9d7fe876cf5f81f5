package p2pgossip.scenario;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Latency;
import p2pgossip.network.Run;

/// What the network of a scenario is like, beside its peers.
///
/// @param latency of messages in virtual time; null for the usual one
/// @param churn null if no peer comes or goes by itself
/// @param inStep whether, in virtual time, all peers begin a period at the same moment, and what is
///     sent in a round arrives before the next. Then there is no latency
/// @param names what its peers are called
public record NetworkTraits(
    @Nullable Latency latency, @Nullable Churn churn, boolean inStep, NameChoice names) {

  /// The usual.
  public static final NetworkTraits NONE = new NetworkTraits(null, null, false);

  /// A network of peers without names.
  public NetworkTraits(@Nullable Latency latency, @Nullable Churn churn, boolean inStep) {
    this(latency, churn, inStep, NameChoice.PORTS);
  }

  /// @throws IllegalArgumentException when there is a latency in step
  public NetworkTraits {
    if (inStep && latency != null) {
      throw new IllegalArgumentException(
          "peers in step have no latency: what is sent in a round arrives in it; leave one of the"
              + " two out");
    }
  }

  public NetworkTraits withNames(NameChoice choice) {
    return new NetworkTraits(latency, churn, inStep, choice);
  }

  /// How long messages take in virtual time.
  public Latency latencyOrUsual() {
    return Objects.requireNonNullElseGet(latency, Latency::usual);
  }

  /// Whether the peers of a network are in step.
  ///
  /// @param time of the network
  public boolean inStepIn(Run.Time time) {
    return inStep && time == Run.Time.VIRTUAL;
  }

  /// What has no effect on a network, in words for the user, without a full stop.
  ///
  /// @param time of the network
  public Optional<String> ignoredIn(Run.Time time) {
    if (time == Run.Time.VIRTUAL) {
      return Optional.empty();
    }
    if (inStep) {
      return Optional.of(
          "the peers of this scenario are in step in virtual time only; on real sockets each begins"
              + " its periods at a moment of its own");
    }
    return latency == null
        ? Optional.empty()
        : Optional.of(
            "the latency of this scenario acts in virtual time only; on real sockets messages take"
                + " their own time");
  }
}
