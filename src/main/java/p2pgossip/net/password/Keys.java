package p2pgossip.net.password;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The keys that two peers share after an introduction, one for each purpose and direction.
///
/// @param callersTag proves that the caller has computed the same keys
/// @param calledTag proves that the called peer has
/// @param requests authenticates the caller's requests
/// @param answers authenticates the answers to them
record Keys(byte[] callersTag, byte[] calledTag, byte[] requests, byte[] answers) {

  static final int BYTES = 32;

  /// @param derived all four, concatenated
  static Keys of(byte[] derived) {
    return new Keys(
        Arrays.copyOfRange(derived, 0, BYTES),
        Arrays.copyOfRange(derived, BYTES, 2 * BYTES),
        Arrays.copyOfRange(derived, 2 * BYTES, 3 * BYTES),
        Arrays.copyOfRange(derived, 3 * BYTES, 4 * BYTES));
  }

  /// What the caller sends with its second message.
  byte[] callersConfirmation() {
    return Macs.hmac(callersTag, "caller".getBytes(StandardCharsets.US_ASCII));
  }

  /// What the called peer answers to that, with the name of the session.
  byte[] calledConfirmation(byte[] session) {
    return Macs.hmac(calledTag, session);
  }

  /// Reveals nothing.
  @Override
  public String toString() {
    return "keys";
  }
}
