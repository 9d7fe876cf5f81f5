package p2pgossip.gossip;

/// What is said to somebody who asks to be connected.
public sealed interface Admission {

  /// Taken, and checked back before the first message.
  ///
  /// @param caller where the caller is reached
  record Admitted(PeerAddress caller) implements Admission {}

  /// Turned away.
  ///
  /// @param reason in words, with no full stop
  /// @param tryLater whether there may be room later
  record Refused(String reason, boolean tryLater) implements Admission {}
}
