package p2pgossip.net.password;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What two peers share after an introduction: one key for each thing that each of them has to say.
///
/// @param callersTag by which the caller shows that it has come to the same keys
/// @param calledTag by which the called one does
/// @param requests under which the caller's requests are authenticated
/// @param answers under which the answers to them are
record Keys(byte[] callersTag, byte[] calledTag, byte[] requests, byte[] answers) {

  static final int BYTES = 32;

  /// @param derived all four, one behind the other
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

  /// What the called one answers to that, with the name that it gives to the session.
  byte[] calledConfirmation(byte[] session) {
    return Macs.hmac(calledTag, session);
  }

  /// Nothing that could be read.
  @Override
  public String toString() {
    return "keys";
  }
}
