package p2pgossip.bench;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.Caller;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.PeerService;

/// A peer that only counts requests, so that the server around it is what is measured.
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
  public PeerAddress address() {
    return new PeerAddress(InetAddress.getLoopbackAddress(), self.port());
  }

  @Override
  public Answer answer(Caller caller, Request request) {
    return switch (request) {
      case Request.Handshake _ -> new Answer.Given(new Reply.Introduced(self));
      case Request.AskKnownPeers _ -> new Answer.Given(new Reply.Known(Map.of(), 0));
      case Request.Connect _ -> new Answer.Given(new Reply.Accepted());
      case Request.Tell _ -> {
        heard.increment();
        yield new Answer.Given(new Reply.Heard(Hearing.UNSAID));
      }
      case Request.Exchange _ -> new Answer.Given(new Reply.Exchanged(List.of(), Set.of()));
      case Request.AskSettings _, Request.Tune _, Request.Begin _ ->
          throw new IllegalStateException("nobody tunes a peer that only counts");
      case Request.Leave _ -> new Answer.Given(new Reply.Released(false));
    };
  }

  @Override
  public void turnedAway(InetAddress source, String reason) {}

  @Override
  public PeerSettings settings() {
    return PeerSettings.DEFAULT;
  }

  @Override
  public PeerSnapshot snapshot() {
    return new PeerSnapshot(
        Instant.EPOCH, address(), self, PeerSettings.DEFAULT, 0, List.of(), List.of());
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
