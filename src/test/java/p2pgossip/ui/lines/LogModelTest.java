package p2pgossip.ui.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static p2pgossip.ui.lines.SampleLines.BOB;
import static p2pgossip.ui.lines.SampleLines.EVE;
import static p2pgossip.ui.lines.SampleLines.line;
import static p2pgossip.ui.lines.SampleLines.lines;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ListChangeListener.Change;
import org.junit.jupiter.api.Test;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineKind;
import p2pgossip.testing.Recorder;

class LogModelTest {

  private final LogModel model = new LogModel(10);
  private final Recorder<String> changes = new Recorder<>();

  @Test
  void showsWhatCameInOrder() {
    model.append(lines(1, 2));
    model.append(lines(3, 4));

    assertThat(model.shown()).isEqualTo(lines(1, 4));
    assertThat(model.totalProperty().get()).isEqualTo(4);
  }

  @Test
  void dropsTheOldestWhenThereIsNoRoom() {
    model.append(lines(1, 8));
    model.append(lines(9, 13));

    assertThat(model.shown()).isEqualTo(lines(4, 13));
    assertThat(model.totalProperty().get()).isEqualTo(10);
  }

  @Test
  void keepsTheNewestOfMoreThanItHolds() {
    model.append(lines(1, 5));
    model.append(lines(6, 40));

    assertThat(model.shown()).isEqualTo(lines(31, 40));
  }

  @Test
  void tellsOfEachFrameInOneChange() {
    model.append(lines(1, 8));
    watch();

    model.append(lines(9, 13));

    assertThat(changes).containsExactly("removed 3 at 0, added 5 at 5");
  }

  @Test
  void tellsNothingWhereNothingIsShown() {
    model.setFilter(LogFilter.ALL.withOnly(EVE));
    watch();

    model.append(List.of());
    model.append(List.of(line(1)));

    assertThat(changes).isEmpty();
    assertThat(model.totalProperty().get()).isEqualTo(1);
  }

  @Test
  void showsOnlyWhatPassesTheFilter() {
    model.append(lines(1, 6));
    model.setFilter(LogFilter.ALL.withOnly(BOB));
    model.append(lines(7, 8));

    assertThat(model.shown()).containsExactly(line(1), line(3), line(5), line(7));
    assertThat(model.totalProperty().get()).isEqualTo(8);
  }

  @Test
  void dropsFilteredLinesAsTheyFallOff() {
    model.setFilter(LogFilter.ALL.withOnly(BOB));
    model.append(lines(1, 10));
    watch();

    model.append(lines(11, 13));

    assertThat(changes).containsExactly("removed 2 at 0, added 2 at 3");
    assertThat(model.shown()).containsExactly(line(5), line(7), line(9), line(11), line(13));
  }

  @Test
  void showsHeldLinesAgainWithoutTheFilter() {
    model.setFilter(LogFilter.ALL.withText("nothing like this"));
    model.append(lines(1, 4));

    model.setFilter(LogFilter.ALL);

    assertThat(model.shown()).isEqualTo(lines(1, 4));
  }

  @Test
  void tellsOfANewFilterInOneChange() {
    model.append(lines(1, 6));
    watch();

    model.setFilter(LogFilter.ALL.withKind(LineKind.SENT, false));
    model.setFilter(LogFilter.ALL.withKind(LineKind.SENT, false));

    assertThat(changes).containsExactly("replaced 6 at 0 by 3");
  }

  @Test
  void standsStillInAPause() {
    model.append(lines(1, 3));
    watch();

    model.pause();
    model.append(lines(4, 5));

    assertThat(changes).isEmpty();
    assertThat(model.shown()).isEqualTo(lines(1, 3));
    assertThat(model.waitingProperty().get()).isEqualTo(2);
  }

  @Test
  void showsWhatWaitedInOneChange() {
    model.append(lines(1, 8));
    model.pause();
    model.append(lines(9, 10));
    model.append(lines(11, 12));
    watch();

    model.resume();

    assertThat(changes).containsExactly("removed 2 at 0, added 4 at 6");
    assertThat(model.shown()).isEqualTo(lines(3, 12));
    assertThat(model.waitingProperty().get()).isZero();
  }

  @Test
  void keepsNoMoreInAPauseThanItHolds() {
    model.pause();
    model.append(lines(1, 7));
    model.append(lines(8, 14));
    assertThat(model.waitingProperty().get()).isEqualTo(10);

    model.resume();

    assertThat(model.shown()).isEqualTo(lines(5, 14));
  }

  @Test
  void countsOfWhatWaitsWhatPassesTheFilter() {
    model.setFilter(LogFilter.ALL.withOnly(BOB));
    model.pause();
    model.append(lines(1, 9));
    model.append(lines(10, 13));
    assertThat(model.waitingProperty().get()).isEqualTo(5);

    model.setFilter(LogFilter.ALL);

    assertThat(model.waitingProperty().get()).isEqualTo(10);
  }

  @Test
  void filtersInAPauseWhatStoodThere() {
    model.append(lines(1, 4));
    model.pause();
    model.append(lines(5, 14));

    model.setFilter(LogFilter.ALL.withOnly(EVE));

    assertThat(model.shown()).containsExactly(line(2), line(4));
  }

  @Test
  void forgetsAllLinesButNotTheFilter() {
    model.setFilter(LogFilter.ALL.withOnly(BOB));
    model.append(lines(1, 4));
    model.pause();
    model.append(lines(5, 6));

    model.clear();
    model.resume();

    assertThat(model.shown()).isEmpty();
    assertThat(model.totalProperty().get()).isZero();
    assertThat(model.filterProperty().get()).isEqualTo(LogFilter.ALL.withOnly(BOB));
  }

  @Test
  void takesLinesAfterItWasCleared() {
    model.append(lines(1, 10));
    model.clear();
    model.append(lines(11, 12));

    assertThat(model.shown()).isEqualTo(lines(11, 12));
  }

  @Test
  void tellsOncePerFrameHoweverMuchComes() {
    LogModel large = new LogModel();
    large.shown().addListener((ListChangeListener<JournalLine>) _ -> changes.accept("a change"));

    for (int frame = 0; frame < 100; frame++) {
      large.append(lines(frame * 1_000L + 1, frame * 1_000L + 1_000));
    }

    assertThat(changes).hasSize(100);
    assertThat(large.shown()).isEqualTo(lines(90_001, 100_000));
  }

  @Test
  void refusesToHoldNothing() {
    assertThatThrownBy(() -> new LogModel(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a log of 0 lines holds nothing");
  }

  private void watch() {
    model
        .shown()
        .addListener((ListChangeListener<JournalLine>) change -> changes.accept(words(change)));
  }

  private static String words(Change<? extends JournalLine> change) {
    List<String> parts = new ArrayList<>();
    while (change.next()) {
      if (change.wasReplaced()) {
        parts.add(
            "replaced %d at %d by %d"
                .formatted(change.getRemovedSize(), change.getFrom(), change.getAddedSize()));
      } else if (change.wasRemoved()) {
        parts.add("removed %d at %d".formatted(change.getRemovedSize(), change.getFrom()));
      } else {
        parts.add("added %d at %d".formatted(change.getAddedSize(), change.getFrom()));
      }
    }
    return String.join(", ", parts);
  }
}
