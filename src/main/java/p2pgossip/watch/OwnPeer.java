package p2pgossip.watch;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;
import p2pgossip.net.password.Credentials;
import p2pgossip.network.Observation;
import p2pgossip.steering.SteerablePeer;

/// A peer of this process that is watched, until it ends.
final class OwnPeer implements AutoCloseable {

  private final PeerAddress address;
  private final Credentials credentials;
  private final Consumer<Observation> sink;
  private volatile @Nullable PeerWatch watch;

  OwnPeer(PeerAddress address, Credentials credentials, Consumer<Observation> sink) {
    this.address = address;
    this.credentials = credentials;
    this.sink = sink;
  }

  /// What it proves to others.
  Credentials credentials() {
    return credentials;
  }

  void begin(SteerablePeer peer) {
    watch =
        peer.watch(
            new PeerWatcher() {
              @Override
              public void seen(PeerSnapshot snapshot) {
                sink.accept(new Observation.Seen(snapshot));
              }

              @Override
              public void happened(GossipEvent event) {
                sink.accept(new Observation.Happened(address, event));
              }
            });
  }

  /// Some of its observations were dropped: its state is read anew.
  void lookAnew() {
    PeerWatch current = watch;
    if (current != null) {
      current.refresh();
    }
  }

  @Override
  public void close() {
    PeerWatch current = watch;
    if (current != null) {
      current.close();
    }
  }
}
