package p2pgossip.gossip;

import java.net.InetAddress;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The machine that this peer runs on: which addresses are its own, and so who may speak for whom.
final class Machine {

  private final Set<InetAddress> told;
  private OwnAddresses own = OwnAddresses.LOOPBACK;

  /// @param address where others reach this peer
  /// @param others where they reach it besides
  Machine(PeerAddress address, Set<PeerAddress> others) {
    told =
        Stream.concat(Stream.of(address), others.stream())
            .map(PeerAddress::ip)
            .collect(Collectors.toUnmodifiableSet());
  }

  /// @return whether these are others than before
  boolean has(OwnAddresses addresses) {
    boolean changed = !addresses.equals(own);
    own = addresses;
    return changed;
  }

  private boolean isHere(InetAddress ip) {
    return own.contains(ip) || told.contains(ip);
  }

  /// Whether somebody may have this peer call an address: what runs on this machine is no business of
  /// another's.
  ///
  /// @param source where the one that names it is
  boolean mayName(InetAddress source, PeerAddress named) {
    return isHere(source) || !isHere(named.ip());
  }

  /// Whether the caller can be the peer at `claimed`: it has proven to be, or it calls from that address.
  /// The peers of one machine call each other from any of its addresses.
  boolean fits(Caller caller, PeerAddress claimed) {
    PeerAddress proven = caller.proven();
    if (proven != null) {
      return claimed.equals(proven);
    }
    return claimed.ip().equals(caller.source())
        || (isHere(caller.source()) && isHere(claimed.ip()));
  }
}
