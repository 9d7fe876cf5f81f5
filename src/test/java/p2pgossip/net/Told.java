package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.testing.Recorder;

/// Records every outcome, to check that there is exactly one.
final class Told implements PeerClient.Outcome {

  private final Recorder<Object> outcomes = new Recorder<>();
  private volatile Duration roundTrip = Duration.ZERO;

  /// Sends, waits for the outcome and returns it: a [Reply] or a [Failure].
  static Object of(PeerClient client, Request request) {
    Told told = new Told();
    client.send(request, told);
    return told.outcome();
  }

  @Override
  public void answered(Reply reply, Duration newRoundTrip) {
    roundTrip = newRoundTrip;
    outcomes.accept(reply);
  }

  @Override
  public void failed(Failure failure) {
    outcomes.accept(failure);
  }

  Object outcome() {
    if (outcomes.isEmpty()) {
      await().pollInterval(Duration.ofMillis(2)).until(() -> !outcomes.isEmpty());
    }
    assertThat(outcomes).hasSize(1);
    return outcomes.first();
  }

  Duration roundTrip() {
    return roundTrip;
  }

  int count() {
    return outcomes.size();
  }
}
