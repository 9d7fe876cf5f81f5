package p2pgossip.net;

/// Tells whether an event in a stream is the next one that the followed peer has sent. For one
/// thread.
interface StreamProof {

  /// Where there is no password, nobody has to show anything.
  StreamProof NOT_NEEDED = (_, _, _) -> true;

  /// @param mac as the event gives it; empty where it gives none
  boolean isEvent(String name, byte[] data, String mac);
}
