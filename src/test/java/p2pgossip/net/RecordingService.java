package p2pgossip.net;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;

/// A peer that takes everybody, unless told otherwise, and writes down what was asked of it.
final class RecordingService implements PeerService {

  record Connected(InetAddress source, Peer caller) {}

  record Heard(InetAddress source, Message message) {}

  record Failed(String doing, Throwable cause) {}

  final List<Connected> connected = new CopyOnWriteArrayList<>();
  final List<Heard> heard = new CopyOnWriteArrayList<>();
  final List<Failed> failed = new CopyOnWriteArrayList<>();
  final Map<PeerAddress, Peer> known = new ConcurrentHashMap<>();
  volatile Function<Message, RuntimeException> breaking = _ -> null;
  volatile Function<Peer, ConnectAnswer> connecting =
      caller -> new ConnectAnswer.Welcome(caller.addressSeenFrom(InetAddress.getLoopbackAddress()));

  private final Peer self;

  RecordingService(int port) {
    self =
        new Peer(
            Instant.parse("2026-11-22T06:45:06.601679016Z"),
            Duration.ofSeconds(5),
            port,
            null,
            Set.of(Offer.SENDER));
  }

  @Override
  public Peer self() {
    return self;
  }

  @Override
  public Map<PeerAddress, Peer> knownPeers() {
    return known;
  }

  @Override
  public ConnectAnswer connectRequested(InetAddress source, Peer caller) {
    connected.add(new Connected(source, caller));
    return connecting.apply(caller);
  }

  @Override
  public void messageReceived(InetAddress source, Message message) {
    RuntimeException trouble = breaking.apply(message);
    if (trouble != null) {
      throw trouble;
    }
    heard.add(new Heard(source, message));
  }

  @Override
  public void failed(String doing, Throwable cause) {
    failed.add(new Failed(doing, cause));
  }
}
