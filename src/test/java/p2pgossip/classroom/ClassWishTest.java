package p2pgossip.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written behind `--join-class`.
class ClassWishTest {

  @ParameterizedTest
  @ValueSource(strings = {"Year 9", "9:30 maths", "10.b", "1.2.3", "p2pgossip", "localhost:8080"})
  void aNameIsTakenForAName(String text) {
    assertThat(ClassWish.parse(" " + text)).isEqualTo(new ClassWish.Named(new ClassName(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.7:8080/WERC-8GMR-ZGE1",
        "10.0.0.7:8080 WERC-8GMR-ZGE1",
        "[2001:db8::1]:8080 WERC-8GMR-ZGE1",
        "p2pgossip://10.0.0.7:8080/?class=a&fingerprint=SHA256:47DEQpj8HBSa%2B/TImW%2B5JCeuQeRkm5NMpJWZG3hSuFU"
      })
  void anAddressIsTakenForAnAddress(String text) {
    assertThat(ClassWish.parse(text)).isEqualTo(new ClassWish.At(ClassTarget.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.7", "10.0.0.7:8080", "[2001:db8::1]:8080", "010.0.0.7:1 x", ""})
  void anAddressThatLacksSomethingIsNoName(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ClassWish.parse(text));
  }
}
