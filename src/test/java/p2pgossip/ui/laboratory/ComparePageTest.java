package p2pgossip.ui.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.laboratory.SweepChart;
import p2pgossip.laboratory.SweepChart.Line;
import p2pgossip.laboratory.SweepChart.Lines;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Screen;

/// The page on which results of other pages are compared, with runs of its own.
@ExtendWith(OnScreen.class)
class ComparePageTest {

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private LaboratoryAtWork lab;

  @Start
  void open(Stage unused) {
    lab = new LaboratoryAtWork(folder);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void press(String selector) {
    Button button = lab.find(selector);
    Screen.until(() -> !button.isDisabled());
    Screen.act(button::fire);
  }

  private void keepManyRuns(String loss, int kept) {
    lab.show("Many runs");
    lab.type("#lab-loss", loss);
    Spinner<Integer> runs = lab.find("#lab-runs");
    Screen.act(() -> runs.getValueFactory().setValue(40));
    lab.runOrStop();
    lab.untilRun();
    press("#lab-many-keep");
    Screen.until(() -> isThere("Compare (" + kept + ")"));
  }

  private boolean isThere(String page) {
    return Screen.see(
        () ->
            lab.scene().getRoot().lookupAll(".toggle-button").stream()
                .anyMatch(
                    node -> node instanceof ToggleButton button && button.getText().equals(page)));
  }

  private void keepSweep(String name, String fanouts, int kept) {
    lab.show("Sweep");
    lab.type("#sweep-name", name);
    lab.type("#sweep-values-1", fanouts);
    Spinner<Integer> times = lab.find("#sweep-repetitions");
    Screen.act(() -> times.getValueFactory().setValue(10));
    lab.runOrStop();
    lab.untilRun();
    press("#sweep-keep");
    Screen.until(() -> isThere("Compare (" + kept + ")"));
  }

  private Lines lines(int chart) {
    SweepPlot plot = lab.find("#compare-plot-" + chart);
    SweepChart shown = Screen.see(plot::chart);
    assertThat(shown).isInstanceOf(Lines.class);
    return (Lines) shown;
  }

  private void choose(String selector, int index) {
    ComboBox<?> box = lab.find(selector);
    Screen.act(() -> box.getSelectionModel().select(index));
  }

  @Test
  void whatToDoIsSaidWhileThereIsNothingAndThereIsNothingToRun() {
    lab.show("Compare");

    assertThat(lab.shownTexts()).contains("One result beside another");
    assertThat(Screen.see(() -> lab.<Button>find("#lab-run").isVisible())).isFalse();
    lab.show("Many runs");
    assertThat(Screen.see(() -> lab.<Button>find("#lab-run").isVisible())).isTrue();
    assertThat(Screen.see(() -> lab.<Button>find("#lab-many-keep").isDisabled())).isTrue();
  }

  @Test
  void manyRunsStandOnOneChartWithNamesThatCanBeEditedAndDifferencesOfTheSameLuck()
      throws IOException {
    lab.type("#lab-peers", "40");
    keepManyRuns("0", 1);
    keepManyRuns("30", 2);
    lab.show("Compare (2)");
    lab.type("#compare-name-0", "clean");
    lab.type("#compare-name-1", "lossy");

    assertThat(lines(0).lines()).extracting(Line::name).containsExactly("clean", "lossy");
    assertThat(lab.shownTexts()).contains("clean", "lossy");
    choose("#compare-less", 1);
    assertThat(lab.text("#compare-luck"))
        .isEqualTo(
            "“lossy” and “clean” shared their luck in 40 pairs of runs: the differences are"
                + " paired.");
    lab.save("lab-save-coverage", "coverage.svg");
    Screen.until(() -> lab.text("#lab-saved").contains("coverage.svg"));
    assertThat(Files.readString(folder.resolve("coverage.svg"))).contains("clean", "lossy");
    lab.save("lab-save-all-figures", "all.csv");
    Screen.until(() -> lab.text("#lab-saved").contains("all.csv"));
    List<String> rows = Files.readAllLines(folder.resolve("all.csv"));
    assertThat(rows.getFirst()).startsWith("name,varied,value,measure,runs,mean");
    assertThat(rows).anyMatch(row -> row.startsWith("lossy,,,t_last,40,"));
    press("#compare-remove-0");
    assertThat(lines(0).lines()).extracting(Line::name).containsExactly("lossy");
    assertThat(isThere("Compare (1)")).isTrue();
  }

  @Test
  void sweepsAreLinesOfOneChartAndOneRunHasACurve() {
    lab.type("#lab-peers", "40");
    lab.runOrStop();
    lab.untilRun();
    press("#lab-keep");
    keepSweep("slow", "1, 2", 2);
    keepSweep("slow too", "1, 2, 3", 3);
    lab.show("Compare (3)");

    Lines sweeps = lines(1);
    assertThat(sweeps.across().title()).isEqualTo("Fanout");
    assertThat(sweeps.lines()).extracting(Line::name).containsExactly("slow", "slow too");
    assertThat(sweeps.lines().getLast().spots()).hasSize(3);
    assertThat(Screen.see(() -> lab.<Node>find("#compare-coverage").getScene())).isNotNull();
    lab.save("lab-save-time-to-the-last-against-fanout", "reached.png");
    Screen.until(() -> lab.text("#lab-saved").contains("reached.png"));
    assertThat(folder.resolve("reached.png")).isNotEmptyFile();
  }

  @Test
  void moreThanCanBeToldApartAreRefusedWithTheReason() {
    lab.type("#lab-peers", "40");
    lab.runOrStop();
    lab.untilRun();
    Button keep = lab.find("#lab-keep");
    Screen.until(() -> !keep.isDisabled());
    for (int kept = 0; kept < 7; kept++) {
      Screen.act(
          () -> {
            keep.setDisable(false);
            keep.fire();
          });
    }

    assertThat(isThere("Compare (6)")).isTrue();
    assertThat(lab.text("#compare-trouble")).startsWith("Up to 6 results can be told apart");
  }
}
