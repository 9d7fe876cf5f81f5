package p2pgossip.net.password;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Source;

/// The called side of an introduction: answers the caller's first message, and checks its second.
/// The arithmetic takes milliseconds. Not thread-safe; each step once.
public final class CalledPairing {

  /// Size of the caller's first message.
  public static final int FIRST_BYTES = JpakeWire.ROUND_1;

  /// Size of the answer to it: the name of the introduction, which becomes that of the session, and
  /// both rounds.
  public static final int ANSWER_BYTES =
      CalledPairing.NAME_BYTES + JpakeWire.ROUND_1 + JpakeWire.ROUND_2;

  /// Size of the caller's second message: the name, its second round and its tag.
  public static final int SECOND_BYTES = CalledPairing.NAME_BYTES + JpakeWire.ROUND_2 + Macs.BYTES;

  /// Size of the name of an introduction and of a session.
  public static final int NAME_BYTES = 16;

  private final Meeting meeting;
  private final PeerAddress caller;
  private final Source source;
  private final Jpake jpake;
  private final byte[] name = new byte[NAME_BYTES];
  private final byte[] callersRound1;
  private final byte[] round1;
  private final byte[] round2;

  private CalledPairing(
      Password password,
      Meeting meeting,
      PeerAddress caller,
      Source source,
      byte[] first,
      SecureRandom random)
      throws BadProof {
    this.meeting = meeting;
    this.caller = caller;
    this.source = source;
    random.nextBytes(name);
    callersRound1 = first.clone();
    jpake = Jpake.ofCalled(password, meeting, random);
    jpake.requireRound1(callersRound1);
    round1 = jpake.round1();
    jpake.takeRound1(callersRound1);
    round2 = jpake.round2();
  }

  /// Takes the caller's first message.
  ///
  /// @param meeting as seen from here
  /// @param caller where the caller is reached, as seen from here
  /// @param source from where it calls
  /// @throws BadProof when the message is malformed
  public static CalledPairing begin(
      Password password,
      Meeting meeting,
      PeerAddress caller,
      Source source,
      byte[] first,
      SecureRandom random)
      throws BadProof {
    return new CalledPairing(password, meeting, caller, source, first, random);
  }

  /// The name by which the caller's second message refers to this introduction.
  public String name() {
    return Bytes.base64(name);
  }

  /// The name in a caller's second message, which has [#SECOND_BYTES].
  public static String nameIn(byte[] second) {
    return Bytes.base64(Arrays.copyOf(second, NAME_BYTES));
  }

  /// From where the caller calls.
  public Source source() {
    return source;
  }

  /// The answer to the first message.
  public byte[] answer() {
    return Bytes.joined(name, round1, round2);
  }

  /// Takes the caller's second message.
  ///
  /// @throws BadProof when the caller does not know the password
  public Confirmed confirm(byte[] second) throws BadProof {
    if (second.length != SECOND_BYTES) {
      throw new BadProof("its second message has " + second.length + " bytes");
    }
    int roundEnd = NAME_BYTES + JpakeWire.ROUND_2;
    byte[] callersRound2 = Arrays.copyOfRange(second, NAME_BYTES, roundEnd);
    byte[] tag = Arrays.copyOfRange(second, roundEnd, SECOND_BYTES);
    jpake.takeRound2(callersRound2);
    Keys keys = jpake.agree(callersRound1, round1, round2, callersRound2);
    if (!MessageDigest.isEqual(tag, keys.callersConfirmation())) {
      throw new BadProof("its password differs");
    }
    return new Confirmed(
        new CalledSession(meeting, caller, source, name(), keys), keys.calledConfirmation(name));
  }

  /// The caller knows the password.
  ///
  /// @param answer to its second message, which proves to it that this peer knows the password too;
  ///     must not be changed
  @SuppressWarnings("ArrayRecordComponent")
  public record Confirmed(CalledSession session, byte[] answer) {}
}
