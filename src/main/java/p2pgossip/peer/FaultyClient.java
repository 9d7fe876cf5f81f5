package p2pgossip.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import p2pgossip.fault.FaultBoard;
import p2pgossip.fault.FaultSet;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.PeerClient;

/// The client of one peer: the shared one, with the faults in force between them. Thread-safe; blocks
/// nobody.
///
/// A request goes one way and its answer the other, and each can be lost or late on its own. A request
/// that is lost never sets off. An answer that is lost was given all the same: the other has heard, and
/// only this peer does not know it. Either way the loss shows as it does in a real network, as an
/// answer that does not come; but after a second rather than the whole time limit, so that a class
/// need not wait for it.
///
/// While its peer is frozen, nothing sets off and no answer is taken in; both wait until it thaws.
final class FaultyClient implements PeerClient {

  /// When a loss is noticed, unless the time limit is shorter.
  static final Duration LOSS_SHOWS_AFTER = Duration.ofSeconds(1);

  private final PeerAddress self;
  private final FaultBoard board;
  private final PeerClient client;
  private final ScheduledExecutorService scheduler;
  private final Duration timeLimit;
  private final RandomGenerator random;

  // Guarded by this, as is random.
  private final List<Runnable> held = new ArrayList<>();
  private boolean closed;

  /// @param self whose client this is
  /// @param client what sends in earnest; it is not closed with this
  /// @param timeLimit of that client
  FaultyClient(
      PeerAddress self,
      FaultBoard board,
      PeerClient client,
      ScheduledExecutorService scheduler,
      Duration timeLimit,
      RandomGenerator random) {
    this.self = self;
    this.board = board;
    this.client = client;
    this.scheduler = scheduler;
    this.timeLimit = timeLimit;
    this.random = random;
  }

  @Override
  public void send(Request request, Outcome outcome) {
    whenAwake(new Trip(request, outcome)::depart);
  }

  /// Runs a task: now, or once the peer is no longer frozen. Not at all once this is closed while it
  /// waits.
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
    private long departed;

    private Trip(Request request, Outcome outcome) {
      this.request = request;
      this.outcome = outcome;
    }

    private void depart() {
      departed = System.nanoTime();
      FaultSet faults = board.inForce();
      if (faults.isEmpty()) {
        client.send(request, this);
        return;
      }
      boolean lost;
      Duration late;
      synchronized (FaultyClient.this) {
        lost = faults.loses(self, request.to(), random);
        late = faults.delay(self, request.to(), random);
      }
      if (lost) {
        failAt(lossShowsAfter());
      } else if (late.isZero()) {
        client.send(request, this);
      } else {
        failAt(timeLimit);
        later(late, () -> client.send(request, this));
      }
    }

    @Override
    public void answered(Reply reply, Duration roundTrip) {
      FaultSet faults = board.inForce();
      if (faults.isEmpty()) {
        tell(() -> outcome.answered(reply, roundTripSinceDeparture(roundTrip)));
        return;
      }
      boolean lost;
      Duration late;
      synchronized (FaultyClient.this) {
        lost = faults.loses(request.to(), self, random);
        late = faults.delay(request.to(), self, random);
      }
      if (lost) {
        failAt(lossShowsAfter());
      } else if (late.isZero()) {
        tell(() -> outcome.answered(reply, roundTripSinceDeparture(roundTrip)));
      } else {
        failAt(timeLimit);
        later(late, () -> tell(() -> outcome.answered(reply, sinceDeparture())));
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
      return Duration.ofNanos(System.nanoTime() - departed);
    }

    private Duration lossShowsAfter() {
      return LOSS_SHOWS_AFTER.compareTo(timeLimit) < 0 ? LOSS_SHOWS_AFTER : timeLimit;
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
