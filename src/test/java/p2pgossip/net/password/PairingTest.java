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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.PeerAddress;

class PairingTest {

  private final SecureRandom random = new SecureRandom();

  @Test
  void whoKnowsTheSamePasswordComesToTheSameKeys() throws BadProof {
    Introductions.Met met = Introductions.meet();
    RequestHead head = Introductions.head("GET", "/");
    Proof proof = met.caller().prove(head, new byte[0]);
    assertThat(met.called().takes(proof, head)).isTrue();
    assertThat(met.called().caller()).isEqualTo(CALLER);
  }

  @Test
  void whoKnowsAnotherIsFoundOutByTheOneWhoIsCalled() {
    assertThatThrownBy(
            () ->
                Introductions.meet(MEETING, MEETING, Password.of("open barley"), PASSWORD, random))
        .isInstanceOf(BadProof.class)
        .hasMessage("it has another password");
  }

  /// What a man in the middle or a relay changes: each side puts in what it sees itself.
  static Stream<Meeting> otherViews() {
    return Stream.of(
        new Meeting(PeerAddress.parse("127.0.0.1:8099"), CALLED, ""),
        new Meeting(CALLER, PeerAddress.parse("127.0.0.1:8310"), ""),
        new Meeting(CALLER, CALLED, "SHA256:" + "m".repeat(43)),
        new Meeting(CALLED, CALLER, ""));
  }

  @ParameterizedTest
  @MethodSource("otherViews")
  void whoSeesAnotherAddressOrCertificateOrRoleMeetsNobody(Meeting there) {
    assertThatThrownBy(() -> Introductions.meet(MEETING, there, PASSWORD, PASSWORD, random))
        .isInstanceOf(BadProof.class);
  }

  @Test
  void aCallerThatIsHandedItsOwnMessageTakesItForNoAnswer() {
    CallersPairing caller = CallersPairing.begin(PASSWORD, MEETING, random);
    byte[] own = caller.first();
    byte[] reflected = new byte[CalledPairing.ANSWER_BYTES];
    System.arraycopy(own, 0, reflected, CalledPairing.NAME_BYTES, own.length);
    assertThatThrownBy(() -> caller.second(reflected)).isInstanceOf(BadProof.class);
  }

  @Test
  void whoAnswersWithoutThePasswordIsNotTakenForAPeer() throws BadProof {
    CallersPairing caller = CallersPairing.begin(PASSWORD, MEETING, random);
    CalledPairing impostor =
        CalledPairing.begin(Password.of("guess"), MEETING, CALLER, HERE, caller.first(), random);
    CallersPairing.Second second = caller.second(impostor.answer());
    assertThatThrownBy(() -> impostor.confirm(second.message())).isInstanceOf(BadProof.class);
    assertThatThrownBy(() -> second.confirmed(new byte[Macs.BYTES])).isInstanceOf(BadProof.class);
    // The caller's own tag, given back.
    byte[] message = second.message();
    byte[] tag = Arrays.copyOfRange(message, message.length - Macs.BYTES, message.length);
    assertThatThrownBy(() -> second.confirmed(tag)).isInstanceOf(BadProof.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 64, 65, 130, 161, 162, 227, 292, 323})
  void aFirstMessageWithOneOtherByteProvesNothing(int place) {
    byte[] first = CallersPairing.begin(PASSWORD, MEETING, random).first();
    first[place] ^= 1;
    assertThatThrownBy(() -> CalledPairing.begin(PASSWORD, MEETING, CALLER, HERE, first, random))
        .isInstanceOf(BadProof.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 323, 325, 4_096})
  void aFirstMessageOfAnotherLengthIsNone(int length) {
    assertThatThrownBy(
            () -> CalledPairing.begin(PASSWORD, MEETING, CALLER, HERE, new byte[length], random))
        .isInstanceOf(BadProof.class);
  }

  @Test
  void aSecondMessageWithOneOtherByteProvesNothing() throws BadProof {
    for (int place : new int[] {16, 17, 81, 146, 177, 178, 209}) {
      CallersPairing caller = CallersPairing.begin(PASSWORD, MEETING, random);
      CalledPairing called =
          CalledPairing.begin(PASSWORD, MEETING, CALLER, HERE, caller.first(), random);
      byte[] message = caller.second(called.answer()).message();
      message[place] ^= 1;
      assertThatThrownBy(() -> called.confirm(message)).isInstanceOf(BadProof.class);
    }
  }

  /// Whoever listens has the messages of one introduction and can try no password on them: with the same
  /// random numbers and another password, only what depends on secret numbers is otherwise.
  @Test
  void nothingThatIsOverheardIsMadeOfThePasswordAndPublicValuesAlone() throws BadProof {
    byte[] one = overheard(PASSWORD);
    byte[] again = overheard(PASSWORD);
    // No part of an introduction comes again in another one, so none is made of what both have in
    // common: the password, the addresses and the roles.
    int part = 16;
    for (int i = 0; i + part <= one.length; i++) {
      byte[] piece = Arrays.copyOfRange(one, i, i + part);
      for (int j = 0; j + part <= again.length; j++) {
        assertThat(Arrays.equals(piece, 0, part, again, j, j + part)).isFalse();
      }
    }
  }

  private byte[] overheard(Password password) throws BadProof {
    CallersPairing caller = CallersPairing.begin(password, MEETING, random);
    CalledPairing called =
        CalledPairing.begin(password, MEETING, CALLER, HERE, caller.first(), random);
    CallersPairing.Second second = caller.second(called.answer());
    byte[] confirmed = called.confirm(second.message()).answer();
    byte[] message = second.message();
    // Its name is given back as it came.
    byte[] rest = Arrays.copyOfRange(message, CalledPairing.NAME_BYTES, message.length);
    return Bytes.joined(caller.first(), called.answer(), rest, confirmed);
  }
}
