package p2pgossip.ui.model;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.experiment.ScenarioRun;
import p2pgossip.gossip.ShownText;
import p2pgossip.network.Run;
import p2pgossip.scenario.ActionWords;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;
import p2pgossip.steering.SteerableNetwork;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.swarm.SwarmPlan;

/// A scenario that is played in a window, one run after another, each on a swarm of its own. FX
/// thread only.
final class ScenarioRuns implements AutoCloseable {

  private final Scenario scenario;
  private final int firstPort;
  private final Run.Time time;
  private final Stage stage;
  private final Executor fxThread;
  private final Audience audience;
  private @Nullable ScenarioRun play;
  private boolean over;
  private boolean closed;

  /// On which it is played.
  interface Stage {

    /// Starts a swarm in place of the one before.
    ///
    /// @param standing is given the network and its first member once all run
    void set(SwarmPlan plan, RunTitle title, Standing standing);

    /// Ends all faults of the run before.
    void endAllFaults();
  }

  /// What is done once a swarm runs.
  interface Standing {
    void with(SteerableNetwork network, SteerablePeer first);
  }

  /// Who looks at it.
  ///
  /// @param standing is given the first member of each swarm once all run
  /// @param between told the name of a run at its end, before its swarm gives way to the next
  /// @param news told in words what is done
  /// @param trouble told in words what could not be done
  record Audience(
      Consumer<SteerablePeer> standing,
      Consumer<String> between,
      Consumer<String> news,
      Consumer<String> trouble) {}

  /// @param firstPort as in [SwarmPlan]
  ScenarioRuns(
      Scenario scenario,
      int firstPort,
      Run.Time time,
      Stage stage,
      Executor fxThread,
      Audience audience) {
    this.scenario = scenario;
    this.firstPort = firstPort;
    this.time = time;
    this.stage = stage;
    this.fxThread = fxThread;
    this.audience = audience;
  }

  Scenario scenario() {
    return scenario;
  }

  /// The scenario's, fit to be shown.
  String name() {
    return ShownText.of(scenario.name());
  }

  void begin() {
    begin(0);
  }

  private void begin(int index) {
    Variant run = scenario.runs().get(index);
    stage.set(
        SwarmPlan.of(scenario, run, time).withFirstPort(firstPort),
        RunTitle.of(scenario, index),
        (network, first) -> stands(index, network, first));
  }

  private void stands(int index, SteerableNetwork network, SteerablePeer first) {
    audience.standing().accept(first);
    if (!closed) {
      play = new ScenarioRun(scenario, network, new Teller(index));
    }
  }

  private void over(int index) {
    if (closed || index + 1 == scenario.runs().size()) {
      over = true;
      return;
    }
    if (play != null) {
      play.close();
      play = null;
    }
    audience.between().accept(ShownText.of(scenario.runs().get(index).name()));
    stage.endAllFaults();
    begin(index + 1);
  }

  /// Whether all is done.
  boolean isOver() {
    return over;
  }

  /// Stops. Idempotent.
  @Override
  public void close() {
    closed = true;
    if (play != null) {
      play.close();
    }
  }

  /// Hears of one run, on the thread of the play.
  private final class Teller implements ScenarioRun.Course {

    private final int index;
    private final String name;

    private Teller(int index) {
      this.index = index;
      name = ShownText.of(scenario.runs().get(index).name());
    }

    @Override
    public void began(int peers, int unconnected) {
      say("Scenario “" + name + "” begins.");
    }

    @Override
    public void ignored(String words) {
      fxThread.execute(() -> audience.trouble().accept("Scenario: " + words + "."));
    }

    @Override
    public void did(TimedAction action) {
      String object = ActionWords.object(action.action());
      // Most rumours end with a full stop of their own.
      String end = object.endsWith(".") ? "" : ".";
      say("Scenario: " + ActionWords.verb(action.action()) + " " + object + end);
    }

    @Override
    public void failed(TimedAction action, String reason) {
      String what = ActionWords.verb(action.action());
      fxThread.execute(
          () -> audience.trouble().accept("Scenario: could not " + what + ": " + reason + "."));
    }

    @Override
    public void over() {
      say("Scenario “" + name + "” is over.");
      fxThread.execute(() -> ScenarioRuns.this.over(index));
    }

    private void say(String words) {
      fxThread.execute(() -> audience.news().accept(words));
    }
  }
}
