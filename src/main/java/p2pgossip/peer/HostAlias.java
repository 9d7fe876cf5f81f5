package p2pgossip.peer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import p2pgossip.gossip.PeerAddress;

/// The addresses at which others reach the peers of this machine. A name may stand for several: all
/// of them are the peer's own, and it announces the first.
///
/// @param host as the user wrote it: a name, or an IP literal without brackets
/// @param addresses all that it stands for, at least one
public record HostAlias(String host, List<InetAddress> addresses) {

  /// @throws IllegalArgumentException when there is no address
  public HostAlias {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException(host + " stands for no address");
    }
  }

  /// An alias that is written as an address.
  public static HostAlias of(InetAddress address) {
    return new HostAlias(PeerAddress.text(address), List.of(address));
  }

  /// Looks a host up, which may take seconds for a name. The announced address is the first that
  /// this machine has and others can reach, else the first; IPv4 comes before IPv6. Link-local
  /// addresses (`fe80::1`) are left out if there are others, since they can't be called without a
  /// scope.
  ///
  /// @throws UnknownHostException when the name is not known
  /// @throws IllegalArgumentException when it is neither a name nor an IP literal, or stands for an
  ///     address at which no peer can listen
  public static HostAlias lookUp(String host) throws UnknownHostException {
    return lookUp(host, Names.SYSTEM, Binding::isOfThisMachine);
  }

  static HostAlias lookUp(String host, Names names, Predicate<InetAddress> isOfThisMachine)
      throws UnknownHostException {
    List<InetAddress> all = names.addresses(host);
    List<InetAddress> reachable =
        all.stream().filter(address -> !address.isLinkLocalAddress()).toList();
    List<InetAddress> used = reachable.isEmpty() ? all : reachable;
    InetAddress announced =
        used.stream()
            .filter(address -> !address.isLoopbackAddress() && isOfThisMachine.test(address))
            .findFirst()
            .orElse(used.getFirst());
    return new HostAlias(
        host, Stream.concat(Stream.of(announced), used.stream()).distinct().toList());
  }

  /// The address that is announced to others.
  public InetAddress announced() {
    return addresses.getFirst();
  }

  /// The other addresses.
  public List<InetAddress> unannounced() {
    return addresses.subList(1, addresses.size());
  }
}
