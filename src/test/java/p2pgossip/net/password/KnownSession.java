package p2pgossip.net.password;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/// The calling side of an introduction, in which the test sees the keys of both sides. Each step
/// once, in the order below.
public final class KnownSession {

  /// The paths of an introduction's messages, in order.
  public static final List<String> PATHS = List.of("/introduction", "/introduction/confirmation");

  private final Meeting meeting;
  private final Jpake jpake;
  private final byte[] first;
  private byte[] name = {};
  private Keys keys = Keys.of(new byte[4 * Keys.BYTES]);

  public KnownSession(Password password, Meeting meeting) {
    this.meeting = meeting;
    jpake = Jpake.ofCaller(password, meeting, new SecureRandom());
    first = jpake.round1();
  }

  public byte[] first() {
    return first.clone();
  }

  /// @param answer to the first message
  public byte[] second(byte[] answer) throws BadProof {
    name = Arrays.copyOf(answer, CalledPairing.NAME_BYTES);
    int rounds = CalledPairing.NAME_BYTES + JpakeWire.ROUND_1;
    byte[] round1 = Arrays.copyOfRange(answer, CalledPairing.NAME_BYTES, rounds);
    byte[] round2 = Arrays.copyOfRange(answer, rounds, answer.length);
    jpake.takeRound1(round1);
    byte[] own = jpake.round2();
    jpake.takeRound2(round2);
    keys = jpake.agree(first, round1, round2, own);
    return Bytes.joined(name, own, keys.callersConfirmation());
  }

  public CallersSession session() {
    return new CallersSession(meeting, Bytes.base64(name), keys);
  }

  /// The keys that authenticate requests and answers.
  public List<byte[]> keys() {
    return List.of(keys.requests(), keys.answers());
  }

  /// The hash of a password, which is as good as the password.
  public static String secretOf(Password password) {
    return new String(password.secret());
  }
}
