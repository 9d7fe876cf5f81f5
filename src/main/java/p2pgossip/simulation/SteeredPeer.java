package p2pgossip.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.KnownPeers;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Step;
import p2pgossip.gossip.Tuning;
import p2pgossip.steering.SteerablePeer;

/// A simulated peer for any thread: what is done to it happens between two events of its network.
/// It stays the same when the peer is started again.
final class SteeredPeer implements SteerablePeer {

  private final SimulatedPeer peer;
  private final Simulation network;

  SteeredPeer(SimulatedPeer peer, Simulation network) {
    this.peer = peer;
    this.network = network;
  }

  @Override
  public PeerAddress address() {
    return peer.address();
  }

  @Override
  public InstantSource clock() {
    return network.clock();
  }

  @Override
  public InstantSource steadyClock() {
    return network.clock();
  }

  @Override
  public Peer self() {
    return peer.engine().self();
  }

  @Override
  public KnownPeers knownPeers() {
    return peer.engine().knownPeers();
  }

  @Override
  public PeerSettings settings() {
    return locked(() -> peer.engine().settings());
  }

  @Override
  public void change(PeerSettings settings) {
    locked(() -> peer.change(_ -> settings));
  }

  @Override
  public void rename(@Nullable PeerName name) {
    // One that behaves like the original offers nothing.
    act(now -> peer.engine().rename(self().offers().isEmpty() ? null : name, now));
  }

  @Override
  public void askSettings(PeerAddress other) {
    act(now -> peer.engine().askSettings(other, now));
  }

  @Override
  public void tune(Collection<PeerAddress> others, Tuning tuning) {
    act(now -> peer.engine().tune(others, tuning, now));
  }

  @Override
  public void connect(PeerAddress target) {
    locked(() -> peer.connect(target));
  }

  /// Connects to the first: in a simulation no name stands for several peers.
  @Override
  public void connectToOne(List<PeerAddress> candidates, Consumer<PeerAddress> chosen) {
    PeerAddress first = candidates.getFirst();
    connect(first);
    chosen.accept(first);
  }

  @Override
  public void disconnect(PeerAddress other) {
    act(now -> peer.engine().disconnect(other, now));
  }

  @Override
  public void sendNow() {
    act(now -> peer.engine().sendNow(now));
  }

  @Override
  public void sendNow(PeerAddress other) {
    act(now -> peer.engine().sendNow(other, now));
  }

  @Override
  public void retryRefused() {
    act(now -> peer.engine().retryRefused(now));
  }

  @Override
  public RumorId spread(String text) {
    return locked(() -> peer.spread(text));
  }

  @Override
  public void stepPeriod() {
    locked(peer::stepPeriod);
  }

  @Override
  public void forgetRumors() {
    locked(peer::forgetRumors);
  }

  @Override
  public PeerSnapshot snapshot() {
    return locked(peer::snapshot);
  }

  @Override
  public PeerWatch watch(PeerWatcher watcher) {
    return locked(() -> peer.watch(watcher));
  }

  @Override
  public void close() {
    locked(peer::close);
  }

  private void act(Function<Instant, Step> action) {
    locked(() -> peer.act(action));
  }

  private void locked(Runnable action) {
    Lock lock = network.lock();
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> action) {
    Lock lock = network.lock();
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
