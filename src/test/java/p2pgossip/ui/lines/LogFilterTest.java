package p2pgossip.ui.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.lines.SampleLines.BOB;
import static p2pgossip.ui.lines.SampleLines.EVE;
import static p2pgossip.ui.lines.SampleLines.line;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.PeerName;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineKind;

class LogFilterTest {

  private static final JournalLine FROM_BOB = line(1, LineKind.RECEIVED, BOB, "Alice met Mallory.");
  private static final JournalLine TO_EVE = line(2, LineKind.SENT, EVE, "Alice met Mallory.");
  private static final JournalLine ABOUT_NOBODY = line(3, LineKind.NOTE, null, "This peer runs.");

  @Test
  void withoutAnyWishAllLinesPass() {
    assertThat(new JournalLine[] {FROM_BOB, TO_EVE, ABOUT_NOBODY}).allMatch(LogFilter.ALL::accepts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mallory", "mALLORY", "met m", ".", "", "  ", "8081", "127.0.0.1:8081"})
  void aTextIsFoundInAnyCaseAndInTheAddressToo(String text) {
    assertThat(LogFilter.ALL.withText(text).accepts(FROM_BOB)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mallory!", "8082", "a.*y", "Alice met Mallory. And more"})
  void aTextThatIsNotThereIsNotFound(String text) {
    assertThat(LogFilter.ALL.withText(text).accepts(FROM_BOB)).isFalse();
  }

  @Test
  void aTextIsFoundInTheRemark() {
    JournalLine line =
        new JournalLine(1, SampleLines.START, LineKind.RECEIVED, null, "from 10.0.0.5", "Hello.");

    assertThat(LogFilter.ALL.withText("10.0.0.5").accepts(line)).isTrue();
  }

  @Test
  void aKindCanBeHidden() {
    LogFilter filter = LogFilter.ALL.withKind(LineKind.SENT, false);

    assertThat(new JournalLine[] {FROM_BOB, TO_EVE})
        .filteredOn(filter::accepts)
        .containsExactly(FROM_BOB);
  }

  @Test
  void aHiddenKindCanBeShownAgain() {
    assertThat(LogFilter.ALL.withKind(LineKind.SENT, false).withKind(LineKind.SENT, true))
        .isEqualTo(LogFilter.ALL);
  }

  @Test
  void theOnlyPeersHideOthersAndLinesAboutNobody() {
    LogFilter filter = LogFilter.ALL.withOnly(BOB);

    assertThat(new JournalLine[] {FROM_BOB, TO_EVE, ABOUT_NOBODY})
        .filteredOn(filter::accepts)
        .containsExactly(FROM_BOB);
  }

  @Test
  void severalOnlyPeersPassTogether() {
    LogFilter filter = LogFilter.ALL.withOnly(BOB).withOnly(EVE);

    assertThat(new JournalLine[] {FROM_BOB, TO_EVE, ABOUT_NOBODY})
        .filteredOn(filter::accepts)
        .containsExactly(FROM_BOB, TO_EVE);
  }

  @Test
  void aHiddenPeerHidesNobodyElse() {
    LogFilter filter = LogFilter.ALL.withHidden(BOB);

    assertThat(new JournalLine[] {FROM_BOB, TO_EVE, ABOUT_NOBODY})
        .filteredOn(filter::accepts)
        .containsExactly(TO_EVE, ABOUT_NOBODY);
  }

  @Test
  void aPeerIsEitherShownAloneOrHidden() {
    assertThat(LogFilter.ALL.withOnly(BOB).withHidden(BOB))
        .isEqualTo(LogFilter.ALL.withHidden(BOB));
    assertThat(LogFilter.ALL.withHidden(BOB).withOnly(BOB)).isEqualTo(LogFilter.ALL.withOnly(BOB));
  }

  @Test
  void aWishAboutAPeerCanBeTakenBack() {
    assertThat(LogFilter.ALL.withOnly(BOB).withHidden(EVE).withoutPeer(EVE).withoutPeer(BOB))
        .isEqualTo(LogFilter.ALL);
  }

  @Test
  void allWishesMustBeMet() {
    LogFilter filter = new LogFilter("alice", EnumSet.of(LineKind.SENT), Set.of(EVE), Set.of(BOB));

    assertThat(new JournalLine[] {FROM_BOB, TO_EVE, ABOUT_NOBODY})
        .filteredOn(filter::accepts)
        .containsExactly(TO_EVE);
  }

  @ParameterizedTest
  @CsvSource({"'', true", "' ', true", "x, false"})
  void aBlankTextHoldsBackNothing(String text, boolean all) {
    assertThat(LogFilter.ALL.withText(text).acceptsAll()).isEqualTo(all);
  }

  @Test
  void aKindOrAPeerHoldsBackSomething() {
    assertThat(
            new LogFilter[] {
              LogFilter.ALL.withKind(LineKind.NOTE, false),
              LogFilter.ALL.withOnly(BOB),
              LogFilter.ALL.withHidden(BOB)
            })
        .noneMatch(LogFilter::acceptsAll);
  }

  @Test
  void aTextIsFoundInTheName() {
    JournalLine line =
        new JournalLine(
            1,
            SampleLines.START,
            LineKind.RECEIVED,
            BOB,
            new PeerName("Bartholomew"),
            "",
            "Hello.");

    assertThat(LogFilter.ALL.withText("barthol").accepts(line)).isTrue();
  }
}
