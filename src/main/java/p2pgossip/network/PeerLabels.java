package p2pgossip.network;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;

/// What peers are called wherever they are shown. Immutable.
///
/// In little room a peer with a name is called by it, as in `Ana`, and if others have a name that
/// looks the same, also by its address: `Ana :8080`. All others are called by their addresses
/// without what all of them have in common:
///
/// - on one machine: `:8080`
/// - on machines that all use one port: `.17`, or `.3.17` where the networks differ, too
/// - otherwise the whole address: `192.168.1.17:8080`
public final class PeerLabels {

  private static final int PARTS = 4;

  /// The longest name in a drawing, in code points.
  private static final int BRIEF = 16;

  /// Whether all run on one machine, so that the port alone tells them apart.
  private final boolean oneMachine;

  /// How many of the four parts all addresses share; 0 to write them whole.
  private final int common;

  private final Naming names;
  private final Map<PeerAddress, String> named = new HashMap<>();
  private final Map<PeerAddress, String> brief = new HashMap<>();

  private PeerLabels(boolean oneMachine, int common, Naming names) {
    this.oneMachine = oneMachine;
    this.common = common;
    this.names = names;
    if (names.shown()) {
      Map<String, Integer> alike = new HashMap<>();
      names.names().values().forEach(name -> alike.merge(name.look(), 1, Integer::sum));
      names
          .names()
          .forEach(
              (peer, name) -> {
                boolean alone = alike.getOrDefault(name.look(), 1) == 1;
                String beside = alone ? "" : " " + address(peer);
                named.put(peer, name + beside);
                brief.put(peer, cut(name.text()) + beside);
              });
    }
  }

  /// Labels for these peers, by their addresses alone.
  public static PeerLabels of(Collection<PeerAddress> peers) {
    return of(peers, Naming.NONE);
  }

  /// Labels for these peers.
  public static PeerLabels of(Collection<PeerAddress> peers, Naming names) {
    Set<String> hosts = new HashSet<>();
    Set<Integer> ports = new HashSet<>();
    for (PeerAddress peer : peers) {
      hosts.add(peer.host());
      ports.add(peer.port());
    }
    return hosts.size() == 1
        ? new PeerLabels(true, 0, names)
        : new PeerLabels(false, ports.size() == 1 ? commonParts(hosts) : 0, names);
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

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= BRIEF
        ? name
        : name.substring(0, name.offsetByCodePoints(0, BRIEF - 1)).strip() + "…";
  }

  /// As [#of], in a drawing: a long name is cut.
  public String brief(PeerAddress peer) {
    String name = brief.get(peer);
    return name == null ? address(peer) : name;
  }

  /// In little room, as in `Ana`, `:8080`, `.17`, or the whole address.
  public String of(PeerAddress peer) {
    String name = named.get(peer);
    return name == null ? address(peer) : name;
  }

  /// As [Naming#called].
  public String whole(PeerAddress peer) {
    return names.called(peer);
  }

  private String address(PeerAddress peer) {
    if (oneMachine) {
      return ":" + peer.port();
    }
    List<String> parts = parts(peer.host());
    return common == 0 || parts.size() != PARTS
        ? peer.toString()
        : "." + String.join(".", parts.subList(common, PARTS));
  }
}
