package p2pgossip.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.RunningPeer;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.watch.Gathered;

/// Starts and stops the peer of a window, one run after another, and knows its place in a swarm. FX
/// thread only; what waits is done on the background executor.
final class PeerLife implements AutoCloseable {

  private final ReadOnlyObjectWrapper<PeerState> state =
      new ReadOnlyObjectWrapper<>(PeerState.STOPPED);
  private final ReadOnlyObjectWrapper<@Nullable StartFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final PeerStarter starter;
  private final Executor background;
  private final Supplier<PeerSettings> settings;
  private final Supplier<Consumer<SteerablePeer>> watching;
  private final Listener listener;
  private final Place place = new Place(this::returned, this::placeIsGone);
  private @Nullable PeerRun run;
  private End end = new End();

  /// What came in before the start of the peer was reported.
  private final List<Gathered> early = new ArrayList<>();

  /// A peer that runs again in its place before the end of the last run has been reported.
  private @Nullable PeerRun returning;

  private @Nullable Runnable afterStop;

  /// The peers that the next run connects to.
  private List<PeerAddress> unmet = List.of();

  private boolean closed;

  /// Told of the runs.
  interface Listener {

    /// Takes in what was seen until now, which does not belong to the run that begins.
    void catchUp();

    /// A run begins.
    ///
    /// @param words to log if the peer ran already; else null
    void began(PeerRun begun, @Nullable String words);

    /// Something happened in the present run.
    ///
    /// @param events in order; never empty
    /// @param dropped how many more events came than could be taken in
    void happened(PeerRun current, List<GossipEvent> events, long dropped);

    /// The run is over, and its display is to be cleared. The state changes afterwards.
    void ended();

    void failed(StartFailure failure);
  }

  /// How far a run has ended. It is over when both hold.
  private static final class End {
    private boolean told;
    private boolean released;
  }

  /// @param settings with which the next run begins
  /// @param watching gives what receives a peer that is started, before anything happens to it, on
  /// the background executor. What it sees comes back by [#take]
  PeerLife(
      PeerStarter starter,
      Executor background,
      Supplier<PeerSettings> settings,
      Supplier<Consumer<SteerablePeer>> watching,
      Listener listener) {
    this.starter = starter;
    this.background = background;
    this.settings = settings;
    this.watching = watching;
    this.listener = listener;
  }

  ReadOnlyObjectProperty<PeerState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Why the last start failed; null if it did not.
  ReadOnlyObjectProperty<@Nullable StartFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// As in [Place#freeProperty].
  ReadOnlyObjectProperty<@Nullable PeerAddress> freePlaceProperty() {
    return place.freeProperty();
  }

  /// Whether a peer of this window's own runs, or is about to.
  boolean isOwnUnderWay() {
    PeerRun current = run;
    return current == null ? state.get() == PeerState.STARTING : current.isOwn();
  }

  /// Null while the peer does not run.
  @Nullable PeerRun run() {
    return run;
  }

  void dismissFailure() {
    failure.set(null);
  }

  /// As in [PeerViewModel#start].
  void start(int port, String hostAlias, List<PeerAddress> targets) {
    if (state.get() != PeerState.STOPPED || closed) {
      return;
    }
    state.set(PeerState.STARTING);
    failure.set(null);
    if (place.isFreeAt(port)) {
      place.restart(
          settings.get(), words -> failed(new StartFailure(StartFailure.Field.PORT, words)));
      return;
    }
    place.close();
    unmet = Stream.concat(unmet.stream(), targets.stream()).distinct().toList();
    End itsEnd = new End();
    starter.start(
        port,
        hostAlias,
        settings.get(),
        unmet,
        watching.get(),
        new PeerStarter.Outcome() {
          @Override
          public void started(RunningPeer peer) {
            began(new PeerRun(peer, null), itsEnd, null);
          }

          @Override
          public void released() {
            itsEnd.released = true;
            endIfOver();
          }

          @Override
          public void failed(StartFailure why) {
            PeerLife.this.failed(why);
          }
        });
  }

  /// As in [PeerViewModel#attach].
  void attach(SteerablePeer peer, Home home) {
    if (state.get() == PeerState.STOPPED && !closed) {
      place.take(peer.address(), home);
      look(
          new PeerRun(peer, home),
          "This window looks at " + peer.address() + ", which ran already.");
    }
  }

  private void look(PeerRun begun, String words) {
    place.fill();
    listener.catchUp();
    End itsEnd = new End();
    // Its owner frees its port.
    itsEnd.released = true;
    began(begun, itsEnd, words);
  }

  /// The peer runs in its place again, started here or elsewhere.
  private void returned(SteerablePeer peer, Home home) {
    returned(new PeerRun(peer, home));
  }

  private void returned(PeerRun again) {
    if (run != null) {
      returning = again;
    } else if (!closed) {
      look(again, again.peer().address() + " has its place in the swarm again.");
    }
  }

  private void placeIsGone() {
    if (state.get() == PeerState.STARTING) {
      failed(new StartFailure(StartFailure.Field.PORT, "its swarm has ended"));
    }
  }

  /// Whether a peer that starts at a port takes its place in a swarm again.
  boolean returnsAt(int port) {
    return place.isFreeAt(port);
  }

  /// The peer can't be started now.
  void refuse(StartFailure why) {
    if (state.get() == PeerState.STOPPED && !closed) {
      failure.set(why);
      listener.failed(why);
    }
  }

  private void failed(StartFailure why) {
    // The end of a swarm may be reported twice.
    if (state.get() == PeerState.STARTING) {
      early.clear();
      state.set(PeerState.STOPPED);
      failure.set(why);
      listener.failed(why);
    }
  }

  private void began(PeerRun begun, End itsEnd, @Nullable String words) {
    run = begun;
    end = itsEnd;
    unmet = List.of();
    listener.began(begun, words);
    takeEarly();
    if (closed) {
      stop();
    }
  }

  /// The listener says when, since the state is told after what it goes with.
  void isRunning() {
    state.set(PeerState.RUNNING);
  }

  /// Takes in what was seen, of the network and so of the peer.
  void take(Gathered gathered) {
    if (run != null || state.get() == PeerState.STARTING) {
      early.add(gathered);
      takeEarly();
    }
  }

  private void takeEarly() {
    PeerRun current = run;
    // The listener may have more taken in.
    while (current != null && !early.isEmpty()) {
      Gathered gathered = early.removeFirst();
      List<GossipEvent> events = current.eventsIn(gathered.observations());
      if (!events.isEmpty()) {
        listener.happened(current, events, gathered.droppedOfFavored());
        end.told |= events.getLast() instanceof GossipEvent.Stopped;
      }
    }
    endIfOver();
  }

  /// Ends the peer in an orderly way.
  void stop() {
    PeerRun ending = run;
    if (state.get() == PeerState.RUNNING && ending != null) {
      state.set(PeerState.STOPPING);
      background.execute(ending.peer()::close);
    }
  }

  /// Once it is started again, it connects to the peers that it knows now.
  void keepNeighbors() {
    PeerRun current = run;
    if (current != null && current.isOwn()) {
      unmet = current.neighbors();
    }
  }

  /// As long as it does not run: it connects only to the peers that it is told then.
  void forgetNeighbors() {
    if (run == null) {
      unmet = List.of();
    }
  }

  /// As in [PeerViewModel#restart].
  void restart(int port, String hostAlias) {
    PeerRun ending = run;
    if (ending == null) {
      start(port, hostAlias, List.of());
      return;
    }
    List<PeerAddress> neighbors = ending.neighbors();
    place.close();
    afterStop = () -> start(port, hostAlias, neighbors);
    stop();
  }

  private void endIfOver() {
    if (run != null && end.told && end.released) {
      ended();
    }
  }

  private void ended() {
    run = null;
    early.clear();
    listener.ended();
    place.leave();
    state.set(PeerState.STOPPED);
    PeerRun back = returning;
    Runnable next = afterStop;
    returning = null;
    afterStop = null;
    if (back != null) {
      returned(back);
    } else if (next != null && !closed) {
      next.run();
    }
  }

  /// Ends the peer, where it is this window's own. Idempotent.
  @Override
  public void close() {
    closed = true;
    place.close();
    PeerRun current = run;
    if (current == null || current.isOwn()) {
      stop();
    }
  }
}
