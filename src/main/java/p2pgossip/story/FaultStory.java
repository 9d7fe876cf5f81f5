package p2pgossip.story;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;

/// Faults as a story tells them.
final class FaultStory {

  private static final List<String> PARTS = List.of("two", "three", "four", "five");

  private FaultStory() {}

  /// What begins or ends, without a full stop.
  static String of(Fault<PeerAddress> fault, boolean begins, PeerNames names) {
    return switch (fault) {
      case Fault.Partition<PeerAddress>(List<Set<PeerAddress>> sides) ->
          begins
              ? "the network is cut in %s: %s"
                  .formatted(
                      parts(sides.size()),
                      sides.stream().map(names::of).collect(Collectors.joining(" | ")))
              : "the cut through the network is healed";
      case Fault.Freeze<PeerAddress>(PeerAddress peer) ->
          names.of(Set.of(peer)) + (begins ? " is frozen" : " thaws");
      case Fault.OverPath<PeerAddress> other ->
          begins ? other.words(names::of) : "no more " + other.words(names::of);
    };
  }

  private static String parts(int sides) {
    return sides - 2 < PARTS.size() ? PARTS.get(sides - 2) : sides + " parts";
  }
}
