package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a peer says of itself: in its handshake, when it connects, and in the lists of those who know
/// it.
///
/// @param started when it started; two values at one address mean that it was restarted
/// @param period the pause between its messages
/// @param port where it listens, 0 to 65535 (0: it does not know)
/// @param hostAlias the address at which others reach it, or null where it did not say
/// @param offers what it understands beyond the original protocol
public record Peer(
    Instant started,
    Duration period,
    int port,
    @Nullable InetAddress hostAlias,
    Set<Offer> offers) {

  public Peer {
    offers = Set.copyOf(offers);
  }

  /// The address at which this peer is reached by somebody to whom it spoke from `source`: its alias
  /// where it named one, else where it called from.
  ///
  /// @throws IllegalArgumentException when that is no address of a peer
  public PeerAddress addressSeenFrom(InetAddress source) {
    return new PeerAddress(hostAlias != null ? hostAlias : source, port);
  }

  /// Whether both speak of one run of one program: a peer that was restarted has another start.
  public boolean isSameRunAs(Peer other) {
    return started.equals(other.started) && port == other.port;
  }

  Peer withOffer(Offer offer, boolean offered) {
    if (offers.contains(offer) == offered) {
      return this;
    }
    Set<Offer> newOffers = new HashSet<>(offers);
    if (offered) {
      newOffers.add(offer);
    } else {
      newOffers.remove(offer);
    }
    return new Peer(started, period, port, hostAlias, newOffers);
  }

  public Peer withPeriod(Duration newPeriod) {
    return new Peer(started, newPeriod, port, hostAlias, offers);
  }
}
