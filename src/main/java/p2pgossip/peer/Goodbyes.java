package p2pgossip.peer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Outgoing;
import p2pgossip.gossip.Reply;
import p2pgossip.net.PeerClient;

/// Goodbyes on their way. What is answered does not matter any longer, only that it is.
///
/// @param unanswered how many still are
record Goodbyes(CountDownLatch unanswered) implements PeerClient.Outcome {

  /// Says them, and waits until they have been heard, or so long at most.
  static void say(List<Outgoing> goodbyes, PeerClient client, Duration limit) {
    Goodbyes underWay = new Goodbyes(new CountDownLatch(goodbyes.size()));
    for (Outgoing goodbye : goodbyes) {
      client.send(goodbye.request(), underWay);
    }
    try {
      boolean _ = underWay.unanswered.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void answered(Reply reply, Duration roundTrip) {
    unanswered.countDown();
  }

  @Override
  public void failed(Failure failure) {
    unanswered.countDown();
  }
}
