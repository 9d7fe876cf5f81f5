package p2pgossip.net.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static p2pgossip.net.password.Introductions.CALLED;
import static p2pgossip.net.password.Introductions.CALLER;
import static p2pgossip.net.password.Introductions.HERE;
import static p2pgossip.net.password.Introductions.MEETING;
import static p2pgossip.net.password.Introductions.PASSWORD;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound1Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound2Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKEUtil;
import org.bouncycastle.crypto.agreement.ecjpake.ECSchnorrZKP;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.PeerAddress;

class PairingTest {

  private final SecureRandom random = new SecureRandom();

  @Test
  void theSamePasswordGivesTheSameKeys() throws BadProof {
    Introductions.Met met = Introductions.meet();
    RequestHead head = Introductions.head("GET", "/");
    Proof proof = met.caller().prove(head, new byte[0]);
    assertThat(met.called().takes(proof, head)).isTrue();
    assertThat(met.called().caller()).isEqualTo(CALLER);
  }

  @Test
  void anotherPasswordIsDetectedByTheCalledPeer() {
    assertThatThrownBy(
            () ->
                Introductions.meet(MEETING, MEETING, Password.of("open barley"), PASSWORD, random))
        .isInstanceOf(BadProof.class)
        .hasMessage("its password differs");
  }

  /// What a man in the middle or a relay changes: each side uses what it sees itself.
  static Stream<Meeting> otherViews() {
    return Stream.of(
        new Meeting(PeerAddress.parse("127.0.0.1:8099"), CALLED, ""),
        new Meeting(CALLER, PeerAddress.parse("127.0.0.1:8310"), ""),
        new Meeting(CALLER, CALLED, "SHA256:" + "m".repeat(43)),
        new Meeting(CALLED, CALLER, ""));
  }

  @ParameterizedTest
  @MethodSource("otherViews")
  void differentViewsOfAddressCertificateOrRoleNeverMeet(Meeting there) {
    assertThatThrownBy(() -> Introductions.meet(MEETING, there, PASSWORD, PASSWORD, random))
        .isInstanceOf(BadProof.class);
  }

  @Test
  void aCallersOwnMessageIsNoAnswer() {
    CallersPairing caller = CallersPairing.begin(PASSWORD, MEETING, random);
    byte[] own = caller.first();
    byte[] reflected = new byte[CalledPairing.ANSWER_BYTES];
    System.arraycopy(own, 0, reflected, CalledPairing.NAME_BYTES, own.length);
    assertThatThrownBy(() -> caller.second(reflected)).isInstanceOf(BadProof.class);
  }

  @Test
  void anAnswerWithoutThePasswordIsRefused() throws BadProof {
    CallersPairing caller = CallersPairing.begin(PASSWORD, MEETING, random);
    CalledPairing impostor =
        CalledPairing.begin(Password.of("guess"), MEETING, CALLER, HERE, caller.first(), random);
    CallersPairing.Second second = caller.second(impostor.answer());
    assertThatThrownBy(() -> impostor.confirm(second.message())).isInstanceOf(BadProof.class);
    assertThatThrownBy(() -> second.confirmed(new byte[Macs.BYTES])).isInstanceOf(BadProof.class);
    // The caller's own tag, sent back.
    byte[] message = second.message();
    byte[] tag = Arrays.copyOfRange(message, message.length - Macs.BYTES, message.length);
    assertThatThrownBy(() -> second.confirmed(tag)).isInstanceOf(BadProof.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 64, 65, 130, 161, 162, 227, 292, 323})
  void aFirstMessageWithAChangedByteProvesNothing(int place) {
    byte[] first = CallersPairing.begin(PASSWORD, MEETING, random).first();
    first[place] ^= 1;
    assertThatThrownBy(() -> CalledPairing.begin(PASSWORD, MEETING, CALLER, HERE, first, random))
        .isInstanceOf(BadProof.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 323, 325, 4_096})
  void aFirstMessageOfAnotherLengthIsRefused(int length) {
    assertThatThrownBy(
            () -> CalledPairing.begin(PASSWORD, MEETING, CALLER, HERE, new byte[length], random))
        .isInstanceOf(BadProof.class);
  }

  @Test
  void aSecondMessageWithAChangedByteProvesNothing() throws BadProof {
    for (int place : new int[] {16, 17, 81, 146, 177, 178, 209}) {
      CallersPairing caller = CallersPairing.begin(PASSWORD, MEETING, random);
      CalledPairing called =
          CalledPairing.begin(PASSWORD, MEETING, CALLER, HERE, caller.first(), random);
      byte[] message = caller.second(called.answer()).message();
      message[place] ^= 1;
      assertThatThrownBy(() -> called.confirm(message)).isInstanceOf(BadProof.class);
    }
  }

  /// Nothing that two introductions have in common, such as the password, the addresses and the
  /// roles, appears on the wire by itself: no part of one recurs in the other.
  @Test
  void noPartOfAnIntroductionRecursInAnother() throws BadProof {
    byte[] one = overheard(PASSWORD, random, random).all();
    byte[] again = overheard(PASSWORD, random, random).all();
    int part = 16;
    for (int i = 0; i + part <= one.length; i++) {
      byte[] piece = Arrays.copyOfRange(one, i, i + part);
      for (int j = 0; j + part <= again.length; j++) {
        assertThat(Arrays.equals(piece, 0, part, again, j, j + part)).isFalse();
      }
    }
  }

  /// With the same random numbers and another password, everything is the same but the points of
  /// the second round, the numbers in their proofs and the tags. The password enters the points
  /// only as a factor beside a secret number of 256 bits that is never sent.
  @Test
  void anotherPasswordChangesOnlyWhatIsMadeWithSecretNumbers() throws BadProof {
    Overheard one = overheard(PASSWORD, replayed(1), replayed(2));
    Overheard other = overheard(Password.of("open barley"), replayed(1), replayed(2));

    assertThat(overheard(PASSWORD, replayed(1), replayed(2)).all()).isEqualTo(one.all());
    assertThat(other.callersRound1()).isEqualTo(one.callersRound1());
    assertThat(other.name()).isEqualTo(one.name());
    assertThat(other.calledRound1()).isEqualTo(one.calledRound1());
    requireOtherPointAndNumber(other.calledRound2(), one.calledRound2());
    requireOtherPointAndNumber(other.callersRound2(), one.callersRound2());
    assertThat(other.callersTag()).isNotEqualTo(one.callersTag());
    assertThat(other.calledTag()).isNotEqualTo(one.calledTag());
  }

  private static void requireOtherPointAndNumber(byte[] round2, byte[] other) {
    int point = 65;
    assertThat(Arrays.copyOf(round2, point)).isNotEqualTo(Arrays.copyOf(other, point));
    // The proof's commitment comes before the password does.
    assertThat(Arrays.copyOfRange(round2, point, 2 * point))
        .isEqualTo(Arrays.copyOfRange(other, point, 2 * point));
    assertThat(Arrays.copyOfRange(round2, 2 * point, round2.length))
        .isNotEqualTo(Arrays.copyOfRange(other, 2 * point, other.length));
  }

  /// Whichever password was used, everything that an eavesdropper can check (points and proofs)
  /// holds, and no password enters the checks: they don't distinguish passwords. That there is no
  /// other way to test passwords follows from the proof of J-PAKE (RFC 8236, section 7), not from
  /// this test.
  @ParameterizedTest
  @ValueSource(strings = {"open sesame", "open barley", "a"})
  void everyCheckOfAnEavesdropperHoldsForAnyPassword(String password) throws Exception {
    Overheard heard = overheard(Password.of(password), replayed(1), replayed(2));
    String callersName = MEETING.callerName();
    String calledName = MEETING.calledName();
    ECJPAKERound1Payload callers = JpakeWire.readRound1(heard.callersRound1(), callersName);
    ECJPAKERound1Payload called = JpakeWire.readRound1(heard.calledRound1(), calledName);
    ECJPAKERound2Payload callers2 = JpakeWire.readRound2(heard.callersRound2(), callersName);
    ECJPAKERound2Payload called2 = JpakeWire.readRound2(heard.calledRound2(), calledName);
    ECPoint base = JpakeWire.CURVE.getG();

    check(base, callers.getGx1(), callers.getKnowledgeProofForX1(), callersName);
    check(base, callers.getGx2(), callers.getKnowledgeProofForX2(), callersName);
    check(base, called.getGx1(), called.getKnowledgeProofForX1(), calledName);
    check(base, called.getGx2(), called.getKnowledgeProofForX2(), calledName);
    ECPoint callersBase =
        ECJPAKEUtil.calculateGA(callers.getGx1(), called.getGx1(), called.getGx2());
    check(callersBase, callers2.getA(), callers2.getKnowledgeProofForX2s(), callersName);
    ECPoint calledBase =
        ECJPAKEUtil.calculateGA(called.getGx1(), callers.getGx1(), callers.getGx2());
    check(calledBase, called2.getA(), called2.getKnowledgeProofForX2s(), calledName);
    assertThatThrownBy(
            () -> check(base, callers2.getA(), callers2.getKnowledgeProofForX2s(), callersName))
        .isInstanceOf(CryptoException.class);
  }

  private static void check(ECPoint base, ECPoint point, ECSchnorrZKP proof, String by)
      throws CryptoException {
    ECJPAKEUtil.validateZeroKnowledgeProof(
        base,
        point,
        proof,
        JpakeWire.CURVE.getQ(),
        JpakeWire.CURVE.getN(),
        JpakeWire.CURVE.getCurve(),
        JpakeWire.CURVE.getH(),
        by,
        SHA256Digest.newInstance());
  }

  /// Gives the same numbers each time.
  private static SecureRandom replayed(long seed) {
    return new Replayed(seed);
  }

  private static final class Replayed extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final Random numbers;

    private Replayed(long seed) {
      numbers = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
      numbers.nextBytes(bytes);
    }
  }

  /// Everything on the wire, in this order; the name is returned as it came.
  @SuppressWarnings("ArrayRecordComponent")
  private record Overheard(
      byte[] callersRound1,
      byte[] name,
      byte[] calledRound1,
      byte[] calledRound2,
      byte[] callersRound2,
      byte[] callersTag,
      byte[] calledTag) {

    private byte[] all() {
      return Bytes.joined(
          callersRound1, name, calledRound1, calledRound2, callersRound2, callersTag, calledTag);
    }
  }

  private static Overheard overheard(
      Password password, SecureRandom callersRandom, SecureRandom calledRandom) throws BadProof {
    CallersPairing caller = CallersPairing.begin(password, MEETING, callersRandom);
    CalledPairing called =
        CalledPairing.begin(password, MEETING, CALLER, HERE, caller.first(), calledRandom);
    byte[] answer = called.answer();
    byte[] message = caller.second(answer).message();
    int name = CalledPairing.NAME_BYTES;
    int rounds = name + JpakeWire.ROUND_1;
    int round2 = name + JpakeWire.ROUND_2;
    return new Overheard(
        caller.first(),
        Arrays.copyOf(answer, name),
        Arrays.copyOfRange(answer, name, rounds),
        Arrays.copyOfRange(answer, rounds, answer.length),
        Arrays.copyOfRange(message, name, round2),
        Arrays.copyOfRange(message, round2, message.length),
        called.confirm(message).answer());
  }
}
