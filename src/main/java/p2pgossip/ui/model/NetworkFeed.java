package p2pgossip.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Observation;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.profile.FrameDrain;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.ui.beat.Beat;
import p2pgossip.watch.Gathered;
import p2pgossip.watch.NetworkWatch;

/// Brings observations of the network to the FX thread, all at once and at most once a [Beat]. Also
/// follows the peers that the picture shows. FX thread only.
final class NetworkFeed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NetworkFeed.class);

  /// At most this many observations can be taken in within a beat without being felt.
  private static final int FEW = 4_000;

  private final Beat beat;
  private final Consumer<Gathered> taker;
  private final AtomicBoolean planned = new AtomicBoolean();
  private final NetworkWatch watch;
  private final Subscription visible;
  private Set<PeerAddress> followed = Set.of();

  /// Whether the peers that are shown are simulated. Nothing of the real network has their
  /// addresses, except by chance.
  private volatile boolean simulated;

  private boolean closed;

  /// @param network its peers are followed
  /// @param taker takes in what was seen
  NetworkFeed(PeerRuntime runtime, NetworkViewModel network, Beat beat, Consumer<Gathered> taker) {
    this.beat = beat;
    this.taker = taker;
    watch = new NetworkWatch(runtime, this::plan);
    visible = network.viewProperty().subscribe(this::follow);
  }

  /// Watches a peer of this process, to its end.
  void add(SteerablePeer peer) {
    simulated = !(peer instanceof RunningPeer);
    watch.add(peer);
  }

  /// Watches the window's own peer until it ends, and reserves places in the queue for its events.
  /// May be called on any thread.
  void addOwn(SteerablePeer peer) {
    simulated = !(peer instanceof RunningPeer);
    watch.favor(peer.address());
    watch.add(peer);
  }

  /// Whether little waits. May be called on any thread.
  boolean keepsUp() {
    return watch.waiting() < FEW;
  }

  /// Whether the peers that are shown are simulated.
  boolean isSimulated() {
    return simulated;
  }

  /// Takes in what its owner knows of the network.
  void note(Observation observation) {
    watch.note(observation);
  }

  /// Takes in at once what was seen until now.
  void takeNow() {
    FrameDrain drain = FrameDrain.begun();
    Gathered gathered = watch.take();
    if (gathered.dropped() > 0) {
      LOG.debug("{} observations came too fast and were left out", gathered.dropped());
    }
    if (!gathered.observations().isEmpty()) {
      taker.accept(gathered);
    }
    drain.ended(gathered.observations().size(), gathered.dropped());
  }

  /// May be called on any thread.
  private void plan() {
    if (planned.compareAndSet(false, true)) {
      beat.next(this::deliver);
    }
  }

  private void deliver() {
    // Before taking: what comes in from now on is announced again.
    planned.set(false);
    if (!closed) {
      takeNow();
    }
  }

  private void follow(NetworkView view) {
    Set<PeerAddress> shown = simulated ? Set.of() : view.picture().nodes().keySet();
    if (view.isLive() && view.place() != NetworkView.Place.KEPT && !shown.equals(followed)) {
      followed = shown;
      List<PeerAddress> inOrder = new ArrayList<>(shown);
      inOrder.sort(null);
      watch.follow(inOrder);
    }
  }

  /// Stops watching. Idempotent.
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      visible.unsubscribe();
      watch.close();
    }
  }
}
