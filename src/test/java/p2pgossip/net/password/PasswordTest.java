package p2pgossip.net.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

  @ParameterizedTest
  @ValueSource(strings = {"secret", "secret\n", "secret\r\n"})
  void aLineBreakIsNotPartOfIt(String typed) {
    assertThat(Password.of(typed)).isEqualTo(Password.of("secret"));
    assertThat(Password.of(typed)).isNotEqualTo(Password.of("secret "));
  }

  @Test
  void aByteOrderMarkAndTheWayInWhichAccentsAreWrittenMakeNoDifference() {
    assertThat(Password.of("\uFEFFsecret\r\n")).isEqualTo(Password.of("secret"));
    assertThat(Password.of("caf\u0065\u0301")).isEqualTo(Password.of("caf\u00e9"));
  }

  @Test
  void unreadableCharactersEqualNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Password.of("caf\uFFFD"))
        .withMessageContaining("could not be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n"})
  void anEmptyPasswordIsRefused(String typed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Password.of(typed))
        .withMessage("a password must not be empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "a\ttab", "two ends\n\n"})
  void aPasswordOfSeveralLinesOrWithATabIsRefused(String typed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Password.of(typed))
        .withMessage("a password must be one line, without tabs or other control characters");
  }

  @Test
  void aPasswordHasABound() {
    String longest = "x".repeat(Password.LONGEST);
    assertThat(Password.of(longest)).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Password.of(longest + "x"))
        .withMessage("a password has at most 256 characters, not 257");
  }

  @Test
  void itsTextIsNotRevealed() {
    assertThat(Password.of("secret").toString()).doesNotContain("secret");
  }
}
