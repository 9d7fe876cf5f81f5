package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"A", "Ana", "Zoë 2", "3rd peer", "李雷", "שרה", "🐝", "O’Hara-Smith", "नेहा", "AA"})
  void takesNamesOfManyScripts(String text) {
    assertThat(PeerName.parse(text).text()).isEqualTo(text);
    assertThat(PeerName.claimed(text)).isEqualTo(PeerName.parse(text));
  }

  @Test
  void tidiesBlanksAndComposesLetters() {
    assertThat(PeerName.parse("  Zoe\u0308 \u00a0\u3000 Smith ").text())
        .isEqualTo("Zo\u00eb Smith");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | a name is not empty",
        "' '                         | a name is not empty",
        "abcdefghijklmnopqrstuvwxy   | a name has 1 to 24 characters, not 25",
        ":8131                       | a name has no colon, so that it is not taken for an address",
        "[fe80::1]                   | a name begins with a letter, a digit or an emoji, not with"
            + " \"[\"",
        "a:8131                      | a name has no colon, so that it is not taken for an address",
        "8131                        | a name has a letter or an emoji, so that it is not taken for"
            + " a port",
        ".17                         | a name begins with a letter, a digit or an emoji, not with"
            + " \".\"",
        "127.0.0.1                   | a name has a letter or an emoji, so that it is not taken for"
            + " a port",
        "=1+1                        | a name begins with a letter, a digit or an emoji, not with"
            + " \"=\"",
        "@SUM(A1)                    | a name begins with a letter, a digit or an emoji, not with"
            + " \"@\"",
        "a\\\\n"
            + "b                       | a name has no backslash, so that it is not taken for an"
            + " escaped character",
        "<b>                         | a name begins with a letter, a digit or an emoji, not with"
            + " \"<\""
      })
  void refusesInWordsWhatCouldBeTakenForSomethingElse(String text, String words) {
    assertThatIllegalArgumentException().isThrownBy(() -> PeerName.parse(text)).withMessage(words);
    assertThat(PeerName.claimed(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'A\u0007', U+0007",
    "'A\u001b[31m', U+001B",
    "'A\u202eB', U+202E",
    "'A\u2066B', U+2066",
    "'A\u200bB', U+200B",
    "'A\u2028B', U+2028",
    "'A\uFEFF', U+FEFF",
    "'A\u3164', U+3164",
    "'A\tB', U+0009",
  })
  void refusesWhatIsInvisibleMovesTheCursorOrReordersALine(String text, String which) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PeerName.parse(text))
        .withMessage("a name has no invisible or control character, such as " + which);
    assertThat(PeerName.claimed(text)).isNull();
  }

  @Test
  void refusesHalfOfAPairAndAHeapOfMarks() {
    assertThat(PeerName.claimed("A\ud83d")).isNull();
    assertThat(PeerName.claimed("A\u0316\u0317\u0318\u0319")).isNull();
    assertThat(PeerName.claimed("A\u0316\u0317\u0318")).isNotNull();
  }

  @Test
  void countsCodePointsNotCharacters() {
    assertThat(PeerName.claimed("🐝".repeat(24))).isNotNull();
    assertThat(PeerName.claimed("🐝".repeat(25))).isNull();
  }

  @Test
  void aHugeTextIsNoNameWhateverItWouldBecome() {
    assertThat(PeerName.claimed("A" + " ".repeat(10_000_000))).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PeerName.parse("A".repeat(1_000_000)))
        .withMessage("a name has 1 to 24 characters, not 1000000");
  }

  @Test
  void isMadeOfTidyTextOnly() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new PeerName("Zoe\u0308"));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new PeerName(" Zoe"));
  }

  @Test
  void standsBesideTheAddress() {
    PeerAddress peer = PeerAddress.parse("127.0.0.1:8081");

    assertThat(PeerName.beside(peer, new PeerName("Ana"))).isEqualTo("127.0.0.1:8081 (Ana)");
    assertThat(PeerName.beside(peer, null)).isEqualTo("127.0.0.1:8081");
  }

  @Test
  void namesThatLookAlikeAreFound() {
    assertThat(new PeerName("ANA").look()).isEqualTo(new PeerName("ana").look());
    assertThat(new PeerName("Ａna").look()).isEqualTo(new PeerName("Ana").look());
    assertThat(new PeerName("Ana").look()).isNotEqualTo(new PeerName("Anna").look());
  }
}
