package p2pgossip.ui.model;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import p2pgossip.experiment.SwarmCounterpart;
import p2pgossip.fault.FaultBoard;
import p2pgossip.fault.FaultSet;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Observation;
import p2pgossip.network.Run;
import p2pgossip.pace.Pace;
import p2pgossip.pace.Pacer;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.scenario.Scenario;
import p2pgossip.simulation.VirtualTime;
import p2pgossip.steering.SteerableNetwork;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.ui.beat.Beat;

/// The swarm that a window has started, if any, and the faults of the peers of this process. FX
/// thread only; what waits is done on the background executor.
public final class SwarmViewModel implements Home, AutoCloseable {

  private static final Duration REFRESH = Duration.ofMillis(100);

  private final ReadOnlyObjectWrapper<@Nullable SwarmState> state = new ReadOnlyObjectWrapper<>();
  private final PeerRuntime runtime;
  private final Executor background;
  private final Executor fxThread;
  private final Beat beat;
  private final Consumer<SteerablePeer> watcher;
  private final Consumer<Observation> observer;
  private final BooleanSupplier keepsUp;
  private final RunAnnouncer runs;
  private final NetworkStarter starter;
  private final SwarmSteering steering;
  private final ReadOnlyObjectWrapper<Pace> pace = new ReadOnlyObjectWrapper<>(Pace.REAL);
  private final Consumer<String> trouble;
  private final Consumer<String> news;
  private final List<Attendant> attendants = new ArrayList<>();
  private @Nullable SwarmRun run;

  private @Nullable Throttle show;
  private @Nullable ScenarioRuns scenario;

  /// Told of the members, as in [Home#attend].
  private record Attendant(Consumer<SteerablePeer> joined, Runnable ended) {}

  /// @param watcher is given each member that runs, to show it
  /// @param observer is told when a run begins and ends
  /// @param trouble is told in words what could not be done
  /// @param news is told in words what a scenario does
  /// @param beat paces what is handed to the FX thread
  /// @param keepsUp whether what is watched is taken in quickly enough for more to come; called on
  ///     any thread
  public SwarmViewModel(
      PeerRuntime runtime,
      Executor background,
      Executor fxThread,
      Beat beat,
      Consumer<SteerablePeer> watcher,
      Consumer<Observation> observer,
      Consumer<String> trouble,
      Consumer<String> news,
      BooleanSupplier keepsUp) {
    this.runtime = runtime;
    this.background = background;
    this.fxThread = fxThread;
    this.beat = beat;
    this.watcher = watcher;
    this.observer = observer;
    this.runs = new RunAnnouncer(observer);
    this.starter = new NetworkStarter(runtime);
    this.steering =
        new SwarmSteering(this::network, () -> faultsOf(run), background, fxThread, trouble);
    this.trouble = trouble;
    this.news = news;
    this.keepsUp = keepsUp;
  }

  /// The swarm; null while there is none.
  public ReadOnlyObjectProperty<@Nullable SwarmState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public boolean isThere() {
    return run != null;
  }

  /// Whether a scenario is played that is not over yet.
  public boolean isPlaying() {
    return scenario != null && !scenario.isOver();
  }

  /// The name of the scenario that is played and not over yet, fit to be shown.
  public Optional<String> playing() {
    ScenarioRuns played = scenario;
    return played == null || played.isOver() ? Optional.empty() : Optional.of(played.name());
  }

  /// The swarm as it is now, for what comes closest to it in the laboratory; empty while there is
  /// none.
  ///
  /// @param ownPeer whether the window has a peer of its own
  public Optional<SwarmCounterpart> likeness(boolean ownPeer) {
    SwarmState now = state.get();
    return now == null
        ? Optional.empty()
        : Optional.of(
            new SwarmCounterpart(
                now.plan(),
                now.members().size(),
                now.running(),
                now.settings(),
                now.apart(this::peer),
                isConnected(),
                ownPeer,
                steering.faults(),
                scenario == null ? null : scenario.scenario()));
  }

  /// Starts a swarm. Ends the one that runs, if any.
  ///
  /// @param standing is given its first member once all run
  public void start(SwarmPlan plan, Consumer<SteerablePeer> standing) {
    stop();
    start(plan, RunTitle.NONE, (network, first) -> standing.accept(first));
  }

  private void start(SwarmPlan plan, RunTitle title, ScenarioRuns.Standing standing) {
    endRun();
    state.set(null);
    Throttle paced = new Throttle(beat, REFRESH, this::show);
    SwarmRun begun = new SwarmRun(plan, title, fxThread, new Members(paced));
    run = begun;
    show = paced;
    show();
    // No run begins before the end of the one before, whichever clock that had.
    Instant earliest = runs.latest();
    background.execute(
        () -> {
          try {
            NetworkStarter.Started started = starter.start(plan, earliest, begun, begun::isOver);
            fxThread.execute(() -> started(begun, started, title, standing));
          } catch (CancellationException e) {
            // The user has ended it already.
          } catch (IOException | RuntimeException e) {
            fxThread.execute(() -> failed(begun, String.valueOf(e.getMessage())));
          }
        });
  }

  private void started(
      SwarmRun begun,
      NetworkStarter.Started started,
      RunTitle title,
      ScenarioRuns.Standing standing) {
    SteerableNetwork network = started.network();
    if (run != begun) {
      // Perhaps because the window has been closed, which takes no more tasks.
      Thread.ofVirtual().name("swarm that came late").start(network::close);
      return;
    }
    VirtualTime time = started.time();
    begun.stands(
        network, time == null ? null : new Pacer(time, Pace.STILL, runtime.steadyClock(), keepsUp));
    runs.begin(title, begun.plan(), network);
    if (time != null) {
      begun.hearFaults(this::faultsChanged);
    }
    List<SteerablePeer> peers =
        network.members().stream()
            .map(member -> network.peer(member.address()))
            .filter(Objects::nonNull)
            .toList();
    peers.forEach(watcher);
    if (!peers.isEmpty()) {
      standing.with(network, peers.getFirst());
    }
    // Not earlier: what is planned by now happens at the same virtual time in every run.
    begun.setPace(pace.get());
    show();
  }

  /// Those of a simulated network. The faults between real peers are heard by what watches them.
  private void faultsChanged(Instant at, FaultSet inForce) {
    fxThread.execute(() -> observer.accept(new Observation.FaultsChanged(at, inForce.faults())));
  }

  private void failed(SwarmRun begun, String words) {
    if (run == begun) {
      endScenario();
      endRun();
      state.set(begun.failed(words));
    }
    trouble.accept("The swarm could not be started: " + words + ".");
  }

  /// Plays a scenario, one run after another, each on a swarm of its own.
  ///
  /// @param firstPort as in [SwarmPlan]
  /// @param standing is given the first member of each swarm once all run
  /// @param between told the name of a run at its end, before its swarm gives way to the next
  public void play(
      Scenario played,
      int firstPort,
      Run.Time time,
      Consumer<SteerablePeer> standing,
      Consumer<String> between) {
    stop();
    ScenarioRuns begun =
        new ScenarioRuns(
            played,
            firstPort,
            time,
            new ScenarioRuns.Stage() {
              @Override
              public void set(SwarmPlan plan, RunTitle title, ScenarioRuns.Standing onceStanding) {
                start(plan, title, onceStanding);
              }

              @Override
              public void endAllFaults() {
                steering.endAllFaults();
              }
            },
            fxThread,
            new ScenarioRuns.Audience(standing, between, news, trouble));
    scenario = begun;
    begun.begin();
  }

  /// Ends all peers of the swarm, also while they are being started.
  public void stop() {
    endScenario();
    endRun();
    state.set(null);
  }

  private void endScenario() {
    if (scenario != null) {
      scenario.close();
      scenario = null;
      // Its faults are not for the peers of the next run.
      var _ = faultsOf(run).endAll();
    }
  }

  private void endRun() {
    SwarmRun ending = run;
    run = null;
    if (show != null) {
      show.close();
      show = null;
    }
    runs.end();
    if (ending != null) {
      // Before its members are forgotten: their faults are not for others.
      faultsOf(ending).endAllOf(ending.addresses());
      ending.end(background);
      List.copyOf(attendants).forEach(it -> it.ended().run());
    }
  }

  private @Nullable SteerableNetwork network() {
    return run == null ? null : run.network();
  }

  private FaultBoard faultsOf(@Nullable SwarmRun of) {
    SteerableNetwork network = of == null ? null : of.network();
    return network == null ? runtime.faults() : network.faults();
  }

  @Override
  public boolean holds(PeerAddress peer) {
    return addresses().contains(peer);
  }

  @Override
  public void restart(PeerAddress peer, PeerSettings settings, Consumer<String> failed) {
    steering.restart(peer, settings, failed);
  }

  @Override
  public Subscription attend(Consumer<SteerablePeer> joined, Runnable ended) {
    Attendant attendant = new Attendant(joined, ended);
    attendants.add(attendant);
    return () -> attendants.remove(attendant);
  }

  /// Changes the settings of all members.
  public void change(UnaryOperator<PeerSettings> how) {
    SwarmRun current = run;
    if (current != null) {
      current.change(how);
      show();
    }
  }

  /// What can be done to its members while they run.
  public SwarmSteering steering() {
    return steering;
  }

  /// A member that runs; null for others.
  public @Nullable SteerablePeer peer(PeerAddress address) {
    SwarmRun current = run;
    return current == null ? null : current.peer(address);
  }

  /// The addresses of all members, also of those that no longer run.
  public Set<PeerAddress> addresses() {
    SwarmRun current = run;
    return current == null ? Set.of() : current.addresses();
  }

  /// The addresses of members that no longer run.
  public List<PeerAddress> ended() {
    SwarmRun current = run;
    return current == null ? List.of() : current.gone();
  }

  /// Whether each member that runs knows as many peers as it was wired to.
  public boolean isConnected() {
    SwarmRun current = run;
    SteerableNetwork network = current == null ? null : current.network();
    return network != null && network.unconnected() == 0;
  }

  /// Whether a peer runs in this process, in the swarm or not.
  public boolean isHere(PeerAddress peer) {
    return runtime.runs(peer) || peer(peer) != null;
  }

  /// How fast virtual time passes, where a swarm is simulated.
  public ReadOnlyObjectProperty<Pace> paceProperty() {
    return pace.getReadOnlyProperty();
  }

  public void setPace(Pace wanted) {
    pace.set(wanted);
    SwarmRun current = run;
    if (current != null) {
      current.setPace(wanted);
    }
  }

  private void show() {
    SwarmRun current = run;
    if (current != null) {
      state.set(current.state());
    }
  }

  /// Told of the members of one run.
  private final class Members implements SwarmRun.Listener {

    private final Throttle paced;

    private Members(Throttle paced) {
      this.paced = paced;
    }

    @Override
    public void membersChanged() {
      paced.ask();
    }

    @Override
    public void joinedLater(SteerablePeer peer) {
      watcher.accept(peer);
      List.copyOf(attendants).forEach(it -> it.joined().accept(peer));
    }
  }

  /// Ends the swarm. Idempotent.
  @Override
  public void close() {
    stop();
  }
}
