package p2pgossip.experiment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.TimedAction;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerableNetwork;

/// One run of a scenario on a network that somebody else has put up: waits until its peers know one
/// another, does what is to be done when it is time, and sees when it is over. All of it goes by the
/// time of the network, and in the turns that the network gives to [SteerableNetwork#later].
///
/// Thread-safe; waits for nothing but, when closed, for what is just being done. Closing it ends neither
/// the network nor the faults that are in force.
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

  /// Hears of its course, in the turns of the network, one call at a time: it must return soon.
  public interface Course {

    /// All peers run and are connected, or as many as got so far. The time of the scenario begins.
    ///
    /// @param peers how many run
    /// @param unconnected peers that lack a neighbour still
    default void began(int peers, int unconnected) {}

    /// An action is about to be done.
    default void doing(TimedAction action) {}

    /// An action was done, or begun where it takes time.
    default void did(TimedAction action) {}

    /// Something could not be done; the run goes on. Also told later, on any thread.
    ///
    /// @param reason in words, without a full stop
    default void failed(TimedAction action, String reason) {}

    /// Comes about once a second.
    ///
    /// @param since the time of the scenario
    /// @param copies that were sent in all since it was put up
    default void wentOn(Duration since, long copies) {}

    /// The run is over: its time is, or all has been quiet for as long as the scenario says. Told once,
    /// and not after [ScenarioRun#close].
    default void over() {}
  }

  /// Begins as soon as the peers of the network know one another.
  ///
  /// @param network whose faults the scenario adds to, and which is not closed with this
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

  /// A peer whose link has not been answered yet does not keep the others waiting for ever.
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
    for (TimedAction action : scenario.actions()) {
      network.later(action.at(), () -> perform(action));
    }
  }

  /// With the lock held, so that nothing is done any more once this is closed.
  private synchronized void perform(TimedAction action) {
    if (closed) {
      return;
    }
    try {
      course.doing(action);
      performer.perform(action.action(), reason -> course.failed(action, reason));
      course.did(action);
    } catch (RuntimeException e) {
      LOG.error("The action at {} failed", action.at(), e);
      course.failed(action, String.valueOf(e.getMessage()));
    }
    lastDone = network.clock().instant();
    left--;
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

  /// Does nothing more, once what is just being done is done. Idempotent.
  @Override
  public synchronized void close() {
    closed = true;
    listening.close();
  }
}
