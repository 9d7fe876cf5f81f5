package p2pgossip.bench;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.PeerService;

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
  public Peer self() {
    return self;
  }

  @Override
  public Map<PeerAddress, Peer> knownPeers() {
    return Map.of();
  }

  @Override
  public ConnectAnswer connectRequested(InetAddress source, Peer caller) {
    return new ConnectAnswer.Welcome(caller.addressSeenFrom(source));
  }

  @Override
  public void messageReceived(InetAddress source, Message message) {
    heard.increment();
  }

  @Override
  public void failed(String doing, Throwable cause) {
    throw new IllegalStateException("failed while " + doing, cause);
  }
}
