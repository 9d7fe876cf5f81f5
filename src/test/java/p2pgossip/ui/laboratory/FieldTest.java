package p2pgossip.ui.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.laboratory.HeardRounds;
import p2pgossip.laboratory.SingleRun;
import p2pgossip.laboratory.SingleRun.RoundOutcome;
import p2pgossip.laboratory.WorkEnd;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.topology.Grid;
import p2pgossip.topology.Ring;
import p2pgossip.ui.laboratory.FieldPainter.View;
import p2pgossip.ui.theme.RolePalette;

/// The cells of the field, and their pixels. No screen.
class FieldTest {

  private static final int PEERS = 100;
  private static final FieldColors COLORS = new FieldColors(RolePalette.LIGHT);
  private static final FieldLayout GRID = FieldLayout.of(new Grid(), PEERS);

  @SuppressWarnings("NullAway.Init")
  private static HeardRounds heard;

  /// A flood over a grid of ten by ten: each peer hears it after as many rounds as it is steps from
  /// the corner.
  @BeforeAll
  static void flood() {
    Flood flood = new Flood();
    SingleRun.begin(
        new PopulationSettings(
            PEERS,
            new Grid(),
            new Spreading(Strategy.FLOOD, 1, Interest.NEVER_LOST, Copy.MOST_HOPS),
            0,
            Crashes.NONE,
            1),
        flood,
        flood);
    await().until(flood.ended::isDone);
    flood.ended.join();
    heard = flood.wired.join();
  }

  private static final class Flood implements SingleRun.Listener, WorkEnd {

    private final CompletableFuture<HeardRounds> wired = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    @Override
    public void wired(HeardRounds rounds) {
      wired.complete(rounds);
    }

    @Override
    public void advanced(RoundOutcome outcome) {}

    @Override
    public void ended() {
      ended.complete(null);
    }

    @Override
    public void failed(String words) {
      ended.completeExceptionally(new AssertionError(words));
    }

    @Override
    public void calledOff() {
      failed("called off");
    }
  }

  private static int[] painted(int size, View view, int round) {
    int[] pixels = new int[size * size];
    new FieldPainter(heard, GRID, view, round, 18, COLORS).paint(pixels, size, size);
    return pixels;
  }

  @Test
  void neighborsInAGridAreSideBySide() {
    assertThat(GRID.peer(3, 0)).isEqualTo(3);
    assertThat(GRID.peer(3, 1)).isEqualTo(13);
    assertThat(GRID.peer(10, 0)).isNegative();
    assertThat(FieldLayout.of(new Grid(), 95).peer(7, 9)).isNegative();
  }

  @Test
  void neighborsInARingAreSideBySideToo() {
    FieldLayout ring = FieldLayout.of(new Ring(), PEERS);

    assertThat(ring.peer(9, 0)).isEqualTo(9);
    assertThat(ring.peer(9, 1)).isEqualTo(10);
    assertThat(ring.peer(0, 1)).isEqualTo(19);
    assertThat(
            IntStream.range(0, PEERS)
                .map(cell -> ring.peer(cell % 10, cell / 10))
                .sorted()
                .toArray())
        .isEqualTo(IntStream.range(0, PEERS).toArray());
  }

  @Test
  void eachCellHasTheColorOfTheRoundInWhichItHeard() {
    int[] pixels = painted(10, new View(1, 0, 0), 18);

    for (int row = 0; row < 10; row++) {
      for (int column = 0; column < 10; column++) {
        assertThat(heard.round(row * 10 + column)).isEqualTo(row + column);
        assertThat(pixels[row * 10 + column])
            .isEqualTo(COLORS.of(heard, row * 10 + column, 18, 18));
      }
    }
    assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(10);
  }

  @Test
  void anEarlierRoundShowsTheWaveAsItWas() {
    int[] pixels = painted(10, new View(1, 0, 0), 5);
    int lacking = pixels[99];

    assertThat(Arrays.stream(pixels).filter(pixel -> pixel != lacking).count())
        .isEqualTo(1 + 2 + 3 + 4 + 5 + 6);
  }

  @Test
  void largeCellsHaveGapsAndWhatIsBesideThemIsGround() {
    int[] pixels = painted(100, new View(8, 4, 4), 18);

    assertThat(pixels[0]).isEqualTo(COLORS.ground());
    assertThat(pixels[5 * 100 + 5]).isEqualTo(COLORS.of(heard, 0, 18, 18));
    assertThat(pixels[5 * 100 + 11]).isEqualTo(COLORS.ground());
    assertThat(pixels[5 * 100 + 99]).isEqualTo(COLORS.ground());
  }

  @Test
  void smallCellsAreMixed() {
    View half = new View(0.5, 0, 0);
    int[] pixels = painted(5, half, 0);

    // Of the four cells below the first pixel one has heard it.
    int red = (pixels[0] >> 16) & 0xff;
    int lacking = (pixels[4] >> 16) & 0xff;
    int first = (COLORS.of(heard, 0, 0, 18) >> 16) & 0xff;
    assertThat(red).isEqualTo((3 * lacking + first) / 4);
  }

  @Test
  void allOfItStandsInTheMiddleAndZoomingKeepsWhatIsUnderThePointer() {
    View whole = View.whole(GRID, 300, 200);
    View zoomed = whole.zoomed(2, 150, 100);

    assertThat(whole).isEqualTo(new View(20, 50, 0));
    assertThat((150 - zoomed.left()) / zoomed.cell())
        .isEqualTo((150 - whole.left()) / whole.cell());
    assertThat(zoomed.moved(5, 6)).isEqualTo(new View(40, zoomed.left() + 5, zoomed.top() + 6));
  }

  @Test
  void theScaleOfARunThatGoesOnSeldomChanges() {
    assertThat(IntStream.of(1, 11, 20, 21, 70, 71).map(FieldScale::above))
        .containsExactly(1, 15, 20, 30, 70, 100);
  }
}
