package p2pgossip.ui.model;

import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.peer.Target;
import p2pgossip.ui.model.ConnectAttempt.Outcome;

/// The targets that the user asked for lately, newest first, and what became of each. Bounded. FX
/// thread only.
public final class ConnectAttempts {

  private static final int BOUND = 20;

  private final ObservableList<ConnectAttempt> attempts = FXCollections.observableArrayList();
  private final ObservableList<ConnectAttempt> readOnly =
      FXCollections.unmodifiableObservableList(attempts);

  public ObservableList<ConnectAttempt> all() {
    return readOnly;
  }

  /// The user asks for a target. What is over and done with makes room.
  public void begin(Target target) {
    attempts.removeIf(
        attempt -> attempt.target().equals(target) || attempt.outcome() == Outcome.CONNECTED);
    attempts.addFirst(ConnectAttempt.of(target));
    if (attempts.size() > BOUND) {
      attempts.removeLast();
    }
  }

  public void resolved(Target target, PeerAddress address) {
    replace(target, attempt -> attempt.at(address));
  }

  public void failed(Target target, String reason) {
    replace(target, attempt -> attempt.as(Outcome.FAILED, reason));
  }

  public void connected(Target target, String words) {
    replace(target, attempt -> attempt.as(Outcome.CONNECTED, words));
  }

  public void clear() {
    attempts.clear();
  }

  /// Follows what the peer says of its attempts.
  public void follow(GossipEvent event) {
    switch (event) {
      case GossipEvent.PeerConnected it -> update(it.peer(), Outcome.CONNECTED, "connected");
      case GossipEvent.ConnectFailed it ->
          update(
              it.target(),
              it.tryingAgain() ? Outcome.TRYING_AGAIN : Outcome.FAILED,
              it.failure().reason() + (it.tryingAgain() ? "; trying again" : ""));
      case GossipEvent.PeerDropped it -> attempts.removeIf(one -> it.peer().equals(one.address()));
      default -> {
        // Nothing else decides an attempt.
      }
    }
  }

  private void update(PeerAddress address, Outcome outcome, String words) {
    attempts.replaceAll(
        attempt ->
            address.equals(attempt.address()) && !attempt.isOver()
                ? attempt.as(outcome, words)
                : attempt);
  }

  private void replace(Target target, UnaryOperator<ConnectAttempt> change) {
    attempts.replaceAll(
        attempt -> attempt.target().equals(target) ? change.apply(attempt) : attempt);
  }
}
