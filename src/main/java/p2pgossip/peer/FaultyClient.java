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
import java.util.random.RandomGenerator;
import p2pgossip.fault.Fate;
import p2pgossip.fault.FaultBoard;
import p2pgossip.fault.FaultSet;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.PeerClient;

/// The client of one peer: the shared one, with the faults in force between them. Thread-safe;
/// blocks nobody.
///
/// A request goes one way and its answer the other, and each can be lost or late on its own. A
/// request that is lost never sets off. An answer that is lost was given all the same: the other
/// has heard, and only this peer does not know it. Either way the loss shows as it does in a real
/// network, as an answer that does not come; but after a second rather than the whole time limit,
/// so that a class need not wait for it.
///
/// While its peer is frozen, nothing sets off and no answer is taken in; both wait until it thaws.
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

  /// @param self whose client this is
  /// @param client what sends in earnest; it is not closed with this
  /// @param steady goes on evenly, and measures how long an answer takes
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

  /// Runs a task: now, or once the peer is no longer frozen. Not at all once this is closed while
  /// it waits.
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

  /// Does what has waited for the peer to thaw. To be called after every change of the faults.
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

  /// Whether what this other sends here is lost this time.
  boolean losesFrom(PeerAddress other) {
    FaultSet faults = board.inForce();
    synchronized (this) {
      return faults.loses(other, self, random);
    }
  }

  /// What waits for a frozen peer is given up. Idempotent.
  @Override
  public synchronized void close() {
    closed = true;
    held.clear();
  }

  /// One request and its answer. Told once, whatever comes first.
  private final class Trip implements Outcome {

    private final Request request;
    private final Outcome outcome;
    private final AtomicBoolean told = new AtomicBoolean();
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
      switch (fate) {
        case Fate.Lost _ -> failAt(lossShowsAfter());
        case Fate.Arrives(Duration by) when by.isZero() -> inTime.run();
        case Fate.Arrives(Duration by) -> {
          failAt(timeLimit);
          later(by, late);
        }
      }
    }

    @Override
    public void failed(Failure failure) {
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

    /// The client measures from when it was asked, which is later than the departure where the
    /// request was held up.
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
    private void failAt(Duration time) {
      Failure failure =
          new Failure(
              Failure.Kind.TIMED_OUT,
              "no answer within "
                  + time.toMillis()
                  + " ms, because of a fault that is in force on the way");
      later(time.minus(sinceDeparture()), () -> failed(failure));
    }

    private void later(Duration time, Runnable task) {
      try {
        var _ = scheduler.schedule(task, time.toNanos(), TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        failed(new Failure(Failure.Kind.UNREACHABLE, "the program is ending"));
      }
    }
  }
}
