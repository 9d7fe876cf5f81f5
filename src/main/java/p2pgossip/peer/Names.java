package p2pgossip.peer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;

/// Looks up host names.
@FunctionalInterface
public interface Names {

  /// The system's resolver.
  Names SYSTEM = InetAddress::getAllByName;

  /// More than any one machine has; a name server can return thousands.
  int MOST_ADDRESSES = 32;

  /// Looks a name up, or reads an IP literal. May take seconds.
  ///
  /// @return at least one
  /// @throws UnknownHostException when the name is not known
  InetAddress[] look(String host) throws UnknownHostException;

  /// All addresses of a host, the likeliest for a peer first: IPv4, which peers bind.
  ///
  /// @param host a name or an IP literal, as in [Target#requireHost]
  /// @return 1 to [#MOST_ADDRESSES]
  /// @throws UnknownHostException when the name is not known
  /// @throws IllegalArgumentException with a reason for the user, when it is neither, or stands for
  ///     an address at which no peer can listen, or for too many
  default List<InetAddress> addresses(String host) throws UnknownHostException {
    Target.requireHost(host);
    List<InetAddress> all =
        Stream.of(look(host))
            .distinct()
            .sorted(Comparator.comparingInt(address -> address.getAddress().length))
            .toList();
    if (all.size() > MOST_ADDRESSES) {
      throw new IllegalArgumentException(
          "%s stands for %s addresses, more than %s"
              .formatted(Quote.of(host), all.size(), MOST_ADDRESSES));
    }
    for (InetAddress address : all) {
      PeerAddress _ = new PeerAddress(address, 1);
    }
    return all;
  }
}
