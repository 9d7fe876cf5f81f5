package p2pgossip.net.password;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Source;

/// Introductions from end to end, without a network.
final class Introductions {

  static final PeerAddress CALLER = PeerAddress.parse("127.0.0.1:8081");
  static final PeerAddress CALLED = PeerAddress.parse("127.0.0.1:8080");
  static final Meeting MEETING = new Meeting(CALLER, CALLED, "");
  static final Password PASSWORD = Password.of("open sesame");
  static final Source HERE = Source.of(CALLER.ip());

  private static final SecureRandom RANDOM = new SecureRandom();

  record Met(CallersSession caller, CalledSession called) {}

  private Introductions() {}

  static Met meet() throws BadProof {
    return meet(MEETING, MEETING, PASSWORD, PASSWORD, RANDOM);
  }

  /// @param seen by the caller
  /// @param seenThere by the called peer
  static Met meet(
      Meeting seen, Meeting seenThere, Password callers, Password there, SecureRandom random)
      throws BadProof {
    CallersPairing caller = CallersPairing.begin(callers, seen, random);
    CalledPairing called =
        CalledPairing.begin(there, seenThere, seenThere.caller(), HERE, caller.first(), random);
    CallersPairing.Second second = caller.second(called.answer());
    CalledPairing.Confirmed confirmed = called.confirm(second.message());
    return new Met(second.confirmed(confirmed.answer()), confirmed.session());
  }

  static RequestHead head(String method, String target) {
    return new RequestHead(method, target, CALLED.toString(), CALLER.toString(), "", "");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
