package p2pgossip.topology;

/// Two peers that are to be connected. Which of them asks makes no difference to who knows whom: once
/// connected, each knows the other.
///
/// @param from the one that asks, counted from 0
/// @param to the one that is asked
public record Edge(int from, int to) {

  /// @throws IllegalArgumentException when a number is negative, or both are the same
  public Edge {
    if (from < 0 || to < 0 || from == to) {
      throw new IllegalArgumentException("no edge leads from peer " + from + " to peer " + to);
    }
  }
}
