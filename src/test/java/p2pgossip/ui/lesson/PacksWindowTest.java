package p2pgossip.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.pack.PackRow;
import p2pgossip.pack.Samples;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Screen;

/// What a teacher sees of many lab packs.
@ExtendWith(OnScreen.class)
class PacksWindowTest {

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private LessonsAtWork work;

  @Start
  void open(Stage stage) {
    work = new LessonsAtWork(stage, folder.resolve("notes"));
  }

  @AfterEach
  void close() {
    work.close();
  }

  @SuppressWarnings("unchecked")
  private TableView<PackRow> table() {
    return (TableView<PackRow>) work.look("#packs-table");
  }

  /// Of two students, the first of whom is the better one, and a file that is no pack.
  private void openTwo() throws IOException {
    work.answers().opened =
        List.of(
            Samples.write(folder.resolve("ana.zip"), "Ana", Samples.ring(130, LessonsAtWork.NOW)),
            Samples.write(
                folder.resolve("bo.zip"), "Bo", Samples.ring(40, LessonsAtWork.NOW.plusSeconds(5))),
            Files.writeString(folder.resolve("bad.zip"), "Hello"));
    work.press("#lesson-packs");
    Screen.until(() -> table() != null && table().getItems().size() == 2);
  }

  private List<String> cells(String title) {
    return Screen.see(
        () ->
            table().getItems().stream()
                .map(row -> String.valueOf(column(title).getCellData(row)))
                .toList());
  }

  /// The first column with that title, or of that title's first part.
  private TableColumn<PackRow, ?> column(String title) {
    return table().getVisibleLeafColumns().stream()
        .filter(
            it ->
                it.getText().equals(title)
                    || (it.getParentColumn() != null
                        && (it.getParentColumn().getText() + " " + it.getText()).equals(title)))
        .findFirst()
        .orElseThrow();
  }

  private List<String> texts(String selector) {
    return Screen.see(
        () ->
            work.look(selector) instanceof Pane pane
                ? pane.lookupAll(".label").stream().map(it -> ((Labeled) it).getText()).toList()
                : List.of());
  }

  @Test
  void manyPacksAreOneTableThatIsSortedByAnyColumn() throws IOException {
    openTwo();
    List<String> names = cells("Name");
    List<String> errors = cells("ring Error");
    Screen.act(
        () -> {
          TableColumn<PackRow, ?> error = column("ring Error");
          error.setSortType(TableColumn.SortType.DESCENDING);
          table().getSortOrder().setAll(List.of(error));
        });

    assertThat(names).containsExactly("Ana", "Bo");
    assertThat(cells("ring Said")).containsExactly("40", "130");
    assertThat(errors).containsExactly("2", "88");
    assertThat(cells("Name")).containsExactly("Bo", "Ana");
    assertThat(work.words("#packs-words"))
        .isEqualTo("2 lab packs of 1 lesson. 1 file could not be read.");
    assertThat(texts("#packs-refused"))
        .containsExactly(folder.resolve("bad.zip") + ": it is no zip file, or a damaged one");
  }

  @Test
  void aRowShowsItsPredictionsAgainstTheRuns() throws IOException {
    openTwo();
    Screen.act(() -> table().getSelectionModel().select(1));
    Screen.until(() -> !texts("#packs-details").isEmpty() && work.look(".chart-card") != null);

    assertThat(texts("#packs-details"))
        .contains(
            "Bo", "You said 40 rounds; it is 128. You are off by 88 rounds (68.8 % too little).");
  }

  @Test
  void theRunsAreMadeAgainAndTheTableIsSaved() throws IOException {
    openTwo();
    work.press("#packs-check");
    Screen.until(() -> work.words("#packs-words").equals("The runs were made again."));
    List<String> checks = cells("Runs, made again");
    Path csv = folder.resolve("class.csv");
    work.answers().saved = csv;
    work.press("#packs-save");
    Screen.until(() -> work.words("#packs-words").startsWith("The table is in "));

    // The samples have made-up figures.
    assertThat(checks).hasSize(2).allMatch(it -> it.startsWith("“ring” DIFFERS in "));
    assertThat(Files.readAllLines(csv)).hasSize(3).anyMatch(it -> it.startsWith("Bo,06-distance,"));
  }
}
