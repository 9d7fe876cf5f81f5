package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlacementTest {

  private static final WindowPreferences.Size USUAL = new WindowPreferences.Size(1_280, 800);

  /// With a task bar on the left and one above.
  private static Rectangle2D screen(double width, double height) {
    return new Rectangle2D(60, 30, width, height);
  }

  private static List<Rectangle2D> all(Rectangle2D screen, int windows) {
    WindowPlacement placement = new WindowPlacement(screen, USUAL);
    return IntStream.range(0, windows).mapToObj(it -> placement.of(it, windows)).toList();
  }

  @Test
  void opensOneInTheUsualSize() {
    assertThat(all(screen(1_920, 1_050), 1)).containsExactly(new Rectangle2D(84, 54, 1_280, 800));
  }

  @Test
  void putsThoseOpenedLaterALittleBelowAndRight() {
    WindowPlacement placement = new WindowPlacement(screen(1_920, 1_050), USUAL);

    assertThat(placement.of(2, 1)).isEqualTo(new Rectangle2D(156, 126, 1_280, 800));
    assertThat(placement.of(2, 2)).isEqualTo(new Rectangle2D(156, 126, 1_280, 800));
  }

  @Test
  void putsThoseOfALaunchSideBySideWhereThereIsRoom() {
    assertThat(all(screen(1_920, 1_050), 2))
        .containsExactly(
            new Rectangle2D(60, 30, 960, 1_050), new Rectangle2D(1_020, 30, 960, 1_050));
  }

  @Test
  void putsThoseOfALaunchInRowsThatCoverLittleWhereThereIsNot() {
    assertThat(all(screen(1_920, 1_050), 3))
        .containsExactly(
            new Rectangle2D(60, 30, 960, 600),
            new Rectangle2D(1_020, 30, 960, 600),
            new Rectangle2D(540, 480, 960, 600));
    assertThat(all(screen(1_600, 1_000), 3))
        .containsExactly(
            new Rectangle2D(60, 30, 900, 600),
            new Rectangle2D(760, 30, 900, 600),
            new Rectangle2D(410, 430, 900, 600));
  }

  @Test
  void putsEachBelowAndRightOfTheOneBeforeWhereMoreIsSeenThatWay() {
    assertThat(all(screen(1_366, 738), 3))
        .containsExactly(
            new Rectangle2D(60, 30, 900, 600),
            new Rectangle2D(293, 99, 900, 600),
            new Rectangle2D(526, 168, 900, 600));
  }

  @ParameterizedTest
  @CsvSource({
    "1024, 740, 1",
    "1024, 740, 4",
    "1366, 738, 3",
    "1366, 738, 20",
    "1920, 1050, 5",
    "1920, 1050, 3",
    "3840, 2100, 8",
    "800, 560, 2"
  })
  void staysOnTheScreen(double width, double height, int windows) {
    Rectangle2D screen = screen(width, height);

    assertThat(all(screen, windows)).hasSize(windows).allMatch(screen::contains);
  }

  @Test
  void staysOnTheScreenHoweverManyAreOpened() {
    Rectangle2D screen = screen(1_366, 738);
    WindowPlacement placement = new WindowPlacement(screen, USUAL);

    assertThat(IntStream.range(0, 40).mapToObj(it -> placement.of(it, 1)))
        .allMatch(screen::contains);
  }
}
