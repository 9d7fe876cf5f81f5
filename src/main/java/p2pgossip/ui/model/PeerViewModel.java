package p2pgossip.ui.model;

import java.time.Duration;
import java.time.Instant;
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
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.journal.LineKind;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.peer.HostAlias;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.peer.Target;
import p2pgossip.peer.TargetResolver;
import p2pgossip.profile.JvmReading;
import p2pgossip.ui.beat.Beat;
import p2pgossip.watch.Gathered;

/// What one window shows and does, without a control in it. FX thread only; whatever waits is done on
/// the background executor.
public final class PeerViewModel implements AutoCloseable {

  /// After which a view of the network is shown for which the user does not wait, at the next beat.
  private static final Duration REFRESH = Duration.ofMillis(60);

  private final ReadOnlyObjectWrapper<PeerSettings> settings;
  private final ObjectProperty<@Nullable PeerAddress> selected = new SimpleObjectProperty<>();
  private final ConnectAttempts attempts = new ConnectAttempts();
  private final Journal journal;
  private final NetworkViewModel network;
  private final SecurityViewModel security;
  private final TuningViewModel tuning = new TuningViewModel();

  private final PeerRuntime runtime;
  private final Executor background;
  private final Executor fxThread;
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
    this.journal = new Journal(settings);
    this.network =
        new NetworkViewModel(
            background, fxThread, task -> beat.after(REFRESH, task), runtime.clock());
    this.security = new SecurityViewModel(runtime.security().orElse(null));
    this.watched = new WatchedNetwork(runtime, network, beat, this.settings::get, this::take);
    this.runs =
        new RunFollower(
            new RunFollower.Parts(
                this.settings, selected, attempts, journal, network, security, tuning),
            watched,
            this::isRunningNow);
    this.life =
        new PeerLife(
            new PeerStarter(runtime, security, background, fxThread),
            background,
            this.settings::get,
            watched::forOwn,
            runs);
    this.connecting = new Connecting(attempts, journal, new TargetResolver(background), fxThread);
    selected.subscribe(tuning::turnTo);
  }

  /// The clock by which the peer plans, and counts how long ago something was.
  public InstantSource steadyClock() {
    return runtime.steadyClock();
  }

  public ReadOnlyObjectProperty<PeerState> stateProperty() {
    return life.stateProperty();
  }

  /// Where the peer is reached; null while it is stopped.
  public ReadOnlyObjectProperty<@Nullable PeerAddress> addressProperty() {
    return runs.addressProperty();
  }

  /// The place in a swarm that the peer takes again when it is started; null while it runs, and where it
  /// has none.
  public ReadOnlyObjectProperty<@Nullable PeerAddress> freePlaceProperty() {
    return life.freePlaceProperty();
  }

  public ReadOnlyObjectProperty<PeerSettings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /// The network round this peer, as it is shown.
  public NetworkPicture picture() {
    return network.view().picture();
  }

  /// The whole network, now or as it was.
  public NetworkViewModel network() {
    return network;
  }

  /// Who is let in, and by what the peers know one another.
  public SecurityViewModel security() {
    return security;
  }

  /// How others are set, and what others have changed here.
  public TuningViewModel tuning() {
    return tuning;
  }

  public ReadOnlyObjectProperty<Tally> tallyProperty() {
    return runs.tallyProperty();
  }

  /// Why the last start failed; null after one that did not.
  public ReadOnlyObjectProperty<@Nullable StartFailure> startFailureProperty() {
    return life.failureProperty();
  }

  /// The peer that graph, log and inspector are turned to.
  public ObjectProperty<@Nullable PeerAddress> selectedProperty() {
    return selected;
  }

  public ConnectAttempts attempts() {
    return attempts;
  }

  public Journal journal() {
    return journal;
  }

  /// What was wrong with the last start is of no matter any longer, because the form has changed.
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

  /// The peers that are known to speak the original protocol only: those that were watched, and of this
  /// peer's neighbours also others.
  public Set<PeerAddress> originals() {
    Set<PeerAddress> originals = new HashSet<>(network.view().originals());
    PeerRun run = life.run();
    if (run != null) {
      for (Neighbor neighbor : run.peer().knownPeers().all()) {
        Peer peer = neighbor.peer();
        if (peer != null && peer.offers().isEmpty()) {
          originals.add(neighbor.address());
        }
      }
    }
    return originals;
  }

  /// What this peer says of itself; empty while it is stopped.
  public Optional<Peer> self() {
    return Optional.ofNullable(life.run()).map(it -> it.peer().self());
  }

  /// Whether the peer that runs is none of this window's own, but one of a swarm.
  public boolean looksAtAnother() {
    PeerRun run = life.run();
    return run != null && !run.isOwn();
  }

  /// At which addresses others reach it; empty while it does not run, or where it is for this machine only.
  public Optional<HostAlias> hostAlias() {
    return Optional.ofNullable(life.run()).flatMap(it -> it.peer().hostAlias());
  }

  /// Has everything measured, and handed over on the FX thread soon after.
  public void sample(Consumer<Sample> taker) {
    PeerRun current = life.run();
    background.execute(
        () -> {
          Sample sample =
              new Sample(
                  runtime.clock().instant(),
                  current == null ? null : current.peer().meter().read(),
                  runtime.meter().read(),
                  runtime.peers(),
                  JvmReading.read());
          fxThread.execute(() -> taker.accept(sample));
        });
  }

  /// Starts the peer. One of a swarm that was stopped takes its place there again, unless the port is
  /// another. Targets of a start that failed are kept for the next.
  ///
  /// @param port 0 to 65535; 0 takes any free one
  /// @param hostAlias an address, a name, or blank for none
  public void start(int port, String hostAlias, List<PeerAddress> targets) {
    life.dismissFailure();
    runs.withdrawComplaint();
    life.start(port, hostAlias, targets);
  }

  /// The whole network is shown whatever the settings say, because a swarm is there to be seen.
  public void showWhole(boolean whole) {
    if (watched.isSwarmShown() && !whole) {
      life.forgetNeighbors();
    }
    watched.showSwarm(whole);
    watched.lookFrom(runs.addressProperty().get());
  }

  /// Has what happens to a peer of this process shown in this window.
  public void watch(RunningPeer peer) {
    watched.watch(peer);
  }

  /// Has a run that begins or ends shown in this window.
  public void note(Observation observation) {
    watched.note(observation);
  }

  private void take(Gathered gathered) {
    network.take(gathered.observations());
    life.take(gathered);
  }

  private void isRunningNow() {
    life.dismissFailure();
    life.isRunning();
  }

  /// Shows a recording in place of a peer of its own.
  ///
  /// @param self the peer in whose window it was made
  public void open(Recorded recorded, @Nullable PeerAddress self) {
    journal.narrate(recorded, self);
    network.open(recorded, self);
  }

  /// Looks at a peer that runs already and belongs to somebody else: stopping it stops the peer, but
  /// closing this does not.
  ///
  /// @param home where it has its place, and can be started again
  public void attach(RunningPeer peer, Home home) {
    life.attach(peer, home);
  }

  /// Ends the peer in an orderly way. One that is joined to a swarm comes back to those whom it knows
  /// there once it is started again.
  public void stop() {
    if (watched.isSwarmShown()) {
      life.keepNeighbors();
    }
    life.stop();
  }

  /// Ends the peer and starts it again elsewhere, connected to those that it knew.
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

  /// Says no more of an attempt. One that has not come to anything yet is given up.
  public void dismiss(ConnectAttempt attempt) {
    attempts.dismiss(attempt.target());
    PeerAddress peer = attempt.address();
    if (peer != null
        && attempt.outcome() != ConnectAttempt.Outcome.CONNECTED
        && neighbor(peer).filter(it -> it.standing() != Standing.CONNECTED).isPresent()) {
      disconnect(peer);
    }
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
    withPeer(RunningPeer::sendNow);
  }

  /// Sends a message to one neighbour at once.
  public void sendNow(PeerAddress peer) {
    withPeer(running -> running.sendNow(peer));
  }

  /// Changes the settings, which act at once where the peer runs.
  public void change(UnaryOperator<PeerSettings> how) {
    PeerSettings changed = how.apply(settings.get());
    if (!changed.equals(settings.get())) {
      settings.set(changed);
      PeerRun run = life.run();
      if (run != null) {
        run.peer().change(changed);
        watched.lookFrom(run.peer().address());
      } else {
        // There is no peer to report it, and the next change is told as the difference from this.
        journal.narrate(List.of(new GossipEvent.SettingsChanged(Instant.now(), changed)), 0);
      }
    }
  }

  private void withPeer(Consumer<RunningPeer> action) {
    PeerRun run = life.run();
    if (run != null) {
      action.accept(run.peer());
    }
  }

  /// Brings up to date what changes as time passes.
  public void age() {
    attempts.age();
    network.age();
  }

  /// Has one period now, also while paused.
  public void stepPeriod() {
    withPeer(RunningPeer::stepPeriod);
  }

  /// Keeps no rumour any longer.
  public void forgetRumors() {
    withPeer(RunningPeer::forgetRumors);
  }

  /// Begins a rumour at this peer.
  public void spread(String text) {
    withPeer(running -> running.spread(text));
  }

  /// Ends the peer, where it is this window's own. Idempotent.
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
