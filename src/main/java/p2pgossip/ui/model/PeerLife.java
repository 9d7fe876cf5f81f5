package p2pgossip.ui.model;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.RunningPeer;
import p2pgossip.ui.beat.Beat;

/// Starts and stops the peer of a window, one run after another, and knows where it has its place. FX
/// thread only; whatever waits is done on the background executor.
final class PeerLife implements AutoCloseable {

  private final ReadOnlyObjectWrapper<PeerState> state =
      new ReadOnlyObjectWrapper<>(PeerState.STOPPED);
  private final ReadOnlyObjectWrapper<@Nullable StartFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final PeerStarter starter;
  private final Executor background;
  private final Beat beat;
  private final Supplier<PeerSettings> settings;
  private final Listener listener;
  private final Place place = new Place(this::returned, this::placeIsGone);
  private @Nullable PeerRun run;

  /// A peer that runs again in its place, while the end of the one before has not been told yet.
  private @Nullable RunningPeer returning;

  private @Nullable Runnable afterStop;

  /// To whom the next run connects.
  private List<PeerAddress> unmet = List.of();

  private boolean closed;

  /// Told of the runs.
  interface Listener {

    /// A run begins.
    ///
    /// @param words of how, where the peer ran already; else null
    void began(PeerRun begun, @Nullable String words);

    /// What happened in the run that goes on.
    void happened(PeerRun current, EventInbox.Batch<GossipEvent> batch);

    /// The run is over, and what it was is to be taken down; after that the state changes.
    void ended();

    void failed(StartFailure failure);
  }

  /// @param settings with which the next run begins
  PeerLife(
      PeerStarter starter,
      Executor background,
      Beat beat,
      Supplier<PeerSettings> settings,
      Listener listener) {
    this.starter = starter;
    this.background = background;
    this.beat = beat;
    this.settings = settings;
    this.listener = listener;
  }

  ReadOnlyObjectProperty<PeerState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Why the last start failed; null after one that did not.
  ReadOnlyObjectProperty<@Nullable StartFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// As in [Place#freeProperty].
  ReadOnlyObjectProperty<@Nullable PeerAddress> freePlaceProperty() {
    return place.freeProperty();
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
            began(new PeerRun(peer, inbox, null), null);
          }

          @Override
          public void failed(StartFailure why) {
            PeerLife.this.failed(why);
          }
        });
  }

  /// As in [PeerViewModel#attach].
  void attach(RunningPeer peer, Home home) {
    if (state.get() == PeerState.STOPPED && !closed) {
      place.take(peer.address(), home);
      look(peer, "This window looks at " + peer.address() + ", which ran already.");
    }
  }

  private void look(RunningPeer peer, String words) {
    place.fill();
    began(PeerRun.lookingAt(peer, beat, this::take), words);
  }

  /// The peer runs in its place again, started from here or by others.
  private void returned(RunningPeer peer) {
    if (run != null) {
      returning = peer;
    } else if (!closed) {
      look(peer, peer.address() + " has its place in the swarm again.");
    }
  }

  private void placeIsGone() {
    if (state.get() == PeerState.STARTING) {
      failed(new StartFailure(StartFailure.Field.PORT, "its swarm has ended"));
    }
  }

  private void failed(StartFailure why) {
    // The end of a swarm may be told twice.
    if (state.get() == PeerState.STARTING) {
      state.set(PeerState.STOPPED);
      failure.set(why);
      listener.failed(why);
    }
  }

  private void began(PeerRun begun, @Nullable String words) {
    run = begun;
    unmet = List.of();
    begun.inbox().open();
    listener.began(begun, words);
    if (closed) {
      stop();
    }
  }

  /// The listener says when, since the state is told after what it goes with.
  void isRunning() {
    state.set(PeerState.RUNNING);
  }

  private void take(EventInbox.Batch<GossipEvent> batch) {
    PeerRun current = run;
    if (current != null) {
      listener.happened(current, batch);
      if (batch.items().getLast() instanceof GossipEvent.Stopped) {
        ended(current);
      }
    }
  }

  /// Ends the peer in an orderly way.
  void stop() {
    PeerRun ending = run;
    if (state.get() == PeerState.RUNNING && ending != null) {
      state.set(PeerState.STOPPING);
      background.execute(ending.peer()::close);
    }
  }

  /// Once it is started again, it connects to those whom it knows now.
  void keepNeighbors() {
    PeerRun current = run;
    if (current != null && current.isOwn()) {
      unmet = current.neighbors();
    }
  }

  /// As long as it does not run: it connects to nobody but those whom it is told then.
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

  private void ended(PeerRun over) {
    over.inbox().close();
    run = null;
    listener.ended();
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

  /// Ends the peer, where it is this window's own. Idempotent.
  @Override
  public void close() {
    closed = true;
    place.close();
    PeerRun current = run;
    if (current != null && current.watch() != null) {
      current.watch().close();
    } else {
      stop();
    }
  }
}
