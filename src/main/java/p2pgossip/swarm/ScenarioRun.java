package p2pgossip.swarm;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.fault.FaultBoard;
import p2pgossip.network.Run;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;

/// One run of a scenario on a swarm of its own: puts the network up, does what is to be done when it is
/// time, watches, and ends. All but the start goes on one thread.
final class ScenarioRun implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ScenarioRun.class);
  private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(10);
  private static final long LOOK_MILLIS = 20;
  private static final Duration BETWEEN_NEWS = Duration.ofSeconds(1);

  private final Scenario scenario;
  private final String name;
  private final Run run;
  private final SwarmPlan plan;
  private final boolean secure;
  private final RunListener listener;
  private final BooleanSupplier cancelled;
  private final RunWitness witness = new RunWitness();
  private final Swarm swarm;
  private final FaultBoard.Subscription faultsWatched;
  private final ActionPerformer performer;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("scenario").factory());
  private final Instant putUp = Instant.now();

  // Of the run's thread; read by the waiting one after the end.
  private volatile Instant began = putUp;
  private boolean begun;
  private int left;
  private Instant nextNews = putUp;

  /// Starts the peers, and all that follows.
  ///
  /// @param number of the run among those of the scenario, from 1
  ///
  /// @throws IOException when no port could be had
  /// @throws java.util.concurrent.CancellationException when it was cancelled meanwhile
  ScenarioRun(
      Scenario scenario,
      Variant variant,
      int number,
      SwarmPlan plan,
      PeerRuntime runtime,
      RunListener listener,
      BooleanSupplier cancelled)
      throws IOException {
    this.scenario = scenario;
    this.name = variant.name();
    this.plan = plan;
    this.secure = runtime.security().isPresent();
    this.listener = listener;
    this.cancelled = cancelled;
    this.left = scenario.actions().size();
    this.faultsWatched = runtime.faults().listen(witness::faultsChanged);
    this.swarm = Swarm.start(plan, runtime, witness, _ -> {}, cancelled);
    this.run =
        new Run(
            number,
            scenario.name(),
            scenario.variants().isEmpty() ? null : name,
            1,
            plan.topology().label(),
            plan.seed(),
            plan.originals(),
            swarm.members().stream().map(SwarmMember::address).toList(),
            Run.Time.REAL);
    witness.began(run);
    this.performer = new ActionPerformer(swarm, runtime.faults(), scenario.seed());
    var _ =
        thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// Waits for the end.
  Report.Run await() throws InterruptedException {
    ended.await();
    Instant end = Instant.now();
    return new Report.Run(
        name,
        run,
        plan.topology(),
        plan.settings(),
        secure,
        began,
        Duration.between(began, end),
        swarm.members().stream()
            .map(member -> new Report.Member(member.number(), member.address(), member.original()))
            .toList(),
        witness.ended(run, end),
        witness.happenings(began));
  }

  private void look() {
    try {
      Instant now = Instant.now();
      if (!begun) {
        beginIfConnected(now);
      } else {
        tellNews(now);
        if (isOver(now)) {
          ended.countDown();
        }
      }
      if (cancelled.getAsBoolean()) {
        ended.countDown();
      }
    } catch (RuntimeException e) {
      LOG.error("The run \"{}\" ends early", name, e);
      ended.countDown();
    }
  }

  /// A peer whose link has not been answered yet does not keep the others waiting for ever.
  private void beginIfConnected(Instant now) {
    int unconnected = swarm.unconnected();
    if (unconnected > 0 && now.isBefore(putUp.plus(LONGEST_CONNECTING))) {
      return;
    }
    begun = true;
    began = now;
    nextNews = now.plus(BETWEEN_NEWS);
    listener.began(swarm.peers().size(), unconnected);
    for (TimedAction action : scenario.actions()) {
      var _ = thread.schedule(() -> perform(action), action.at().toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void perform(TimedAction action) {
    try {
      witness.did(action.action());
      performer.perform(action.action(), reason -> failed(action, reason));
      listener.did(action);
    } catch (RuntimeException e) {
      LOG.error("The action at {} failed", action.at(), e);
      failed(action, String.valueOf(e.getMessage()));
    }
    left--;
  }

  private void failed(TimedAction action, String reason) {
    witness.failed(action.action(), reason);
    listener.failed(action, reason);
  }

  private boolean isOver(Instant now) {
    if (!now.isBefore(began.plus(scenario.lasts()))) {
      return left == 0;
    }
    Duration quiet = scenario.quiet();
    if (quiet == null || left > 0 || witness.isAnyUnderWay()) {
      return false;
    }
    Instant lastCopy = witness.lastCopy();
    Instant lastMove = lastCopy == null || lastCopy.isBefore(began) ? began : lastCopy;
    return !now.isBefore(lastMove.plus(quiet));
  }

  private void tellNews(Instant now) {
    if (now.isBefore(nextNews)) {
      return;
    }
    nextNews = nextNews.plus(BETWEEN_NEWS);
    witness.tell(
        (newest, copies) ->
            listener.wentOn(
                Duration.between(began, now),
                newest == null ? 0 : newest.reached(),
                newest == null ? swarm.peers().size() : newest.population(),
                copies));
  }

  /// Ends the peers, and all else. Idempotent.
  @Override
  public void close() {
    thread.shutdownNow();
    faultsWatched.close();
    swarm.close();
  }
}
