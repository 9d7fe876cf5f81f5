package p2pgossip.ui.laboratory;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What a run tells, until the FX thread takes it, many at a time. Any thread may put, the FX
/// thread takes.
final class Mailbox {

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  void put(Runnable message) {
    waiting.add(message);
  }

  /// Does all that waits, in order.
  void empty() {
    Runnable message = waiting.poll();
    while (message != null) {
      message.run();
      message = waiting.poll();
    }
  }
}
