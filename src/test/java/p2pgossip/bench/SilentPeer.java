package p2pgossip.bench;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Caller;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.Farewell;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Tuning;
import p2pgossip.net.PeerService;
import p2pgossip.net.PeerWatch;
import p2pgossip.net.PeerWatcher;

/// A peer that only counts what it hears, so that the server round it is what is measured.
final class SilentPeer implements PeerService {

  private final Peer self;
  private final LongAdder heard = new LongAdder();

  SilentPeer(int port) {
    self = new Peer(Instant.EPOCH, Duration.ofSeconds(5), port, null, Set.of());
  }

  long heard() {
    return heard.sum();
  }

  @Override
  public Introduction introduced(Caller caller, @Nullable PeerAddress from) {
    return new Introduction(self, null, false);
  }

  @Override
  public Map<PeerAddress, Peer> knownPeers() {
    return Map.of();
  }

  @Override
  public ConnectAnswer connectRequested(Caller caller, Peer peer) {
    return new ConnectAnswer.Welcome(peer.addressSeenFrom(caller.source()));
  }

  @Override
  public Hearing messageReceived(Caller caller, Message message) {
    heard.increment();
    return Hearing.UNSAID;
  }

  @Override
  public Reply.Exchanged rumorsAsked(Caller caller, PeerAddress from, Digest digest) {
    return new Reply.Exchanged(List.of(), Set.of());
  }

  @Override
  public Farewell left(Caller caller, Peer leaver) {
    return Farewell.IGNORED;
  }

  @Override
  public void turnedAway(InetAddress source, String reason) {}

  @Override
  public PeerSettings settings() {
    return PeerSettings.DEFAULT;
  }

  @Override
  public PeerSettings tuned(Caller caller, @Nullable PeerAddress from, Tuning tuning) {
    throw new IllegalStateException("nobody tunes a peer that only counts");
  }

  @Override
  public PeerSnapshot snapshot() {
    return new PeerSnapshot(
        Instant.EPOCH,
        new PeerAddress(InetAddress.getLoopbackAddress(), self.port()),
        self,
        PeerSettings.DEFAULT,
        0,
        List.of(),
        List.of());
  }

  @Override
  public PeerWatch watch(PeerWatcher watcher) {
    throw new IllegalStateException("nobody watches a peer that only counts");
  }

  @Override
  public void failed(String doing, Throwable cause) {
    throw new IllegalStateException("failed while " + doing, cause);
  }
}
