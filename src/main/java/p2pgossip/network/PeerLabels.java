package p2pgossip.network;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;

/// What peers are called in little room: their addresses without what all of them have in common.
///
/// - on one machine: `:8080`
/// - on machines that all use one port: `.17`, or `.3.17` where the networks differ, too
/// - otherwise the whole address: `192.168.1.17:8080`
///
/// @param oneMachine whether all run on one machine, so that the port alone tells them apart
/// @param common how many of the four parts all addresses share; 0 to write them whole
public record PeerLabels(boolean oneMachine, int common) {

  private static final int PARTS = 4;

  /// Labels for these peers.
  public static PeerLabels of(Collection<PeerAddress> peers) {
    Set<String> hosts = new HashSet<>();
    Set<Integer> ports = new HashSet<>();
    for (PeerAddress peer : peers) {
      hosts.add(peer.host());
      ports.add(peer.port());
    }
    return hosts.size() == 1
        ? new PeerLabels(true, 0)
        : new PeerLabels(false, ports.size() == 1 ? commonParts(hosts) : 0);
  }

  private static int commonParts(Set<String> hosts) {
    List<String> first = parts(hosts.iterator().next());
    int common = first.size() == PARTS ? PARTS : 0;
    for (String host : hosts) {
      List<String> parts = parts(host);
      if (parts.size() != PARTS) {
        return 0;
      }
      while (!parts.subList(0, common).equals(first.subList(0, common))) {
        common--;
      }
    }
    return common;
  }

  /// The four parts of an IPv4 address; other addresses have one part.
  private static List<String> parts(String host) {
    return host.indexOf(':') >= 0 ? List.of(host) : Arrays.asList(host.split("\\."));
  }

  /// As in `:8080`, `.17`, or the whole address.
  public String of(PeerAddress peer) {
    if (oneMachine) {
      return ":" + peer.port();
    }
    List<String> parts = parts(peer.host());
    return common == 0 || parts.size() != PARTS
        ? peer.toString()
        : "." + String.join(".", parts.subList(common, PARTS));
  }
}
