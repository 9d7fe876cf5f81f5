package p2pgossip.ui.model;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Observation;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.ui.beat.Beat;
import p2pgossip.watch.Gathered;

/// What one window takes in of the network, and how much of it is shown. FX thread only.
final class WatchedNetwork implements AutoCloseable {

  private final PeerRuntime runtime;
  private final NetworkViewModel network;
  private final Beat beat;
  private final ShownClock clock;
  private final Supplier<PeerSettings> settings;
  private final Consumer<Gathered> taker;

  /// Made with the first run, so that a window that waits for Start opens sooner.
  private volatile @Nullable NetworkFeed feed;

  private boolean swarmShown;

  /// @param clock follows the network that is shown
  /// @param settings of the window's peer, now
  /// @param taker is given what has come in, once a beat
  WatchedNetwork(
      PeerRuntime runtime,
      NetworkViewModel network,
      Beat beat,
      ShownClock clock,
      Supplier<PeerSettings> settings,
      Consumer<Gathered> taker) {
    this.runtime = runtime;
    this.network = network;
    this.beat = beat;
    this.clock = clock;
    this.settings = settings;
    this.taker = taker;
  }

  private NetworkFeed feed() {
    NetworkFeed current = feed;
    if (current == null) {
      current = new NetworkFeed(runtime, network, beat, taker);
      feed = current;
    }
    return current;
  }

  /// Makes what is needed to take in anything, so that [#addOwn] can be called on any thread.
  void prepare() {
    var _ = feed();
  }

  /// Takes in what happens to the peer of this window from now on. May be called on any thread.
  void addOwn(SteerablePeer peer) {
    clock.follow(peer.clock());
    feed().addOwn(peer);
  }

  /// Takes in what happens to a peer of this process from now on.
  void watch(SteerablePeer peer) {
    clock.follow(peer.clock());
    feed().add(peer);
    feed().takeNow();
  }

  /// Takes in the beginning or the end of a run.
  void note(Observation observation) {
    feed().note(observation);
    feed().takeNow();
  }

  /// Whether little waits to be taken in. Any thread.
  boolean keepsUp() {
    NetworkFeed current = feed;
    return current == null || current.keepsUp();
  }

  /// Takes in at once what has come, and what comes from now on.
  void catchUp() {
    feed().takeNow();
  }

  /// Takes in at once what has come, if there has been a run.
  void takeNow() {
    NetworkFeed current = feed;
    if (current != null) {
      current.takeNow();
    }
  }

  /// Whether the peers that are shown are simulated.
  boolean isSimulated() {
    NetworkFeed current = feed;
    return current != null && current.isSimulated();
  }

  /// Whether a swarm is there to be seen. The whole network is then shown, whatever the settings
  /// say.
  boolean isSwarmShown() {
    return swarmShown;
  }

  void showSwarm(boolean shown) {
    swarmShown = shown;
  }

  /// Shows the network as it is seen from a peer. Null if no peer of this window runs.
  void lookFrom(@Nullable PeerAddress address) {
    network.lookFrom(address, swarmShown || settings.get().wholeNetwork());
  }

  /// Takes in nothing any more. Idempotent.
  @Override
  public void close() {
    NetworkFeed current = feed;
    if (current != null) {
      current.close();
    }
  }
}
