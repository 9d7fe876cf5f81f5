package p2pgossip.peer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import p2pgossip.fault.Fate;
import p2pgossip.fault.FaultBoard;
import p2pgossip.fault.FaultSet;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.PeerClient;

/// The client of one peer: the shared client behind the faults in force. Thread-safe; never blocks.
///
/// A request travels one way and its answer the other, and each can be lost or delayed on its own.
/// A lost request is never sent. A lost answer has been given: the other peer has heard the
/// request, and only this peer doesn't know. Either way the loss looks as in a real network, like
/// an answer that doesn't come. It is reported after a second rather than after the whole time
/// limit, so that a class need not wait for it.
///
/// A request that a fault doubles is sent twice, and the second answer is dropped.
///
/// While its peer is frozen, requests are held and answers are not taken in, until it thaws.
final class FaultyClient implements PeerClient {

  private final PeerAddress self;
  private final FaultBoard board;
  private final PeerClient client;
  private final InstantSource steady;
  private final ScheduledExecutorService scheduler;
  private final Duration timeLimit;
  private final RandomGenerator random;

  // Guarded by this, as is random.
  private final List<Runnable> held = new ArrayList<>();
  private boolean closed;

  /// @param self the peer whose client this is
  /// @param client sends for real; not closed with this
  /// @param steady measures round trips
  /// @param timeLimit of that client
  FaultyClient(
      PeerAddress self,
      FaultBoard board,
      PeerClient client,
      InstantSource steady,
      ScheduledExecutorService scheduler,
      Duration timeLimit,
      RandomGenerator random) {
    this.self = self;
    this.board = board;
    this.client = client;
    this.steady = steady;
    this.scheduler = scheduler;
    this.timeLimit = timeLimit;
    this.random = random;
  }

  @Override
  public void send(Request request, Outcome outcome) {
    whenAwake(new Trip(request, outcome)::depart);
  }

  /// Runs a task: now, or once the peer is no longer frozen. Drops it if this is closed first.
  void whenAwake(Runnable task) {
    synchronized (this) {
      if (board.inForce().isFrozen(self)) {
        if (!closed) {
          held.add(task);
        }
        return;
      }
    }
    task.run();
  }

  /// Runs what has waited for the peer to thaw. Called after every change of the faults.
  void thaw() {
    List<Runnable> due;
    synchronized (this) {
      if (board.inForce().isFrozen(self)) {
        return;
      }
      due = List.copyOf(held);
      held.clear();
    }
    due.forEach(Runnable::run);
  }

  /// Whether a fault loses this message from another peer.
  boolean losesFrom(PeerAddress other) {
    FaultSet faults = board.inForce();
    synchronized (this) {
      return faults.loses(other, self, random);
    }
  }

  /// Gives up what waits for a frozen peer. Idempotent.
  @Override
  public synchronized void close() {
    closed = true;
    held.clear();
  }

  /// One request and its answer. Faults may make several copies of either. The first answer that
  /// arrives counts; a failure counts once no copy is left that could be answered. The outcome is
  /// reported once.
  private final class Trip implements Outcome {

    private final Request request;
    private final Outcome outcome;
    private final AtomicBoolean told = new AtomicBoolean();

    /// Copies of the request or of its answer that may still lead to an answer.
    private final AtomicInteger open = new AtomicInteger(1);

    private Instant departed = Instant.MIN;

    private Trip(Request request, Outcome outcome) {
      this.request = request;
      this.outcome = outcome;
    }

    private void depart() {
      departed = steady.instant();
      FaultSet faults = board.inForce();
      if (faults.isEmpty()) {
        client.send(request, this);
        return;
      }
      meet(
          fate(faults, self, request.to()),
          () -> client.send(request, this),
          () -> client.send(request, this));
    }

    @Override
    public void answered(Reply reply, Duration roundTrip) {
      FaultSet faults = board.inForce();
      if (faults.isEmpty()) {
        tell(() -> outcome.answered(reply, roundTripSinceDeparture(roundTrip)));
        return;
      }
      meet(
          fate(faults, request.to(), self),
          () -> tell(() -> outcome.answered(reply, roundTripSinceDeparture(roundTrip))),
          () -> tell(() -> outcome.answered(reply, sinceDeparture())));
    }

    private Fate fate(FaultSet faults, PeerAddress from, PeerAddress to) {
      synchronized (FaultyClient.this) {
        return faults.fate(from, to, random);
      }
    }

    private void meet(Fate fate, Runnable inTime, Runnable late) {
      if (fate.isLost()) {
        if (open.decrementAndGet() == 0) {
          giveUpAt(lossShowsAfter());
        }
        return;
      }
      open.addAndGet(fate.arrivals().size() - 1);
      for (Duration by : fate.arrivals()) {
        if (by.isZero()) {
          inTime.run();
        } else {
          giveUpAt(timeLimit);
          later(by, late);
        }
      }
    }

    /// One copy has been lost.
    @Override
    public void failed(Failure failure) {
      if (open.decrementAndGet() == 0) {
        giveUp(failure);
      }
    }

    private void giveUp(Failure failure) {
      tell(() -> outcome.failed(failure));
    }

    private void tell(Runnable telling) {
      whenAwake(
          () -> {
            if (told.compareAndSet(false, true)) {
              telling.run();
            }
          });
    }

    /// The client measures from when it was called, which is later than the departure of a request
    /// that was held.
    private Duration roundTripSinceDeparture(Duration measured) {
      Duration whole = sinceDeparture();
      return whole.minus(measured).compareTo(Duration.ofMillis(1)) > 0 ? whole : measured;
    }

    private Duration sinceDeparture() {
      return Duration.between(departed, steady.instant());
    }

    private Duration lossShowsAfter() {
      return Fate.LOSS_SHOWS_AFTER.compareTo(timeLimit) < 0 ? Fate.LOSS_SHOWS_AFTER : timeLimit;
    }

    /// @param time since the departure
    private void giveUpAt(Duration time) {
      later(time.minus(sinceDeparture()), () -> giveUp(Fate.noAnswerWithin(time)));
    }

    private void later(Duration time, Runnable task) {
      try {
        var _ = scheduler.schedule(task, time.toNanos(), TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        giveUp(new Failure(Failure.Kind.UNREACHABLE, "the program is ending"));
      }
    }
  }
}
