package p2pgossip.swarm;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.fault.FaultBoard;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.TimedAction;

/// Does what a scenario says to a swarm that somebody else has started and looks at. Thread-safe; waits
/// for nothing but, when closed, for what is just being done. Closing it ends neither the swarm nor the
/// faults that are in force.
public final class ScenarioPlay implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ScenarioPlay.class);
  private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(10);
  private static final long LOOK_MILLIS = 50;

  private final Scenario scenario;
  private final Swarm swarm;
  private final Listener listener;
  private final ActionPerformer performer;
  private final Instant putUp = Instant.now();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("scenario").factory());

  // Guarded by this.
  private boolean closed;

  /// Hears of its course, on the thread of the play: it must return at once.
  public interface Listener {

    /// The time of the scenario begins.
    void began();

    void did(TimedAction action);

    /// @param reason in words, without a full stop
    void failed(TimedAction action, String reason);

    /// The time of the scenario is over. Told once, and not after [ScenarioPlay#close].
    void over();
  }

  /// Begins as soon as the swarm's peers know one another.
  ///
  /// @param faults on which those of the scenario are laid
  public ScenarioPlay(Scenario scenario, Swarm swarm, FaultBoard faults, Listener listener) {
    this.scenario = scenario;
    this.swarm = swarm;
    this.listener = listener;
    performer = new ActionPerformer(swarm, faults, scenario.seed());
    var _ = thread.schedule(this::beginOnceConnected, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// A peer whose link has not been answered yet does not keep the others waiting for ever.
  private void beginOnceConnected() {
    if (swarm.unconnected() > 0 && Instant.now().isBefore(putUp.plus(LONGEST_CONNECTING))) {
      var _ = thread.schedule(this::beginOnceConnected, LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return;
    }
    listener.began();
    for (TimedAction action : scenario.actions()) {
      var _ = thread.schedule(() -> perform(action), action.at().toNanos(), TimeUnit.NANOSECONDS);
    }
    var _ = thread.schedule(listener::over, scenario.lasts().toNanos(), TimeUnit.NANOSECONDS);
  }

  /// With the lock held, so that nothing is done any more once this is closed.
  private synchronized void perform(TimedAction action) {
    if (closed) {
      return;
    }
    try {
      performer.perform(action.action(), reason -> listener.failed(action, reason));
      listener.did(action);
    } catch (RuntimeException e) {
      LOG.error("The action at {} failed", action.at(), e);
      listener.failed(action, String.valueOf(e.getMessage()));
    }
  }

  /// Does nothing more, once what is just being done is done. Idempotent.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    thread.shutdownNow();
  }
}
