package p2pgossip.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;

/// Peers and addresses of every form on the wire.
final class RandomPeers {

  private static final long YEAR_9999 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
  private static final long YEAR_0 = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final int[] FRACTIONS = {1, 1_000, 1_000_000, 1_000_000_000};

  private RandomPeers() {}

  static Peer peer(RandomGenerator random) {
    int step = FRACTIONS[random.nextInt(FRACTIONS.length)];
    return new Peer(
        Instant.ofEpochSecond(
            random.nextLong(YEAR_0, YEAR_9999 + 1),
            (long) (random.nextInt(1_000_000_000) / step) * step),
        Duration.ofSeconds(random.nextLong(86_400), random.nextInt(1_000_000_000)),
        random.nextInt(65_536),
        random.nextBoolean() ? ip(random) : null,
        random.nextBoolean() ? Set.of(Offer.SENDER) : Set.of());
  }

  static PeerAddress address(RandomGenerator random) {
    while (true) {
      InetAddress ip = ip(random);
      if (!ip.isMulticastAddress() && !ip.isAnyLocalAddress()) {
        return new PeerAddress(ip, random.nextInt(1, 65_536));
      }
    }
  }

  static Map<PeerAddress, Peer> known(RandomGenerator random, int count) {
    Map<PeerAddress, Peer> known = new HashMap<>();
    while (known.size() < count) {
      Peer peer = peer(random);
      known.put(
          address(random),
          new Peer(peer.started(), peer.period(), peer.port(), peer.hostAlias(), Set.of()));
    }
    return known;
  }

  private static InetAddress ip(RandomGenerator random) {
    byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
    // Runs of zeros, as IPv6 addresses have them.
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = random.nextInt(3) == 0 ? (byte) random.nextInt(256) : 0;
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
