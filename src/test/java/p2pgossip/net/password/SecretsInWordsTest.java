package p2pgossip.net.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The string forms of values that hold secrets, as in a log.
class SecretsInWordsTest {

  @Test
  void noValueRevealsItsSecret() throws BadProof {
    SecureRandom random = new SecureRandom();
    byte[] letters = "m".repeat(4 * Keys.BYTES).getBytes(US_ASCII);
    Keys keys = Keys.of(letters);
    Introductions.Met met = Introductions.meet();
    Credentials credentials = new Credentials(Introductions.CALLER, Introductions.PASSWORD);
    credentials.met(met.caller(), Introductions.PASSWORD);
    credentials.accept(met.called(), Introductions.PASSWORD);
    List<Object> holders =
        List.of(
            Introductions.PASSWORD,
            keys,
            credentials,
            met.caller(),
            met.called(),
            new CallersSession(Introductions.MEETING, "name", keys),
            CalledSession.ofNeighbor(Introductions.MEETING, "name", keys),
            CallersPairing.begin(Introductions.PASSWORD, Introductions.MEETING, random),
            Jpake.ofCaller(Introductions.PASSWORD, Introductions.MEETING, random));
    assertThat(holders)
        .extracting(String::valueOf)
        .noneMatch(it -> it.contains("sesame"))
        .noneMatch(it -> it.contains(KnownSession.secretOf(Introductions.PASSWORD)))
        .noneMatch(it -> it.contains("mmm") || it.contains("109, 109"));
  }
}
