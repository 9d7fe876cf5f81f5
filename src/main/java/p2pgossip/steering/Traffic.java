package p2pgossip.steering;

/// What the peers of a network have sent one another so far.
///
/// @param messages requests of all kinds, whether they arrived or not; their answers don't count
/// @param bytes of the requests that were sent off and of their answers
public record Traffic(long messages, long bytes) {

  public static final Traffic NONE = new Traffic(0, 0);

  /// What has been added since an earlier state.
  public Traffic since(Traffic earlier) {
    return new Traffic(messages - earlier.messages, bytes - earlier.bytes);
  }
}
