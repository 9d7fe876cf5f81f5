package p2pgossip.ui.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.ShownText;
import p2pgossip.peer.Target;
import p2pgossip.ui.model.ConnectAttempt.Outcome;

/// The targets that the user has asked for recently, newest first, and their outcomes. Bounded. FX
/// thread only.
public final class ConnectAttempts {

  private static final int BOUND = 20;

  /// How many times [#age] is called before a success is removed.
  private static final int SUCCESS_SHOWN = 8;

  private final ObservableList<ConnectAttempt> attempts = FXCollections.observableArrayList();
  private final Map<ConnectAttempt, Integer> ages = new HashMap<>();
  private final ObservableList<ConnectAttempt> readOnly =
      FXCollections.unmodifiableObservableList(attempts);

  public ObservableList<ConnectAttempt> all() {
    return readOnly;
  }

  /// The user asks for a target. Finished attempts make room for it.
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

  /// The user has read the outcome, or no longer wants the target.
  void dismiss(Target target) {
    attempts.removeIf(attempt -> attempt.target().equals(target));
  }

  public void clear() {
    attempts.clear();
  }

  /// To be called every second. Successes are removed after some seconds; failures stay.
  public void age() {
    ages.keySet().retainAll(attempts);
    for (ConnectAttempt attempt : attempts) {
      if (attempt.outcome() == Outcome.CONNECTED) {
        ages.merge(attempt, 1, Integer::sum);
      }
    }
    attempts.removeIf(attempt -> ages.getOrDefault(attempt, 0) >= SUCCESS_SHOWN);
  }

  /// Follows what the peer reports of its attempts.
  public void follow(GossipEvent event) {
    switch (event) {
      // Also if the attempt had failed: the other peer may have called since. Not if it is known to
      // be connected already, which is reported one frame later.
      case GossipEvent.PeerConnected it ->
          update(
              attempt ->
                  it.peer().equals(attempt.address()) && attempt.outcome() != Outcome.CONNECTED,
              Outcome.CONNECTED,
              "connected");
      case GossipEvent.ConnectFailed it ->
          update(
              attempt -> it.target().equals(attempt.address()) && !attempt.isOver(),
              it.tryingAgain() ? Outcome.TRYING_AGAIN : Outcome.FAILED,
              ShownText.of(it.failure().reason()) + (it.tryingAgain() ? "; trying again" : ""));
      case GossipEvent.PeerUnreachable it ->
          update(
              attempt -> it.peer().equals(attempt.address()) && !attempt.isOver(),
              Outcome.TRYING_AGAIN,
              ShownText.of(it.failure().reason()) + "; tried again until you drop it");
      case GossipEvent.PeerRefused it ->
          update(
              attempt -> it.peer().equals(attempt.address()) && !attempt.isOver(),
              Outcome.FAILED,
              ShownText.of(it.failure().reason()));
      case GossipEvent.PeerForgotten it ->
          update(
              attempt -> it.peer().equals(attempt.address()),
              Outcome.FAILED,
              "failed too often and is forgotten: " + ShownText.of(it.failure().reason()));
      case GossipEvent.PeerDropped it -> attempts.removeIf(one -> it.peer().equals(one.address()));
      default -> {
        // Nothing else decides an attempt.
      }
    }
  }

  private void update(Predicate<ConnectAttempt> which, Outcome outcome, String words) {
    attempts.replaceAll(attempt -> which.test(attempt) ? attempt.as(outcome, words) : attempt);
  }

  private void replace(Target target, UnaryOperator<ConnectAttempt> change) {
    attempts.replaceAll(
        attempt -> attempt.target().equals(target) ? change.apply(attempt) : attempt);
  }
}
