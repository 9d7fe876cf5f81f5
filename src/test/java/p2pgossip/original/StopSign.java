package p2pgossip.original;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Stops the threads of a peer like a process that got SIGSTOP: connections are accepted, nothing
/// is answered.
final class StopSign {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition lifted = lock.newCondition();
  private boolean up;

  void raise(boolean now) {
    lock.lock();
    try {
      up = now;
      lifted.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Returns at once, or when the sign has been removed or the thread is interrupted.
  void pass() {
    lock.lock();
    try {
      while (up) {
        lifted.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
