package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;

/// Writes down every outcome that it is told, to see that there is just one.
final class Told implements PeerClient.Outcome {

  private final List<Object> outcomes = new CopyOnWriteArrayList<>();
  private volatile Duration roundTrip = Duration.ZERO;

  /// Sends, waits for the outcome and gives it back: a [Reply] or a [Failure].
  static Object of(PeerClient client, Request request) {
    Told told = new Told();
    client.send(request, told);
    return told.outcome();
  }

  @Override
  public void answered(Reply reply, Duration newRoundTrip) {
    roundTrip = newRoundTrip;
    outcomes.add(reply);
  }

  @Override
  public void failed(Failure failure) {
    outcomes.add(failure);
  }

  Object outcome() {
    if (outcomes.isEmpty()) {
      await().pollInterval(Duration.ofMillis(2)).until(() -> !outcomes.isEmpty());
    }
    assertThat(outcomes).hasSize(1);
    return outcomes.getFirst();
  }

  Duration roundTrip() {
    return roundTrip;
  }

  int count() {
    return outcomes.size();
  }
}
