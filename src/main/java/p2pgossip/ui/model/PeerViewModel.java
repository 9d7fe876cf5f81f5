package p2pgossip.ui.model;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.journal.LineKind;
import p2pgossip.net.PeerWatch;
import p2pgossip.net.PeerWatcher;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Recorded;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.peer.Target;
import p2pgossip.peer.TargetResolver;
import p2pgossip.profile.JvmReading;
import p2pgossip.ui.beat.Beat;

/// What one window shows and does, without a control in it. FX thread only; whatever waits is done on
/// the background executor.
public final class PeerViewModel implements AutoCloseable {

  private final ReadOnlyObjectWrapper<PeerState> state =
      new ReadOnlyObjectWrapper<>(PeerState.STOPPED);
  private final ReadOnlyObjectWrapper<@Nullable PeerAddress> address =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PeerSettings> settings;
  private final ReadOnlyObjectWrapper<Tally> tally = new ReadOnlyObjectWrapper<>(Tally.NONE);
  private final ReadOnlyObjectWrapper<@Nullable StartFailure> startFailure =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable PeerAddress> selected = new SimpleObjectProperty<>();
  private final ConnectAttempts attempts = new ConnectAttempts();
  private final Journal journal;
  private final NetworkViewModel network;
  private final SecurityViewModel security;
  private final TuningViewModel tuning = new TuningViewModel();

  /// Made with the first run: a window that waits for Start stands the sooner.
  private @Nullable NetworkFeed feed;

  private final PeerRuntime runtime;
  private final Executor background;
  private final Executor fxThread;
  private final Beat beat;
  private final PeerStarter starter;
  private final Connecting connecting;
  private final Place place = new Place(this::returned);

  /// A peer that runs again in its place, while the end of the one before has not been told yet.
  private @Nullable RunningPeer returning;

  private @Nullable Run run;
  private @Nullable Runnable afterStop;
  private List<PeerAddress> unmet = List.of();
  private boolean swarmShown;
  private boolean closed;

  /// One run of the peer, from Start to Stop.
  ///
  /// @param watch where the peer is only looked at, and not this window's to end; else null
  private record Run(RunningPeer peer, EventInbox<GossipEvent> inbox, @Nullable PeerWatch watch) {}

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
    this.beat = beat;
    this.journal = new Journal(settings);
    this.network = new NetworkViewModel(background, fxThread, beat::next, runtime.clock());
    this.security = new SecurityViewModel(runtime.security().orElse(null));
    this.starter = new PeerStarter(runtime, security, background, fxThread);
    this.connecting = new Connecting(attempts, journal, new TargetResolver(background), fxThread);
    selected.subscribe(tuning::turnTo);
  }

  /// The clock by which the peer plans, and counts how long ago something was.
  public InstantSource steadyClock() {
    return runtime.steadyClock();
  }

  public ReadOnlyObjectProperty<PeerState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Where the peer is reached; null while it is stopped.
  public ReadOnlyObjectProperty<@Nullable PeerAddress> addressProperty() {
    return address.getReadOnlyProperty();
  }

  /// The place in a swarm that the peer takes again when it is started; null while it runs, and where it
  /// has none.
  public ReadOnlyObjectProperty<@Nullable PeerAddress> freePlaceProperty() {
    return place.freeProperty();
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
    return tally.getReadOnlyProperty();
  }

  /// Why the last start failed; null after one that did not.
  public ReadOnlyObjectProperty<@Nullable StartFailure> startFailureProperty() {
    return startFailure.getReadOnlyProperty();
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
    startFailure.set(null);
  }

  public boolean isRunning() {
    return state.get() == PeerState.RUNNING;
  }

  /// What is known of a neighbour now.
  public Optional<Neighbor> neighbor(PeerAddress peer) {
    return Optional.ofNullable(run).map(it -> it.peer().knownPeers().get(peer));
  }

  /// What this peer says of itself; empty while it is stopped.
  public Optional<Peer> self() {
    return Optional.ofNullable(run).map(it -> it.peer().self());
  }

  /// Has everything measured, and handed over on the FX thread soon after.
  public void sample(Consumer<Sample> taker) {
    Run current = run;
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
    if (state.get() != PeerState.STOPPED || closed) {
      return;
    }
    state.set(PeerState.STARTING);
    startFailure.set(null);
    if (place.isFreeAt(port)) {
      place.restart(
          settings.get(), words -> startFailed(new StartFailure(StartFailure.Field.PORT, words)));
      return;
    }
    place.close();
    unmet = Stream.concat(unmet.stream(), targets.stream()).distinct().toList();
    EventInbox<GossipEvent> inbox = new EventInbox<>(beat, this::take);
    starter.start(
        port,
        hostAlias,
        settings.get(),
        unmet,
        inbox::add,
        new PeerStarter.Outcome() {
          @Override
          public void started(RunningPeer peer) {
            PeerViewModel.this.started(new Run(peer, inbox, null));
          }

          @Override
          public void failed(StartFailure failure) {
            startFailed(failure);
          }
        });
  }

  /// The whole network is shown whatever the settings say, because a swarm is there to be seen.
  public void showWhole(boolean whole) {
    if (swarmShown && !whole && run == null) {
      unmet = List.of();
    }
    swarmShown = whole;
    network.lookFrom(address.get(), isWholeShown());
  }

  private boolean isWholeShown() {
    return swarmShown || settings.get().wholeNetwork();
  }

  /// Has what happens to a peer of this process shown in this window.
  public void watch(RunningPeer peer) {
    NetworkFeed current = feed;
    if (current == null) {
      current = new NetworkFeed(runtime, network, beat);
      feed = current;
    }
    current.add(peer);
    current.takeNow();
  }

  /// Shows a recording in place of a peer of its own.
  ///
  /// @param self the peer in whose window it was made
  public void open(Recorded recorded, @Nullable PeerAddress self) {
    journal.narrate(recorded, self);
    network.open(recorded, self);
  }

  private void startFailed(StartFailure failure) {
    state.set(PeerState.STOPPED);
    startFailure.set(failure);
    journal.tell(LineKind.ERROR, null, "This peer could not be started: " + failure.words() + ".");
  }

  private void started(Run begun) {
    if (network.openedProperty().get() != null) {
      // What it says is of the recording, which is left now.
      journal.log().clear();
      selected.set(null);
    }
    run = begun;
    security.began(begun.peer(), begun.watch() == null);
    tuning.began(begun.peer());
    unmet = List.of();
    begun.inbox().open();
    tally.set(Tally.NONE);
    address.set(begun.peer().address());
    state.set(PeerState.RUNNING);
    // Settings may have been changed between the click and now.
    if (!begun.peer().settings().equals(settings.get())) {
      begun.peer().change(settings.get());
    }
    watch(begun.peer());
    network.lookFrom(begun.peer().address(), isWholeShown());
    if (closed) {
      stop();
    }
  }

  /// Looks at a peer that runs already and belongs to somebody else: stopping it stops the peer, but
  /// closing this does not.
  ///
  /// @param home where it has its place, and can be started again
  public void attach(RunningPeer peer, Home home) {
    if (state.get() == PeerState.STOPPED && !closed) {
      place.take(peer.address(), home);
      look(peer, "This window looks at " + peer.address() + ", which ran already.");
    }
  }

  /// The peer runs in its place again, started from here or by others.
  private void returned(RunningPeer peer) {
    if (closed) {
      return;
    }
    if (run != null) {
      returning = peer;
    } else {
      look(peer, peer.address() + " has its place in the swarm again.");
    }
  }

  private void look(RunningPeer peer, String words) {
    place.fill();
    EventInbox<GossipEvent> inbox = new EventInbox<>(beat, this::take);
    settings.set(peer.settings());
    PeerWatch watch =
        peer.watch(
            new PeerWatcher() {
              @Override
              public void seen(PeerSnapshot snapshot) {
                // What it is like is seen by way of the network.
              }

              @Override
              public void happened(GossipEvent event) {
                inbox.add(event);
              }
            });
    started(new Run(peer, inbox, watch));
    // Whom it has met already is told by no event.
    tally.set(tally.get().with(peer.knownPeers().all()));
    journal.tell(LineKind.NOTE, null, words);
  }

  /// Ends the peer in an orderly way.
  public void stop() {
    Run ending = run;
    if (state.get() != PeerState.RUNNING || ending == null) {
      return;
    }
    if (swarmShown && ending.watch() == null) {
      // It comes back to those of the swarm to which it is joined.
      unmet = neighborsOf(ending.peer());
    }
    state.set(PeerState.STOPPING);
    background.execute(ending.peer()::close);
  }

  /// Ends the peer and starts it again elsewhere, connected to those that it knew.
  public void restart(int port, String hostAlias) {
    Run ending = run;
    if (ending == null) {
      start(port, hostAlias, List.of());
      return;
    }
    List<PeerAddress> neighbors = neighborsOf(ending.peer());
    place.close();
    afterStop = () -> start(port, hostAlias, neighbors);
    stop();
  }

  private static List<PeerAddress> neighborsOf(RunningPeer peer) {
    return peer.knownPeers().all().stream().map(Neighbor::address).sorted().toList();
  }

  private void stopped(Run ended) {
    ended.inbox().close();
    run = null;
    security.ended();
    tuning.ended();
    address.set(null);
    selected.set(null);
    attempts.clear();
    if (feed != null) {
      // Else the picture would show for a moment that it still runs.
      feed.takeNow();
    }
    network.lookFrom(null, isWholeShown());
    tally.set(tally.get().with(List.of()));
    place.leave();
    state.set(PeerState.STOPPED);
    RunningPeer back = returning;
    Runnable next = afterStop;
    returning = null;
    afterStop = null;
    if (back != null) {
      returned(back);
    } else if (next != null && !closed) {
      next.run();
    }
  }

  /// Asks for a connection to each target.
  public void connect(List<Target> targets) {
    withPeer(running -> connecting.connect(running, targets));
  }

  public void connect(PeerAddress peer) {
    connect(List.of(new Target(peer.host(), peer.port())));
  }

  public void disconnect(PeerAddress peer) {
    withPeer(running -> running.disconnect(peer));
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
      if (run != null) {
        run.peer().change(changed);
        network.lookFrom(run.peer().address(), isWholeShown());
      } else {
        // There is no peer to report it, and the next change is told as the difference from this.
        journal.narrate(List.of(new GossipEvent.SettingsChanged(Instant.now(), changed)), 0);
      }
    }
  }

  private void withPeer(Consumer<RunningPeer> action) {
    if (run != null) {
      action.accept(run.peer());
    }
  }

  private void take(EventInbox.Batch<GossipEvent> batch) {
    Run current = run;
    if (current == null) {
      return;
    }
    Tally counted = tally.get();
    for (GossipEvent event : batch.items()) {
      counted = counted.with(event);
      attempts.follow(event);
      security.follow(event);
      tuning.follow(event);
      if (event instanceof GossipEvent.SettingsChanged changed && changed.by() != null) {
        tuning.changedHere(settings.get(), changed);
        settings.set(current.peer().settings());
      }
    }
    tuning.turnTo(selected.get());
    if (current.watch() != null) {
      // Somebody else may change them too.
      settings.set(current.peer().settings());
    }
    journal.narrate(batch.items(), batch.dropped());
    tally.set(counted.with(current.peer().knownPeers().all()));
    if (batch.items().getLast() instanceof GossipEvent.Stopped) {
      stopped(current);
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
    closed = true;
    place.close();
    Run current = run;
    if (current != null && current.watch() != null) {
      current.watch().close();
    } else {
      stop();
    }
    if (feed != null) {
      feed.close();
    }
    network.close();
  }
}
