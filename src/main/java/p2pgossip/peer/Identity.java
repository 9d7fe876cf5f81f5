package p2pgossip.peer;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;

/// The identity of a new peer.
///
/// @param address where others reach it
/// @param unannounced where they reach it as well
/// @param self its description of itself
record Identity(PeerAddress address, Set<PeerAddress> unannounced, Peer self) {

  private static final Set<Offer> OFFERS =
      Set.of(Offer.SENDER, Offer.RUMORS, Offer.EVENTS, Offer.LEAVE);
  private static final Set<Offer> OFFERS_OVER_TLS =
      Set.of(Offer.SENDER, Offer.RUMORS, Offer.EVENTS, Offer.LEAVE, Offer.TLS);

  /// @param port at which it listens
  /// @param tls whether it speaks HTTPS
  static Identity of(PeerConfig config, int port, boolean tls, Instant now) {
    HostAlias alias = config.hostAlias();
    InetAddress announced = alias == null ? null : alias.announced();
    Set<PeerAddress> unannounced =
        alias == null
            ? Set.of()
            : alias.unannounced().stream()
                .map(it -> new PeerAddress(it, port))
                .collect(Collectors.toUnmodifiableSet());
    Set<Offer> offers = config.original() ? Set.of() : tls ? OFFERS_OVER_TLS : OFFERS;
    return new Identity(
        new PeerAddress(announced == null ? Binding.loopback() : announced, port),
        unannounced,
        new Peer(
            now,
            config.settings().period(),
            port,
            announced,
            offers,
            config.original() ? null : config.name()));
  }
}
