package p2pgossip.net;

/// Checks that an event in a stream is the next one that the followed peer has sent. For one
/// thread.
interface StreamProof {

  /// Without a password, nothing has to be proven.
  StreamProof NOT_NEEDED = (_, _, _) -> true;

  /// @param mac as the event gives it; empty if absent
  boolean isEvent(String name, byte[] data, String mac);
}
