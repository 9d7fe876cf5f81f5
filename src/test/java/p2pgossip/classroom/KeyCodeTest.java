package p2pgossip.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Fingerprint;

/// The short form of a key.
class KeyCodeTest {

  /// The SHA-256 of nothing: e3b0c44298fc1c149afb…
  private static final Fingerprint KEY =
      new Fingerprint("SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU");

  @Test
  void isTheFirst60BitsInBase32() {
    // 11100 01110 11000 01100 01000 10000 10100 11000 11111 10000 01110 00001
    assertThat(KeyCode.of(KEY).text()).isEqualTo("WERC-8GMR-ZGE1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WERC-8GMR-ZGE1", "werc8gmrzgei", "werc 8gmr-zgel", " WERC8GMRZGE1 "})
  void isReadHoweverItIsTyped(String typed) {
    assertThat(new TeacherKey.Typed(new KeyCode(typed)).fits(KEY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "WERC-8GMR-ZGE", "WERC-8GMR-ZGE11", "WERC-8GMR-ZGEU", "ＷERC8GMRZGE1"})
  void anythingElseIsRefused(String typed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeyCode(typed))
        .withMessageContaining("12 letters and digits");
  }

  @Test
  void aKeyThatDiffersInAnyOfTheseBitsDoesNotFit() {
    TeacherKey typed = new TeacherKey.Typed(KeyCode.of(KEY));
    for (int bit = 0; bit < 64; bit++) {
      byte[] hash = Base64.getDecoder().decode(KEY.text().substring(7));
      hash[bit / 8] ^= (byte) (1 << (7 - bit % 8));
      Fingerprint other =
          new Fingerprint("SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash));
      assertThat(typed.fits(other)).as("bit %s", bit).isEqualTo(bit >= 60);
      assertThat(new TeacherKey.Whole(KEY).fits(other)).isFalse();
    }
  }
}
