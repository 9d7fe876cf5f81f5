package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a peer says of itself: in its handshake, when it connects, and in the lists of peers that
/// know it.
///
/// @param started when it started; a peer with another value at the same address was restarted
/// @param period the time between its messages
/// @param port that it listens on, 0 to 65535 (0: it does not know)
/// @param hostAlias the address at which others reach it; null if it does not say
/// @param offers what it understands beyond the original protocol
/// @param name that it claims; null if it has none
public record Peer(
    Instant started,
    Duration period,
    int port,
    @Nullable InetAddress hostAlias,
    Set<Offer> offers,
    @Nullable PeerName name) {

  public Peer {
    offers = Set.copyOf(offers);
  }

  /// A peer without a name.
  public Peer(
      Instant started,
      Duration period,
      int port,
      @Nullable InetAddress hostAlias,
      Set<Offer> offers) {
    this(started, period, port, hostAlias, offers, null);
  }

  /// The address at which a peer reaches this one if this one called it from `source`: its alias if
  /// it has one, else the source.
  ///
  /// @throws IllegalArgumentException if that can be no address of a peer
  public PeerAddress addressSeenFrom(InetAddress source) {
    return new PeerAddress(hostAlias != null ? hostAlias : source, port);
  }

  /// Whether both describe the same run of the same peer.
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
    return new Peer(started, period, port, hostAlias, newOffers, name);
  }

  public Peer withPeriod(Duration newPeriod) {
    return new Peer(started, newPeriod, port, hostAlias, offers, name);
  }

  public Peer withName(@Nullable PeerName newName) {
    return new Peer(started, period, port, hostAlias, offers, newName);
  }
}
