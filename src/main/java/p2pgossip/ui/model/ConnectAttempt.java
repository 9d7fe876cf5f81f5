package p2pgossip.ui.model;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Standing;
import p2pgossip.peer.Target;

/// The outcome of one target that the user asked for.
///
/// @param address null until its name has been looked up
/// @param words to show beside it
public record ConnectAttempt(
    Target target, @Nullable PeerAddress address, Outcome outcome, String words) {

  /// How far the attempt has got.
  public enum Outcome {
    CONNECTING,
    TRYING_AGAIN,
    CONNECTED,
    FAILED
  }

  public static ConnectAttempt of(Target target) {
    return new ConnectAttempt(
        target, target.literal().orElse(null), Outcome.CONNECTING, "connecting …");
  }

  ConnectAttempt at(PeerAddress newAddress) {
    return new ConnectAttempt(target, newAddress, outcome, words);
  }

  ConnectAttempt as(Outcome newOutcome, String newWords) {
    return new ConnectAttempt(target, address, newOutcome, newWords);
  }

  /// The peer that is not connected yet; empty if there is nothing to give up.
  ///
  /// @param known what is known of a peer
  Optional<PeerAddress> open(Function<PeerAddress, Optional<Neighbor>> known) {
    return Optional.ofNullable(address)
        .filter(_ -> outcome != Outcome.CONNECTED)
        .filter(
            it ->
                known.apply(it).filter(peer -> peer.standing() != Standing.CONNECTED).isPresent());
  }

  public boolean isOver() {
    return outcome == Outcome.CONNECTED || outcome == Outcome.FAILED;
  }
}
