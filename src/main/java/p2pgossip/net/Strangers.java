package p2pgossip.net;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;
import p2pgossip.gossip.Source;
import p2pgossip.net.password.FairQueue;
import p2pgossip.net.password.Turns;

/// Callers that want to prove to a peer of this process that they know its password: when each may
/// try, and the separate thread for their arithmetic. All peers of the process share it, so that
/// nobody can guess at each of them at once. Thread-safe.
final class Strangers implements AutoCloseable {

  /// How often the waiting callers are checked.
  private static final long BEAT_MILLIS = 50;

  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          // The queue is fair, and asks for the thread once for all its work.
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("p2pgossip-strangers").factory());
  private final FairQueue arithmetic = new FairQueue(thread);
  private final XnioIoThread timer;

  // Guarded by this.
  private final Turns<Waiter> turns;
  private boolean beating;

  /// Called on any thread, must return at once.
  ///
  /// @param go it may try now; [#ended] must be called afterwards
  /// @param refuse it must try again later
  record Waiter(Runnable go, Runnable refuse) {}

  /// @param timer runs the checks of waiting callers
  Strangers(XnioIoThread timer, RandomGenerator random) {
    this.timer = timer;
    turns = new Turns<>(random);
    thread.allowCoreThreadTimeOut(true);
  }

  /// A caller wants to try.
  void arrived(Source source, Waiter waiter) {
    Turns.Outcome<Waiter> outcome;
    synchronized (this) {
      outcome = turns.arrived(source, waiter, System.nanoTime());
    }
    carryOut(outcome);
  }

  /// The caller's attempt has ended.
  ///
  /// @param wrong whether the caller failed to prove that it knows the password, or broke off
  void ended(Source source, boolean wrong) {
    Turns.Outcome<Waiter> outcome;
    synchronized (this) {
      outcome = turns.ended(source, !wrong, System.nanoTime());
    }
    carryOut(outcome);
  }

  /// Runs work on the thread for arithmetic.
  ///
  /// @return whether it will run; false if too much is waiting
  boolean work(Source source, Runnable work) {
    try {
      return arithmetic.add(source, work);
    } catch (RejectedExecutionException e) {
      // The program is ending.
      return false;
    }
  }

  private void carryOut(Turns.Outcome<Waiter> outcome) {
    outcome.refused().forEach(waiter -> waiter.refuse().run());
    outcome.go().forEach(waiter -> waiter.go().run());
    synchronized (this) {
      if (beating || !turns.hasWaiting()) {
        return;
      }
      beating = true;
    }
    try {
      XnioExecutor.Key _ = timer.executeAfter(this::beat, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The threads have ended, and the connections are closed.
    }
  }

  private void beat() {
    Turns.Outcome<Waiter> outcome;
    synchronized (this) {
      beating = false;
      outcome = turns.proceed(System.nanoTime());
    }
    carryOut(outcome);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
