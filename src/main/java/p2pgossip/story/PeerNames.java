package p2pgossip.story;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import p2pgossip.gossip.PeerAddress;

/// What some peers are called together.
///
/// @param members of the run, in the order of their numbers
/// @param label what a peer is called on the screen
record PeerNames(List<PeerAddress> members, Function<PeerAddress, String> label) {

  private static final int FEW = 3;

  /// A few by name, as in `.3, .7`; neighbours in the order as in `.1 to .10`; of others, their
  /// number.
  String of(Collection<PeerAddress> peers) {
    List<PeerAddress> inOrder =
        peers.stream()
            .sorted(Comparator.<PeerAddress>comparingInt(members::indexOf).thenComparing(it -> it))
            .toList();
    if (inOrder.size() <= FEW) {
      return inOrder.stream().map(label).collect(Collectors.joining(", "));
    }
    int first = members.indexOf(inOrder.getFirst());
    boolean follow =
        first >= 0
            && first + inOrder.size() <= members.size()
            && members.subList(first, first + inOrder.size()).equals(inOrder);
    return follow
        ? label.apply(inOrder.getFirst()) + " to " + label.apply(inOrder.getLast())
        : inOrder.size() + " peers";
  }
}
