package p2pgossip.ui.model;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.journal.LineKind;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.peer.HostAlias;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.peer.Target;
import p2pgossip.peer.TargetResolver;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.ui.beat.Beat;
import p2pgossip.watch.Gathered;

/// What one window shows and does, without controls. FX thread only; what waits is done on the
/// background executor.
public final class PeerViewModel implements AutoCloseable {

  /// How long a view of the network may wait for the next beat if the user does not wait for it.
  private static final Duration REFRESH = Duration.ofMillis(60);

  private final ReadOnlyObjectWrapper<PeerSettings> settings;
  private final ObjectProperty<@Nullable PeerAddress> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable PeerName> name = new SimpleObjectProperty<>();
  private final ConnectAttempts attempts = new ConnectAttempts();
  private final Journal journal;
  private final NetworkViewModel network;
  private final SecurityViewModel security;
  private final TuningViewModel tuning = new TuningViewModel();

  private final PeerRuntime runtime;
  private final Executor background;
  private final Executor fxThread;
  private final ShownClock clock;
  private final Connecting connecting;
  private final WatchedNetwork watched;
  private final RunFollower runs;
  private final PeerLife life;

  /// @param background runs what waits
  /// @param beat paces what is handed to the FX thread
  public PeerViewModel(
      PeerRuntime runtime,
      PeerSettings settings,
      Executor background,
      Executor fxThread,
      Beat beat) {
    this.runtime = runtime;
    this.settings = new ReadOnlyObjectWrapper<>(settings);
    this.background = background;
    this.fxThread = fxThread;
    this.clock = new ShownClock(runtime.clock());
    this.journal = new Journal(settings, clock);
    this.network =
        new NetworkViewModel(background, fxThread, task -> beat.after(REFRESH, task), clock);
    this.security = new SecurityViewModel(runtime.security().orElse(null));
    this.watched =
        new WatchedNetwork(runtime, network, beat, clock, this.settings::get, this::take);
    this.runs =
        new RunFollower(
            new RunFollower.Parts(
                this.settings, name, selected, attempts, journal, network, security, tuning),
            watched,
            this::isRunningNow);
    this.life =
        new PeerLife(
            new PeerStarter(runtime, security, name::get, background, fxThread),
            background,
            this.settings::get,
            this::watchingOwn,
            runs);
    this.connecting = new Connecting(attempts, journal, new TargetResolver(background), fxThread);
    selected.subscribe(tuning::turnTo);
    name.subscribe(changed -> withPeer(running -> running.rename(changed)));
  }

  /// The clock by which the peer plans, and by which the time since an event is counted.
  public InstantSource steadyClock() {
    return () -> {
      PeerRun run = life.run();
      return (run == null ? runtime.steadyClock() : run.peer().steadyClock()).instant();
    };
  }

  /// Whether little waits to be taken in, so that more may come. Any thread.
  public boolean keepsUp() {
    return watched.keepsUp();
  }

  public ReadOnlyObjectProperty<PeerState> stateProperty() {
    return life.stateProperty();
  }

  /// Where the peer is reached; null while it is stopped.
  public ReadOnlyObjectProperty<@Nullable PeerAddress> addressProperty() {
    return runs.addressProperty();
  }

  /// The place in a swarm that the peer takes again when it is started; null while it runs, and if
  /// it has none.
  public ReadOnlyObjectProperty<@Nullable PeerAddress> freePlaceProperty() {
    return life.freePlaceProperty();
  }

  public ReadOnlyObjectProperty<PeerSettings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /// What its user calls this peer; null for no name. A change takes effect at once if it runs.
  public ObjectProperty<@Nullable PeerName> nameProperty() {
    return name;
  }

  /// The network around this peer, as it is shown.
  public NetworkPicture picture() {
    return network.view().picture();
  }

  /// The whole network, now or as it was.
  public NetworkViewModel network() {
    return network;
  }

  /// Who is let in, and how the peers identify each other.
  public SecurityViewModel security() {
    return security;
  }

  /// The settings of other peers, and what others have changed here.
  public TuningViewModel tuning() {
    return tuning;
  }

  public ReadOnlyObjectProperty<Tally> tallyProperty() {
    return runs.tallyProperty();
  }

  /// Why the last start failed; null if it did not.
  public ReadOnlyObjectProperty<@Nullable StartFailure> startFailureProperty() {
    return life.failureProperty();
  }

  /// The peer that is selected in the graph, the log and the inspector.
  public ObjectProperty<@Nullable PeerAddress> selectedProperty() {
    return selected;
  }

  public ConnectAttempts attempts() {
    return attempts;
  }

  public Journal journal() {
    return journal;
  }

  /// The reason for the failed start no longer matters, because the form has changed.
  public void dismissStartFailure() {
    life.dismissFailure();
  }

  public boolean isRunning() {
    return life.stateProperty().get() == PeerState.RUNNING;
  }

  /// What is known of a neighbour now.
  public Optional<Neighbor> neighbor(PeerAddress peer) {
    return Optional.ofNullable(life.run()).map(it -> it.peer().knownPeers().get(peer));
  }

  /// The peers that are known to speak only the original protocol: those among the watched peers
  /// and among this peer's neighbours.
  public Set<PeerAddress> originals() {
    Set<PeerAddress> originals = new HashSet<>(network.view().originals());
    PeerRun run = life.run();
    if (run != null) {
      originals.addAll(run.originals());
    }
    return originals;
  }

  /// What this peer says of itself; empty while it is stopped.
  public Optional<Peer> self() {
    return Optional.ofNullable(life.run()).map(it -> it.peer().self());
  }

  /// Where the peer that runs has its place; empty if it is this window's own, or none runs.
  public Optional<Home> home() {
    return Optional.ofNullable(life.run()).map(PeerRun::home);
  }

  /// The addresses at which others reach it; empty while it does not run, or if it serves this
  /// machine only.
  public Optional<HostAlias> hostAlias() {
    return Optional.ofNullable(life.run()).flatMap(PeerRun::real).flatMap(RunningPeer::hostAlias);
  }

  /// Measures everything, and hands it over on the FX thread soon after.
  public void sample(Consumer<Sample> taker) {
    PeerRun current = life.run();
    background.execute(
        () -> {
          Sample sample = Sample.take(runtime, current);
          fxThread.execute(() -> taker.accept(sample));
        });
  }

  /// Starts the peer. A stopped peer of a swarm takes its place there again, unless the port is
  /// another one. Targets of a failed start are kept for the next one.
  ///
  /// @param port 0 to 65535; 0 takes any free one
  /// @param hostAlias an address, a name, or blank for none
  public void start(int port, String hostAlias, List<PeerAddress> targets) {
    life.dismissFailure();
    runs.withdrawComplaint();
    if (watched.isSwarmShown() && watched.isSimulated() && !life.returnsAt(port)) {
      life.refuse(StartFailure.BESIDE_SIMULATED);
      return;
    }
    life.start(port, hostAlias, targets);
  }

  /// Shows the whole network whatever the settings say, because there is a swarm.
  public void showWhole(boolean whole) {
    if (watched.isSwarmShown() && !whole) {
      life.forgetNeighbors();
    }
    watched.showSwarm(whole);
    watched.lookFrom(runs.addressProperty().get());
  }

  /// Shows in this window what happens to a peer of this process.
  public void watch(SteerablePeer peer) {
    watched.watch(peer);
  }

  /// Shows in this window that a run begins or ends.
  public void note(Observation observation) {
    watched.note(observation);
  }

  private Consumer<SteerablePeer> watchingOwn() {
    watched.prepare();
    return watched::addOwn;
  }

  private void take(Gathered gathered) {
    network.take(gathered.observations());
    life.take(gathered);
  }

  private void isRunningNow() {
    life.dismissFailure();
    life.isRunning();
  }

  /// Shows a recording in place of a peer of its own; it was made in the window of `self`.
  public void open(Recorded recorded, @Nullable PeerAddress self) {
    journal.narrate(recorded, self);
    network.open(recorded, self);
  }

  /// Shows a peer that runs already and belongs to a swarm. Stopping it here stops the peer;
  /// closing this does not.
  ///
  /// @param home where it has its place and can be started again
  public void attach(SteerablePeer peer, Home home) {
    life.attach(peer, home);
  }

  /// Stops the peer in an orderly way. If it is joined to a swarm, it connects to the same peers
  /// again when it is next started.
  public void stop() {
    if (watched.isSwarmShown()) {
      life.keepNeighbors();
    }
    life.stop();
  }

  /// Stops the peer and starts it again elsewhere, connected to the peers that it knew.
  public void restart(int port, String hostAlias) {
    life.restart(port, hostAlias);
  }

  /// Asks for a connection to each target.
  public void connect(List<Target> targets) {
    withPeer(running -> connecting.connect(running, targets));
  }

  /// Asks for a connection to a peer.
  public void connect(PeerAddress peer) {
    withPeer(running -> connecting.connect(running, peer));
  }

  /// Removes an attempt from the list. If it is still open, it is given up.
  public void dismiss(ConnectAttempt attempt) {
    attempts.dismiss(attempt.target());
    attempt.open(this::neighbor).ifPresent(this::disconnect);
  }

  public void disconnect(PeerAddress peer) {
    withPeer(running -> running.disconnect(peer));
  }

  /// Whether an action makes sense at the moment that is shown. If not, the log says why.
  public boolean allows(NetworkAction action) {
    String obstacle = network.obstacle(action);
    if (obstacle != null) {
      journal.tell(LineKind.NOTE, null, obstacle);
    }
    return obstacle == null;
  }

  /// Sends a message to all neighbours at once.
  public void sendNow() {
    withPeer(SteerablePeer::sendNow);
  }

  /// Sends a message to one neighbour at once.
  public void sendNow(PeerAddress peer) {
    withPeer(running -> running.sendNow(peer));
  }

  /// Changes the settings. They take effect at once if the peer runs.
  public void change(UnaryOperator<PeerSettings> how) {
    PeerSettings changed = how.apply(settings.get());
    if (!changed.equals(settings.get())) {
      settings.set(changed);
      PeerRun run = life.run();
      if (run != null) {
        run.peer().change(changed);
        watched.lookFrom(run.peer().address());
      } else {
        // There is no peer to report it, and the next change is told as the difference from this
        // one.
        journal.narrate(List.of(new GossipEvent.SettingsChanged(clock.instant(), changed)), 0);
      }
    }
  }

  private void withPeer(Consumer<SteerablePeer> action) {
    PeerRun run = life.run();
    if (run != null) {
      action.accept(run.peer());
    }
  }

  /// Refreshes what changes with time.
  public void age() {
    attempts.age();
    network.age();
  }

  /// Begins one period now, also while paused.
  public void stepPeriod() {
    withPeer(SteerablePeer::stepPeriod);
  }

  /// Forgets all rumours.
  public void forgetRumors() {
    withPeer(SteerablePeer::forgetRumors);
  }

  /// Begins a rumour at this peer.
  public void spread(String text) {
    withPeer(running -> running.spread(text));
  }

  /// Ends the peer, if it is this window's own. Idempotent.
  @Override
  public void close() {
    runs.close();
    life.close();
    // The end of the window's own peer is still to be seen.
    if (!life.isOwnUnderWay()) {
      watched.close();
    }
    network.close();
  }
}
