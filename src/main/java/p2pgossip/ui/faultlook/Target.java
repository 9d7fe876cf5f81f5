package p2pgossip.ui.faultlook;

import java.util.List;
import java.util.Set;
import p2pgossip.fault.Path;
import p2pgossip.gossip.PeerAddress;

/// What a fault is to act on.
///
/// @param chosen the selected peers, in the order of their selection; none for the whole network
/// @param others all other peers in the picture
public record Target(List<PeerAddress> chosen, Set<PeerAddress> others) {

  public Target {
    chosen = List.copyOf(chosen);
    others = Set.copyOf(others);
  }

  /// The path on which the selected peers are: between them where there are two, else all that they
  /// send and are sent.
  public Path<PeerAddress> path() {
    return switch (chosen.size()) {
      case 0 -> new Path.Everywhere<>();
      case 2 -> new Path.Between<>(chosen.get(0), chosen.get(1));
      default -> new Path.Around<>(Set.copyOf(chosen));
    };
  }

  boolean isPair() {
    return chosen.size() == 2;
  }

  /// As in ` between the two`, to be put behind what is done. Empty where that is clear.
  String where() {
    return isPair() ? " between the two" : "";
  }

  /// As in ` 3 peers`, to be put behind what is done. Empty for one peer.
  public String howMany() {
    return chosen.size() == 1 ? "" : " " + chosen.size() + " peers";
  }
}
