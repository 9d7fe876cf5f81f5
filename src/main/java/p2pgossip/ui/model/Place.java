package p2pgossip.ui.model;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.steering.SteerablePeer;

/// The place of a window's peer in a swarm, from when the window shows that peer until the swarm
/// ends or the window has another peer. FX thread only.
final class Place implements AutoCloseable {

  private final ReadOnlyObjectWrapper<@Nullable PeerAddress> free = new ReadOnlyObjectWrapper<>();
  private final BiConsumer<SteerablePeer, Home> returned;
  private final Runnable gone;
  private @Nullable Home home;
  private @Nullable PeerAddress address;
  private Subscription attending = Subscription.EMPTY;

  /// @param returned given the peer that runs in the place again, whoever has started it, and where
  /// it has its place
  /// @param gone told that the swarm has ended, and the place with it
  Place(BiConsumer<SteerablePeer, Home> returned, Runnable gone) {
    this.returned = returned;
    this.gone = gone;
  }

  /// Where the peer would run again; null while it runs, and if it has no place.
  ReadOnlyObjectProperty<@Nullable PeerAddress> freeProperty() {
    return free.getReadOnlyProperty();
  }

  /// The peer has its place at a home.
  void take(PeerAddress peer, Home newHome) {
    close();
    address = peer;
    home = newHome;
    attending = newHome.attend(this::joined, this::ended);
  }

  private void joined(SteerablePeer peer) {
    Home current = home;
    if (current != null && peer.address().equals(address)) {
      returned.accept(peer, current);
    }
  }

  private void ended() {
    close();
    gone.run();
  }

  /// The peer has ended.
  void leave() {
    Home current = home;
    PeerAddress left = address;
    if (current != null && left != null && current.holds(left)) {
      free.set(left);
    } else {
      close();
    }
  }

  /// The peer runs again.
  void fill() {
    free.set(null);
  }

  /// Whether a peer that starts at a port is the one whose place is free.
  boolean isFreeAt(int port) {
    PeerAddress left = free.get();
    return left != null && left.port() == port;
  }

  void restart(PeerSettings settings, Consumer<String> failed) {
    PeerAddress left = free.get();
    if (home != null && left != null) {
      home.restart(left, settings, failed);
    }
  }

  /// Gives up the place. Idempotent.
  @Override
  public void close() {
    attending.unsubscribe();
    attending = Subscription.EMPTY;
    home = null;
    address = null;
    free.set(null);
  }
}
