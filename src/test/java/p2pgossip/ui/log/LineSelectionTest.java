package p2pgossip.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.lines.SampleLines.EVE;
import static p2pgossip.ui.lines.SampleLines.line;
import static p2pgossip.ui.lines.SampleLines.lines;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.lines.LogFilter;
import p2pgossip.ui.lines.LogModel;

class LineSelectionTest {

  private final LogModel model = new LogModel(10);
  private final LineSelection selection = new LineSelection(model.shown());

  @BeforeEach
  void fillTheLog() {
    model.append(lines(1, 10));
  }

  @Test
  void selectsOneLineAlone() {
    selection.only(2);
    selection.only(4);

    assertThat(selection.selected()).containsExactly(line(5));
    assertThat(selection.leadProperty().get()).isEqualTo(line(5));
  }

  @Test
  void selectsLinesBesideOthers() {
    selection.only(4);
    selection.toggle(2);

    assertThat(selection.selected()).containsExactly(line(3), line(5));
    assertThat(selection.leadProperty().get()).isEqualTo(line(3));
  }

  @Test
  void letsGoOfALineThatIsToggledAgain() {
    selection.only(4);
    selection.toggle(2);
    selection.toggle(2);

    assertThat(selection.selected()).containsExactly(line(5));
    assertThat(selection.leadProperty().get()).isEqualTo(line(5));
  }

  @Test
  void hasNoLeadWhereNothingIsSelected() {
    selection.only(4);
    selection.toggle(4);

    assertThat(selection.leadProperty().get()).isNull();
    assertThat(selection.leadIndex()).isEqualTo(-1);
  }

  @Test
  void extendsFromWhereTheRangeBegan() {
    selection.only(4);
    selection.extendTo(6);
    selection.extendTo(3);

    assertThat(selection.selected()).isEqualTo(lines(4, 5));
    assertThat(selection.leadProperty().get()).isEqualTo(line(4));
  }

  @Test
  void extendsFromNothingToOneLine() {
    selection.extendTo(6);

    assertThat(selection.selected()).containsExactly(line(7));
  }

  @Test
  void selectsAllAndKeepsTheLead() {
    selection.only(4);
    selection.all();

    assertThat(selection.selected()).isEqualTo(lines(1, 10));
    assertThat(selection.leadProperty().get()).isEqualTo(line(5));
  }

  @Test
  void selectsNothingOfAnEmptyLog() {
    model.clear();
    selection.all();

    assertThat(selection.selected()).isEmpty();
  }

  @Test
  void staysWithItsLinesWhileOthersFallOff() {
    selection.only(4);
    selection.toggle(9);
    model.append(lines(11, 13));
    selection.forgetOlder();

    assertThat(selection.selected()).containsExactly(line(5), line(10));
    assertThat(selection.leadIndex()).isEqualTo(6);
  }

  @Test
  void letsGoOfLinesThatFallOff() {
    selection.only(1);
    selection.toggle(8);
    selection.toggle(0);
    model.append(lines(11, 13));
    selection.forgetOlder();

    assertThat(selection.selected()).containsExactly(line(9));
    assertThat(selection.leadProperty().get()).isNull();
  }

  @Test
  void extendsFromTheOldestLineWhereTheRangeBeganWithOneThatFellOff() {
    selection.only(1);
    selection.extendTo(5);
    model.append(lines(11, 13));
    selection.forgetOlder();
    selection.extendTo(4);

    assertThat(selection.selected()).isEqualTo(lines(4, 8));
  }

  @Test
  void letsGoOfLinesThatAreFilteredOut() {
    selection.only(3);
    selection.extendTo(6);
    model.setFilter(LogFilter.ALL.withOnly(EVE));
    selection.forgetMissing();

    assertThat(selection.selected()).containsExactly(line(4), line(6));
    assertThat(selection.leadProperty().get()).isNull();
  }

  @Test
  void letsGoOfAllWhenTheLogIsCleared() {
    selection.all();
    model.clear();
    selection.forgetMissing();

    assertThat(selection.selected()).isEmpty();
    assertThat(selection.leadProperty().get()).isNull();
  }

  @Test
  void tellsOfEveryChange() {
    selection.only(1);
    selection.toggle(2);
    selection.clear();

    assertThat(selection.changesProperty().get()).isEqualTo(3);
  }
}
