package p2pgossip.peer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Outgoing;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Step;
import p2pgossip.net.PeerClient;
import p2pgossip.profile.Meter;
import p2pgossip.steering.Watches;

/// Drives one engine: takes its steps one at a time, in the order in which they are requested from
/// any thread; sends their requests, publishes their events, and wakes the engine when it wants.
/// Thread-safe; no method waits for the network.
final class EngineDriver {

  private static final Logger LOG = LoggerFactory.getLogger(EngineDriver.class);

  private final PeerAddress address;
  private final GossipEngine engine;
  private final InstantSource steady;
  private final WallClock clock;
  private final ScheduledExecutorService scheduler;
  private final FaultyClient faulty;
  private final PeerClient sender;
  private final GossipListener listener;
  private final Meter meter;
  private final Watches watches;

  /// Guards the engine, the timer and the order of events. Held for microseconds only.
  private final Lock lock = new ReentrantLock();

  private @Nullable ScheduledFuture<?> timer;
  private @Nullable Instant wakeAt;
  private boolean closed;

  /// @param address of the peer
  /// @param steady clock by which the engine plans
  /// @param clock by which it tells the time of day
  /// @param scheduler wakes the engine
  /// @param faulty sends all requests, and delays a frozen peer's actions
  /// @param listener is called with the lock held
  EngineDriver(
      PeerAddress address,
      GossipEngine engine,
      InstantSource steady,
      WallClock clock,
      ScheduledExecutorService scheduler,
      FaultyClient faulty,
      GossipListener listener,
      Meter meter) {
    this.address = address;
    this.engine = engine;
    this.steady = steady;
    this.clock = clock;
    this.scheduler = scheduler;
    this.faulty = faulty;
    this.sender = new MeteredClient(address, faulty, meter);
    this.listener = listener;
    this.meter = meter;
    watches = new Watches(lock, () -> engine.snapshot(now()));
  }

  PeerAddress address() {
    return address;
  }

  GossipEngine engine() {
    return engine;
  }

  PeerClient sender() {
    return sender;
  }

  /// The peer's description of itself. Doesn't wait for a step.
  Peer self() {
    return engine.self();
  }

  PeerSettings settings() {
    lock.lock();
    try {
      return engine.settings();
    } finally {
      lock.unlock();
    }
  }

  PeerSnapshot snapshot() {
    lock.lock();
    try {
      return engine.snapshot(now());
    } finally {
      lock.unlock();
    }
  }

  int rumorsKept() {
    lock.lock();
    try {
      return engine.rumorsKept();
    } finally {
      lock.unlock();
    }
  }

  PeerWatch watch(PeerWatcher watcher) {
    return watches.begin(watcher);
  }

  /// The time for the next step. Called with the lock held.
  private Instant now() {
    engine.clockAhead(clock.ahead());
    return steady.instant();
  }

  /// Takes a step, unless the peer has ended.
  void drive(Function<Instant, Step> action) {
    Optional<Step> _ = driveFor(action, Function.identity());
  }

  /// Takes a step that has a further result.
  ///
  /// @param stepIn extracts the step from the result
  /// @return empty when the peer has ended
  <T> Optional<T> driveFor(Function<Instant, T> action, Function<T, Step> stepIn) {
    T result;
    Step step;
    lock.lock();
    try {
      if (closed) {
        return Optional.empty();
      }
      Instant now = now();
      StepTiming timing = StepTiming.begin(engine.nextPeriod(), now);
      result = action.apply(now);
      step = stepIn.apply(result);
      accept(step, timing);
    } finally {
      lock.unlock();
    }
    send(step);
    return Optional.of(result);
  }

  /// Takes a last step; the caller sends its requests.
  ///
  /// @return empty when the peer has ended
  Optional<Step> driveUnsent(Function<Instant, Step> action) {
    lock.lock();
    try {
      if (closed) {
        return Optional.empty();
      }
      Instant now = now();
      StepTiming timing = StepTiming.begin(engine.nextPeriod(), now);
      Step step = action.apply(now);
      accept(step, timing);
      return Optional.of(step);
    } finally {
      lock.unlock();
    }
  }

  /// Publishes the events of a step and sets the timer. Called with the lock held, so that events
  /// keep their order.
  private void accept(Step step, StepTiming timing) {
    timing.end(address, step, engine.self().period(), meter);
    step.events().forEach(this::publish);
    Instant next = step.wakeAt();
    if (next == null ? wakeAt == null : next.equals(wakeAt)) {
      return;
    }
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    wakeAt = next;
    if (next != null) {
      long nanos = Math.max(0, Duration.between(steady.instant(), next).toNanos());
      timer = scheduler.schedule(this::wake, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void wake() {
    faulty.whenAwake(this::wakeNow);
  }

  private void wakeNow() {
    lock.lock();
    try {
      wakeAt = null;
      timer = null;
    } finally {
      lock.unlock();
    }
    try {
      drive(engine::tick);
    } catch (RuntimeException e) {
      failed("running a period", e);
      // The empty step after a failure sets no timer, so the next period is set here.
      lock.lock();
      try {
        if (!closed) {
          timer =
              scheduler.schedule(
                  this::wake, engine.settings().period().toMillis(), TimeUnit.MILLISECONDS);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /// Sends outside the lock: the requests of a step are sent together, and none waits for another.
  private void send(Step step) {
    for (Outgoing outgoing : step.requests()) {
      sender.send(outgoing.request(), new Answer(outgoing));
    }
  }

  /// Publishes an event that does not come from the engine.
  void tell(Supplier<GossipEvent> event) {
    lock.lock();
    try {
      publish(event.get());
    } finally {
      lock.unlock();
    }
  }

  private void publish(GossipEvent event) {
    tellListener(event);
    watches.tell(event);
  }

  private void tellListener(GossipEvent event) {
    try {
      listener.happened(event);
    } catch (RuntimeException e) {
      LOG.error("A listener failed on {}", event, e);
    }
  }

  /// Reports an error in this program; the peer continues.
  void failed(String doing, Throwable cause) {
    lock.lock();
    try {
      if (closed) {
        // Work that is cut off while the threads end is expected.
        LOG.debug("{} was cut off while {}", address, doing, cause);
        return;
      }
      publish(new GossipEvent.Trouble(clock.instant(), doing, String.valueOf(cause)));
    } finally {
      lock.unlock();
    }
    LOG.error("{} failed while {}", address, doing, cause);
  }

  /// Takes no more steps from now on.
  ///
  /// @return whether steps were taken until now
  boolean silence() {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      closed = true;
      if (timer != null) {
        timer.cancel(false);
      }
    } finally {
      lock.unlock();
    }
    return true;
  }

  /// Publishes the end to watchers, runs `between`, and then publishes the end to the listener.
  void end(Runnable between) {
    GossipEvent stopped = new GossipEvent.Stopped(clock.instant(), address);
    lock.lock();
    try {
      watches.end(stopped);
    } finally {
      lock.unlock();
    }
    between.run();
    tellListener(stopped);
  }

  /// Hands the outcome of one request back to the engine.
  private final class Answer implements PeerClient.Outcome {

    private final Outgoing outgoing;

    private Answer(Outgoing outgoing) {
      this.outgoing = outgoing;
    }

    @Override
    public void answered(Reply reply, Duration roundTrip) {
      report(now -> engine.answered(outgoing, reply, roundTrip, now));
    }

    @Override
    public void failed(Failure failure) {
      report(now -> engine.failed(outgoing, failure, now));
    }

    private void report(Function<Instant, Step> action) {
      try {
        drive(action);
      } catch (RuntimeException e) {
        EngineDriver.this.failed("taking the answer to " + outgoing.request(), e);
      }
    }
  }
}
