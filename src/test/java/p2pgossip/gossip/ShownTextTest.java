package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {

  @ParameterizedTest
  @CsvSource({
    "0000, \\u0000",
    "0007, \\u0007",
    "0009, \\t",
    "000a, \\n",
    "000d, \\r",
    "001b, \\u001b",
    "007f, \\u007f",
    "0080, \\u0080",
    "0085, \\u0085",
    "009b, \\u009b",
    "009f, \\u009f",
    "00ad, \\u00ad",
    "061c, \\u061c",
    "200b, \\u200b",
    "200e, \\u200e",
    "200f, \\u200f",
    "2028, \\u2028",
    "2029, \\u2029",
    "202a, \\u202a",
    "202e, \\u202e",
    "2066, \\u2066",
    "2069, \\u2069",
    "feff, \\ufeff",
    "d800, \\ud800",
    "dfff, \\udfff",
    "e0001, \\u{e0001}",
    "e0067, \\u{e0067}",
    "200c, \\u200c",
    "200d, \\u200d",
    "2060, \\u2060",
    "2065, \\u2065",
    "034f, \\u034f",
    "115f, \\u115f",
    "180e, \\u180e",
    "2800, \\u2800",
    "3164, \\u3164",
    "ffa0, \\uffa0",
    "ffff, \\uffff",
    "fdd0, \\ufdd0",
    "fff9, \\ufff9"
  })
  void escapesCharactersThatMoveTheCursorReorderTheLineOrAreInvisible(String code, String shown) {
    String character = Character.toString(Integer.parseInt(code, 16));

    assertThat(ShownText.of("a" + character + "b")).isEqualTo("a" + shown + "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bob met Alice.",
        "C:\\new",
        "\"quoted\" & <b>bold</b>",
        "naïve café 北京 שלום",
        "👩‍🚀 up",
        "❤️ 1️⃣ 🏳️‍🌈",
        "क्‍ष",
        "می‌خواهم"
      })
  void leavesOrdinaryTextAsItIs(String text) {
    assertThat(ShownText.of(text)).isEqualTo(text);
  }

  @Test
  void showsTextOfTheGreatestLengthInFull() {
    assertThat(ShownText.of("x".repeat(500))).isEqualTo("x".repeat(500));
  }

  @Test
  void countsOneCharacterTooMany() {
    assertThat(ShownText.of("x".repeat(501))).isEqualTo("x".repeat(500) + "… (1 more character)");
  }

  @Test
  void countsThousandsInGroups() {
    assertThat(ShownText.of("x".repeat(3_710)))
        .isEqualTo("x".repeat(500) + "… (3,210 more characters)");
  }

  @Test
  void neverCutsACharacterInHalf() {
    assertThat(ShownText.of("👍".repeat(502)))
        .isEqualTo("👍".repeat(500) + "… (2 more characters)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb\u202e\u200d", "a\u200d\u200d", "\ufe0f \ufe0f", "👩‍‍🚀", "❤️️"})
  void escapedTextStaysAsItIs(String text) {
    String shown = ShownText.whole(text);

    assertThat(shown).contains("\\u");
    assertThat(ShownText.whole(shown)).isEqualTo(shown);
  }

  @Test
  void aFileHasTheWholeOfIt() {
    assertThat(ShownText.whole("x".repeat(3_710) + "\u001b"))
        .isEqualTo("x".repeat(3_710) + "\\u001b");
  }
}
