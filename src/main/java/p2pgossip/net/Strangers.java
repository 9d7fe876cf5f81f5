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

/// Those who want to show one of the peers of this process that they know its password: when each
/// may try, and the thread on which their arithmetic is done, which is no other's. One for all
/// peers of the process, so that nobody can guess at each of them at once. Thread-safe.
final class Strangers implements AutoCloseable {

  /// How often those who wait are looked after.
  private static final long BEAT_MILLIS = 50;

  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          // The queue of work is a fair one: it asks for the thread once, for all that it has.
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("p2pgossip-strangers").factory());
  private final FairQueue arithmetic = new FairQueue(thread);
  private final XnioIoThread timer;

  // Guarded by this.
  private final Turns<Waiter> turns;
  private boolean beating;

  /// Called on any thread, and to return at once.
  ///
  /// @param go it may try now; [#ended] is to be called afterwards
  /// @param refuse it is to come again later
  record Waiter(Runnable go, Runnable refuse) {}

  /// @param timer on which those who wait are looked after
  Strangers(XnioIoThread timer, RandomGenerator random) {
    this.timer = timer;
    turns = new Turns<>(random);
    thread.allowCoreThreadTimeOut(true);
  }

  /// Somebody wants to try.
  void arrived(Source source, Waiter waiter) {
    Turns.Outcome<Waiter> outcome;
    synchronized (this) {
      outcome = turns.arrived(source, waiter, System.nanoTime());
    }
    carryOut(outcome);
  }

  /// His try has come to an end.
  ///
  /// @param wrong whether he did not show that he knows the password, or broke off
  void ended(Source source, boolean wrong) {
    Turns.Outcome<Waiter> outcome;
    synchronized (this) {
      outcome = turns.ended(source, !wrong, System.nanoTime());
    }
    carryOut(outcome);
  }

  /// Has something worked out.
  ///
  /// @return whether it will be; false where too much is waiting
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
      // The threads have ended, and whoever waits is hung up on.
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
