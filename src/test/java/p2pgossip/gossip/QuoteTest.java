package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuoteTest {

  @Test
  void aShortTextIsQuotedAsItIs() {
    assertThat(Quote.of("Grüße, \"10.0.0.7\"")).isEqualTo("\"Grüße, \"10.0.0.7\"\"");
  }

  @Test
  void aLongTextIsCut() {
    assertThat(Quote.of("a".repeat(61))).isEqualTo('"' + "a".repeat(60) + "…\"");
  }

  @Test
  void charactersThatBreakALineAreLeftOut() {
    assertThat(Quote.shorten("a\nb\u001b[31m\u2028c\u2029\u0085d"))
        .isEqualTo("a\uFFFDb\uFFFD[31m\uFFFDc\uFFFD\uFFFDd");
  }

  @Test
  void charactersThatReorderALineOrAreInvisibleAreLeftOut() {
    assertThat(Quote.shorten("a\u202eb\u200bc\u2066\ud800"))
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFD\uFFFD");
    assertThat(Quote.shorten("👍".repeat(31))).isEqualTo("👍".repeat(30) + "…");
    assertThat(Quote.shorten("a" + "👍".repeat(30))).isEqualTo("a" + "👍".repeat(29) + "…");
  }
}
