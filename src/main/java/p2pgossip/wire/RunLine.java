package p2pgossip.wire;

import java.util.List;

/// What a process says that makes runs on arrays for another.
public sealed interface RunLine {

  /// A run has ended.
  ///
  /// @param lastHeard the round in which the last peer that has heard the rumour heard it
  /// @param reached the share of the peers that have heard it, 0 to 1
  /// @param copies that were sent
  /// @param contacts copies told, and questions that reached a peer that spread the rumour
  /// @param informed how many knew the rumour after round 0, 1, and so on; bounded in number
  /// @param hash of all that happened
  record Ended(
      int lastHeard, double reached, long copies, long contacts, List<Integer> informed, long hash)
      implements RunLine {

    public Ended {
      informed = List.copyOf(informed);
    }
  }

  /// No run is made.
  ///
  /// @param reason in words, without a full stop
  record Refused(String reason) implements RunLine {}
}
