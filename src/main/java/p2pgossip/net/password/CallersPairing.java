package p2pgossip.net.password;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/// The calling side of an introduction. Each step is called once, in the order below. The
/// arithmetic takes milliseconds. Not thread-safe.
///
/// Neither an eavesdropper nor a participant without the password learns anything that would let it
/// test passwords. The participant learns whether the one that it used is right, and no more.
public final class CallersPairing {

  private final Meeting meeting;
  private final Jpake jpake;
  private final byte[] first;

  private CallersPairing(Meeting meeting, Jpake jpake) {
    this.meeting = meeting;
    this.jpake = jpake;
    first = jpake.round1();
  }

  /// Begins; costs arithmetic.
  public static CallersPairing begin(Password password, Meeting meeting, SecureRandom random) {
    return new CallersPairing(meeting, Jpake.ofCaller(password, meeting, random));
  }

  /// The first message, for [CalledPairing#answer].
  public byte[] first() {
    return first.clone();
  }

  /// Makes the second message.
  ///
  /// @param answer to the first message
  /// @throws BadProof when it is malformed
  public Second second(byte[] answer) throws BadProof {
    if (answer.length != CalledPairing.ANSWER_BYTES) {
      throw new BadProof("its answer to an introduction has " + answer.length + " bytes");
    }
    byte[] name = Arrays.copyOf(answer, CalledPairing.NAME_BYTES);
    int rounds = CalledPairing.NAME_BYTES + JpakeWire.ROUND_1;
    byte[] round1 = Arrays.copyOfRange(answer, CalledPairing.NAME_BYTES, rounds);
    byte[] round2 = Arrays.copyOfRange(answer, rounds, answer.length);
    jpake.takeRound1(round1);
    byte[] own = jpake.round2();
    jpake.takeRound2(round2);
    Keys keys = jpake.agree(first, round1, round2, own);
    byte[] message = Bytes.joined(name, own, keys.callersConfirmation());
    return new Second(meeting, name, keys, message);
  }

  /// The second message has been made; its answer shows whether the other side knows the password.
  public static final class Second {

    private final Meeting meeting;
    private final byte[] name;
    private final Keys keys;
    private final byte[] message;

    private Second(Meeting meeting, byte[] name, Keys keys, byte[] message) {
      this.meeting = meeting;
      this.name = name;
      this.keys = keys;
      this.message = message;
    }

    /// The second message, for [CalledPairing#confirm].
    public byte[] message() {
      return message.clone();
    }

    /// @param answer to the second message
    /// @throws BadProof when the other side does not know the password
    public CallersSession confirmed(byte[] answer) throws BadProof {
      if (!MessageDigest.isEqual(answer, keys.calledConfirmation(name))) {
        throw new BadProof("it did not show that it knows the password of this peer");
      }
      return new CallersSession(meeting, Bytes.base64(name), keys);
    }
  }
}
