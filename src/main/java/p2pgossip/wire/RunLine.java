package p2pgossip.wire;

import java.util.List;

/// What a process says that makes runs on arrays for another.
public sealed interface RunLine {

  /// It gets on.
  sealed interface Progress extends RunLine {}

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
      implements Progress {

    public Ended {
      informed = List.copyOf(informed);
    }
  }

  /// A round is over, or the run begins: round 0.
  ///
  /// @param informed peers that know the rumour and have not crashed
  /// @param living peers that have not crashed
  /// @param copies that were sent so far
  /// @param knowing which peers know it: a bit for each, the first the lowest of the first byte, in
  ///     base64
  /// @param crashed which have crashed, likewise; empty but after the round in which they did
  record Round(int round, int informed, int living, long copies, String knowing, String crashed)
      implements Progress {}

  /// No run is made.
  ///
  /// @param reason in words, without a full stop
  record Refused(String reason) implements RunLine {}
}
