package p2pgossip.ui.model;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
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

  public boolean isOver() {
    return outcome == Outcome.CONNECTED || outcome == Outcome.FAILED;
  }
}
