package p2pgossip.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.Churn;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;
import p2pgossip.scenario.TimedAction;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerableNetwork;

/// One run of a scenario on a network that the caller has set up. It waits until the peers are
/// connected, carries out each action at its time, and finds out when the run is over. All of this
/// goes by the clock of the network and happens in tasks that it schedules with
/// [SteerableNetwork#later].
///
/// Thread-safe. Only [#close] blocks, until an action in progress is done. Closing a run ends
/// neither the network nor the faults in force.
public final class ScenarioRun implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ScenarioRun.class);
  private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Duration BETWEEN_NEWS = Duration.ofSeconds(1);

  private final Scenario scenario;
  private final SteerableNetwork network;
  private final Course course;
  private final ActionPerformer performer;
  private final CopyWatch copies = new CopyWatch();
  private final SteerableNetwork.Listening listening;

  // Guarded by this.
  private final Instant putUp;
  private @Nullable Instant began;
  private Instant lastDone;
  private Instant nextNews;
  private int left;
  private boolean closed;

  /// Is told how the run goes, in tasks of the network, one call at a time. Must return soon.
  public interface Course {

    /// The peers run and are connected, as far as they could be. The time of the scenario begins.
    ///
    /// @param peers the number of peers that run
    /// @param unconnected the number of peers that still lack a neighbour
    default void began(int peers, int unconnected) {}

    /// Something in the scenario has no effect on this network.
    ///
    /// @param words without a full stop
    default void ignored(String words) {}

    /// An action is about to be carried out.
    default void doing(TimedAction action) {}

    /// An action has been carried out, or has begun if it takes time.
    default void did(TimedAction action) {}

    /// An action failed; the run goes on. May also be called later, on any thread.
    ///
    /// @param reason in words, without a full stop
    default void failed(TimedAction action, String reason) {}

    /// Is called about once a second.
    ///
    /// @param since the time since the scenario began
    /// @param copies the number of copies sent since the network was set up
    default void wentOn(Duration since, long copies) {}

    /// The run is over: its time has passed, or no copy has moved for as long as the scenario says.
    /// Called once, and not after [ScenarioRun#close].
    default void over() {}
  }

  /// Begins once the peers of the network are connected.
  ///
  /// @param network to whose faults the scenario adds; not closed with the run
  public ScenarioRun(Scenario scenario, SteerableNetwork network, Course course) {
    this.scenario = scenario;
    this.network = network;
    this.course = course;
    this.performer = new ActionPerformer(network, scenario.seed());
    this.left = scenario.actions().size();
    this.putUp = network.clock().instant();
    this.nextNews = putUp;
    this.lastDone = putUp;
    this.listening = network.listen(copies);
    network.later(BETWEEN_LOOKS, this::look);
  }

  private synchronized void look() {
    if (closed) {
      return;
    }
    try {
      Instant now = network.clock().instant();
      Instant since = began;
      if (since == null) {
        beginIfConnected(now);
      } else {
        tellNews(since, now);
        if (isOver(since, now)) {
          end();
          return;
        }
      }
      network.later(BETWEEN_LOOKS, this::look);
    } catch (RuntimeException e) {
      LOG.error("A run of \"{}\" ends early", scenario.name(), e);
      end();
    }
  }

  /// Waits for a limited time, since a peer that does not answer must not hold up the run.
  private void beginIfConnected(Instant now) {
    int unconnected = network.unconnected();
    if (unconnected > 0 && now.isBefore(putUp.plus(LONGEST_CONNECTING))) {
      return;
    }
    began = now;
    lastDone = now;
    nextNews = now.plus(BETWEEN_NEWS);
    int running = (int) network.members().stream().filter(NetworkMember::running).count();
    course.began(running, unconnected);
    scenario.traits().ignoredIn(network.time()).ifPresent(course::ignored);
    for (TimedAction action : scenario.actions()) {
      network.later(action.at(), () -> perform(action));
    }
    Churn churn = scenario.traits().churn();
    if (churn != null) {
      RandomGenerator seeds = RandomGeneratorFactory.of("L64X128MixRandom").create(scenario.seed());
      repeat(churn.leavePerMinute(), seeds, new Action.Leave(new Selection.AtRandom(1)));
      repeat(churn.joinPerMinute(), seeds, new Action.Join(1));
    }
  }

  /// Does something at the times of a Poisson process, until the run is over.
  private void repeat(double perMinute, RandomGenerator seeds, Action action) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seeds.nextLong());
    if (perMinute > 0) {
      repeat(new PoissonTimes(perMinute, random), action);
    }
  }

  private void repeat(PoissonTimes times, Action action) {
    Instant since = Objects.requireNonNull(began);
    TimedAction next = new TimedAction(times.next(), action);
    Duration pause = Duration.between(network.clock().instant(), since.plus(next.at()));
    network.later(
        pause.isNegative() ? Duration.ZERO : pause,
        () -> {
          synchronized (this) {
            if (!closed) {
              attempt(next);
              repeat(times, action);
            }
          }
        });
  }

  /// Runs with the lock held, so that nothing happens after [#close].
  private synchronized void perform(TimedAction action) {
    if (closed) {
      return;
    }
    attempt(action);
    lastDone = network.clock().instant();
    left--;
  }

  private void attempt(TimedAction action) {
    try {
      course.doing(action);
      performer.perform(action.action(), reason -> course.failed(action, reason));
      course.did(action);
    } catch (RuntimeException e) {
      LOG.error("The action at {} failed", action.at(), e);
      course.failed(action, String.valueOf(e.getMessage()));
    }
  }

  private boolean isOver(Instant since, Instant now) {
    if (!now.isBefore(since.plus(scenario.lasts()))) {
      return left == 0;
    }
    Duration quiet = scenario.quiet();
    if (quiet == null || left > 0) {
      return false;
    }
    Instant quietSince = copies.quietSince(lastDone);
    return quietSince != null && !now.isBefore(quietSince.plus(quiet));
  }

  private void tellNews(Instant since, Instant now) {
    if (!now.isBefore(nextNews)) {
      nextNews = nextNews.plus(BETWEEN_NEWS);
      course.wentOn(Duration.between(since, now), copies.copies());
    }
  }

  private void end() {
    close();
    course.over();
  }

  /// Ends the run, after an action in progress. Idempotent.
  @Override
  public synchronized void close() {
    closed = true;
    listening.close();
  }
}
