package p2pgossip.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellGridTest {

  @ParameterizedTest
  @CsvSource({
    "1, 200, 60",
    "8, 576, 150",
    "24, 980, 240",
    "100, 576, 120",
    "500, 576, 120",
    "500, 980, 240",
    "10000, 980, 240",
    "10000, 180, 90"
  })
  void hasAllCellsInViewAndNoTwoAtOnePlace(int count, double width, double height) {
    CellGrid grid = CellGrid.within(count, 30, 50, width, height);
    Set<Integer> found = new HashSet<>();
    for (int index = 0; index < count; index++) {
      assertThat(grid.x(index)).isBetween(30.0, 30 + width - grid.side());
      assertThat(grid.y(index)).isBetween(50.0, 50 + height - grid.side());
      found.add(grid.at(grid.x(index) + grid.side() / 2.0, grid.y(index) + grid.side() / 2.0));
    }

    assertThat(found).hasSize(count).doesNotContain(-1);
    assertThat(grid.side()).isPositive();
  }

  @Test
  void isAsLargeAsThereIsRoom() {
    assertThat(CellGrid.within(8, 0, 0, 576, 150).side()).isGreaterThan(40);
    assertThat(CellGrid.within(500, 0, 0, 980, 240).side()).isGreaterThan(15);
    assertThat(CellGrid.within(10_000, 0, 0, 980, 240).side()).isEqualTo(3);
  }

  @Test
  void hasLongRowsOfRoundLengths() {
    assertThat(CellGrid.within(500, 0, 0, 987, 240).columns() % 10).isZero();
    assertThat(CellGrid.within(7, 0, 0, 987, 240).columns()).isEqualTo(7);
  }

  @Test
  void findsNothingBesideTheCells() {
    CellGrid grid = CellGrid.within(24, 30, 50, 980, 240);

    assertThat(grid.rows()).isEqualTo(3);
    assertThat(grid.at(29, 60)).isEqualTo(-1);
    assertThat(grid.at(40, 49)).isEqualTo(-1);
    assertThat(grid.at(30 + grid.columns() * (double) grid.pitch(), 60)).isEqualTo(-1);
    assertThat(grid.at(grid.x(23) + grid.pitch(), grid.y(23))).isEqualTo(-1);
    assertThat(grid.at(grid.x(0), grid.y(20) + grid.pitch())).isEqualTo(-1);
  }

  @Test
  void staysWhereThereIsNoCellToGoTo() {
    CellGrid grid = CellGrid.within(24, 0, 0, 980, 240);

    assertThat(grid.moved(0, 1, 0)).isEqualTo(1);
    assertThat(grid.moved(0, 0, 1)).isEqualTo(grid.columns());
    assertThat(grid.moved(0, -1, 0)).isZero();
    assertThat(grid.moved(0, 0, -1)).isZero();
    assertThat(grid.moved(23, 1, 0)).isEqualTo(23);
    assertThat(grid.moved(23, 0, 1)).isEqualTo(23);
  }
}
