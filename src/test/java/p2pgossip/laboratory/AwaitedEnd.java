package p2pgossip.laboratory;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;

/// Completed with how a piece of work ends: `ended`, `called off`, or why it failed.
final class AwaitedEnd extends CompletableFuture<String> implements WorkEnd {

  @Override
  public void ended() {
    complete("ended");
  }

  @Override
  public void failed(String words) {
    complete(words);
  }

  @Override
  public void calledOff() {
    complete("called off");
  }

  String awaited() {
    await().until(this::isDone);
    return join();
  }
}
