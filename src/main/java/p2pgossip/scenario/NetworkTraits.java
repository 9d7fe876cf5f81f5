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
public record NetworkTraits(@Nullable Latency latency, @Nullable Churn churn) {

  /// The usual.
  public static final NetworkTraits NONE = new NetworkTraits(null, null);

  /// How long messages take in virtual time.
  public Latency latencyOrUsual() {
    return Objects.requireNonNullElseGet(latency, Latency::usual);
  }

  /// What has no effect on a network, in words for the user, without a full stop.
  ///
  /// @param time of the network
  public Optional<String> ignoredIn(Run.Time time) {
    return latency == null || time == Run.Time.VIRTUAL
        ? Optional.empty()
        : Optional.of(
            "the latency of this scenario acts in virtual time only; on real sockets messages take"
                + " their own time");
  }
}
