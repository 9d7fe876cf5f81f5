package p2pgossip.gossip;

import java.net.InetAddress;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The machine that this peer runs on: which addresses belong to it, and therefore which caller may
/// speak for which peer.
final class Machine {

  private final Set<InetAddress> told;
  private OwnAddresses own = OwnAddresses.LOOPBACK;

  /// @param address where others reach this peer
  /// @param others further addresses at which they reach it
  Machine(PeerAddress address, Set<PeerAddress> others) {
    told =
        Stream.concat(Stream.of(address), others.stream())
            .map(PeerAddress::ip)
            .collect(Collectors.toUnmodifiableSet());
  }

  /// @return whether the addresses have changed
  boolean has(OwnAddresses addresses) {
    boolean changed = !addresses.equals(own);
    own = addresses;
    return changed;
  }

  private boolean isHere(InetAddress ip) {
    return own.contains(ip) || told.contains(ip);
  }

  /// Whether a source may make this peer call an address: services on this machine are not to be
  /// reached through it from another machine.
  ///
  /// @param source the address of the one that names it
  boolean mayName(InetAddress source, PeerAddress named) {
    return isHere(source) || !isHere(named.ip());
  }

  /// Whether the caller can be the peer at `claimed`: it has proven so, or it calls from that
  /// address. The peers of one machine call each other from any of its addresses.
  boolean fits(Caller caller, PeerAddress claimed) {
    PeerAddress proven = caller.proven();
    if (proven != null) {
      return claimed.equals(proven);
    }
    return claimed.ip().equals(caller.source())
        || (isHere(caller.source()) && isHere(claimed.ip()));
  }
}
