package p2pgossip.laboratory;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Where work waits while it is paused. Thread-safe.
public final class Gate {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private boolean shut;

  /// @param paused whether callers have to wait from now on
  void set(boolean paused) {
    lock.lock();
    try {
      shut = paused;
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Whether callers have to wait now.
  public boolean isShut() {
    lock.lock();
    try {
      return shut;
    } finally {
      lock.unlock();
    }
  }

  /// Waits while it is shut.
  ///
  /// @throws InterruptedException when the thread is interrupted, since the work is called off
  public void pass() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (shut) {
        opened.await();
      }
    } finally {
      lock.unlock();
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("called off");
    }
  }
}
