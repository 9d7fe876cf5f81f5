package p2pgossip.ui.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import p2pgossip.laboratory.SweepChart;
import p2pgossip.scenario.Scenario;
import p2pgossip.testing.Screen;
import p2pgossip.ui.draw.TextWidths;

/// The page on which sweeps are built and shown, with runs of its own.
class SweepPageTest extends SweepPageOnScreen {

  @Test
  void saysWhatToDoHowManyRunsThereAreAndAboutHowLongTheyTake() {
    build("1 to 10", 50);

    assertThat(lab.shownTexts())
        .anyMatch(text -> text.contains("then press Run"))
        .contains("10 points, each run 50 times: 500 runs.");
    Screen.until(() -> lab.text("#sweep-time").startsWith("About "));
  }

  @Test
  void chartsFillAndCanBeSaved() throws IOException {
    run("1, 2, 3", 20);

    assertThat(lab.text("#sweep-state")).isEqualTo("60 of 60 runs");
    assertThat(lab.text("#sweep-place")).endsWith("reached-against-fanout");
    assertThat(chart(lab.find("#sweep-plot-reached")).spots()).hasSize(3);
    lab.save("lab-save-reached", "reached.csv");
    Screen.until(() -> lab.text("#lab-saved").startsWith("Saved to "));
    assertThat(Files.readAllLines(folder.resolve("reached.csv")))
        .hasSize(4)
        .startsWith("fanout,measure,runs,mean,low,high");
    lab.save("lab-save-copies-per-peer", "copies.svg");
    Screen.until(() -> lab.text("#lab-saved").contains("copies.svg"));
    assertThat(Files.readString(folder.resolve("copies.svg"))).contains("<svg", "Copies per peer");
  }

  @Test
  void aSweepIsKeptUnderItsName() {
    build("1, 2", 3);
    lab.type("#sweep-name", "First try");
    lab.runOrStop();
    lab.untilRun();

    assertThat(lab.text("#sweep-place")).endsWith("first-try");
    lab.type("#sweep-name", "x".repeat(101));
    assertThat(lab.text("#sweep-error"))
        .isEqualTo("The name must have 1 to 100 characters, not 101.");
    assertThat(lab.<Button>find("#lab-run").isDisabled()).isTrue();
  }

  @Test
  void whatIsWrongIsSaidBesideItAndNothingRuns() {
    build("1, 2, 1000", 5);

    assertThat(lab.text("#sweep-values-1-error"))
        .isEqualTo("Fanout must be a whole number from 1 to 100, not \"1000\".");
    assertThat(lab.<Button>find("#lab-run").isDisabled()).isTrue();
    lab.type("#sweep-values-1", "1, 2");
    assertThat(lab.<Button>find("#lab-run").isDisabled()).isFalse();
    for (String measure : new String[] {"reached", "t_last", "copies_per_peer", "redundancy"}) {
      CheckBox box = lab.find("#sweep-measure-" + measure);
      Screen.act(() -> box.setSelected(false));
    }
    assertThat(lab.text("#sweep-measures-error")).isEqualTo("Choose at least one measure.");
  }

  @Test
  void aSecondAxisIsLinesOrAHeatMap() {
    build("1, 2", 3);
    // Nothing, then the parameters in their order: the loss comes after peers and six others.
    choose("#sweep-axis-2", 8);
    lab.type("#sweep-values-2", "0, 40");
    lab.runOrStop();
    lab.untilRun();
    SweepPlot plot = lab.find("#sweep-plot-reached");

    assertThat(chart(plot)).isInstanceOf(SweepChart.Lines.class);
    assertThat(lab.shownTexts()).contains("0", "40");
    ToggleButton map = lab.find("#sweep-map");
    Screen.act(map::fire);
    assertThat(chart(plot)).isInstanceOf(SweepChart.Cells.class);
    assertThat(chart(plot).across().title()).isEqualTo("Fanout");
    press("#sweep-turn");
    assertThat(chart(plot).across().title()).isEqualTo("Lost, %");
  }

  @Test
  void differencesAreShownInPlaceOfMeansAndSavedAsSuch() throws IOException {
    run("1, 2, 3", 20);
    CheckBox differences = lab.find("#sweep-differences");
    Screen.act(() -> differences.setSelected(true));
    SweepPlot plot = lab.find("#sweep-plot-t_last");
    Screen.until(() -> chart(plot).spots().size() == 2);

    assertThat(chart(plot).spots()).allMatch(spot -> spot.value().mean() < 0);
    assertThat(lab.shownTexts()).contains("rounds, less Fanout 1");
    lab.untilRun();
    lab.save("lab-save-time-to-the-last", "less.csv");
    Screen.until(() -> lab.text("#lab-saved").startsWith("Saved to "));
    assertThat(Files.readString(folder.resolve("less.csv"))).contains("t_last_difference");
    Screen.act(() -> differences.setSelected(false));
    assertThat(chart(plot).spots()).hasSize(3);
  }

  @Test
  void aClickOnAPointOpensThatVeryRunOnThePageOfOneRun() {
    run("1, 2, 3", 20);
    SweepPlot plot = lab.find("#sweep-plot-t_last");
    SweepChart.Spot spot = chart(plot).spots().get(1);
    Screen.act(
        () -> {
          TextWidths widths = new TextWidths(SweepPainter.FONT);
          SweepFrame frame =
              SweepFrame.of(chart(plot), plot.getWidth(), plot.getHeight(), widths::of);
          click(plot, frame.x(spot.x()), frame.y(spot.y()));
        });

    assertThat(lab.text("#sweep-point")).isEqualTo("Fanout 2");
    Spinner<Integer> repetition = lab.find("#sweep-repetition");
    Screen.act(() -> repetition.getValueFactory().setValue(7));
    press("#sweep-open-run");
    lab.untilRun();
    Slider scrub = lab.find("#lab-round");
    Screen.act(() -> scrub.setValue(scrub.getMax()));
    assertThat(lab.text("#lab-state")).contains(" of 40 have heard");
    assertThat(lab.shownTexts()).contains("a run of the sweep");
  }

  private static void click(SweepPlot plot, double x, double y) {
    Point2D at = plot.localToScene(x, y);
    Event.fireEvent(
        plot,
        new MouseEvent(
            MouseEvent.MOUSE_CLICKED,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }

  @Test
  void theArrowsSelectAPointWhosePeersCanBeWatched() {
    run("1, 2, 3", 20);
    SweepPlot plot = lab.find("#sweep-plot-reached");
    push(plot, KeyCode.RIGHT);
    push(plot, KeyCode.RIGHT);
    push(plot, KeyCode.RIGHT);

    assertThat(lab.text("#sweep-point")).isEqualTo("Fanout 3");
    press("#sweep-open-peers");
    Scenario watched = lab.watched().first();
    assertThat(watched.peers()).isEqualTo(40);
    assertThat(watched.traits().inStep()).isTrue();
    assertThat(watched.settings().spreading().fanout()).isEqualTo(3);
  }

  @Test
  void inVirtualTimeTheVeryRunIsWatched() {
    build("1, 3", 2);
    choose("#sweep-scale", 1);
    lab.runOrStop();
    lab.untilRun();
    assertThat(lab.text("#sweep-state")).isEqualTo("4 of 4 runs");
    SweepPlot plot = lab.find("#sweep-plot-reached");
    push(plot, KeyCode.RIGHT);
    push(plot, KeyCode.ENTER);

    assertThat(lab.watched().first().traits().inStep()).isFalse();
    assertThat(lab.watched().first().settings().spreading().fanout()).isEqualTo(1);
  }

  @Test
  void whatWasStoppedIsThereWhenItIsOpenedAgainAndGoesOn() {
    build("1, 2", 100_000);
    // So that it takes minutes: it must not be over before it is looked at.
    lab.type("#lab-peers", "10000");
    lab.runOrStop();
    // Both points have a run by then.
    Screen.until(() -> lab.text("#sweep-state").matches("([2-9]|\\d\\d+) of .* left"));
    lab.runOrStop();
    lab.untilRun();
    String stopped = lab.text("#sweep-state");
    assertThat(stopped).endsWith("Run goes on with the rest.");
    open("sweep-open-strategies");
    Screen.until(() -> lab.text("#sweep-opened").equals("Strategies on the same luck"));
    openEarlier("reached-against-fanout");
    // What was opened before may still say the same of itself.
    Screen.until(() -> lab.text("#sweep-opened").equals("Reached against fanout"));
    Screen.until(() -> lab.text("#sweep-state").equals(stopped));

    assertThat(lab.text("#sweep-time")).isEmpty();
    assertThat(chart(lab.find("#sweep-plot-reached")).spots()).hasSize(2);
    lab.runOrStop();
    Screen.until(() -> lab.text("#sweep-state").contains(" left"));
    Button pause = lab.find("#sweep-pause");
    Screen.act(pause::fire);
    assertThat(lab.text("#sweep-state")).endsWith(", paused");
  }

  /// Takes some seconds: real peers run in a process of their own.
  @Test
  void realPeersRunShowHowFarTheyAreAndAreGoneOnceTheyAreStopped() throws IOException {
    Files.writeString(
        folder.resolve("real.json"),
        """
        {"name": "real", "scale": "real",
         "scenario": {"name": "s", "peers": 3, "topology": "line", "lasts": "10 s",
          "quiet": "200 ms",
          "settings": {"period": "100 ms", "sentences": false, "strategy": "flood"},
          "actions": [{"at": "0 s", "do": "spread", "by": 1}]},
         "repetitions": 1000, "measures": ["reached"]}
        """);
    Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
    lab.show("Sweep");
    lab.nameNext("real.json");
    open("sweep-open-file");
    Screen.until(() -> lab.text("#sweep-opened").equals("real"));
    lab.runOrStop();
    Screen.until(() -> lab.text("#sweep-state").contains(" left"));
    lab.runOrStop();
    lab.untilRun();

    assertThat(lab.text("#sweep-state")).endsWith("Run goes on with the rest.");
    assertThat(chart(lab.find("#sweep-plot-reached")).spots())
        .allMatch(spot -> spot.value().mean() == 1);
    Screen.until(
        () -> ProcessHandle.current().children().filter(it -> !before.contains(it)).count() == 0);
  }

  @Test
  void whatIsOpenedCanBeChangedAndIsRunAsAnExperimentOfItsOwn() {
    lab.show("Sweep");
    open("sweep-open-redundancy");
    Screen.until(() -> lab.text("#sweep-opened").startsWith("Redundancy"));
    press("#sweep-change");

    assertThat(lab.text("#sweep-size")).isEqualTo("10 points, each run 200 times: 2,000 runs.");
    TextField values = lab.find("#sweep-values-1");
    TextField peers = lab.find("#lab-peers");
    assertThat(Screen.see(values.textProperty()::get)).isEqualTo("1 to 10");
    assertThat(Screen.see(peers.textProperty()::get)).isEqualTo("1,000");
    lab.type("#sweep-values-1", "1, 2");
    lab.type("#lab-peers", "40");
    Spinner<Integer> times = lab.find("#sweep-repetitions");
    Screen.act(() -> times.getValueFactory().setValue(5));
    lab.runOrStop();
    lab.untilRun();

    assertThat(lab.text("#sweep-state")).isEqualTo("10 of 10 runs");
  }

  @Test
  void whatTheBuilderCanNotShowIsSaidAndTheRestCanBeChanged() {
    lab.show("Sweep");
    open("sweep-open-strategies");
    Screen.until(() -> lab.text("#sweep-opened").startsWith("Strategies"));
    press("#sweep-change");

    assertThat(lab.text("#sweep-kept")).startsWith("Stays as it is in the file: its network");
    assertThat(lab.scene().getRoot().lookup("#lab-peers")).isNull();
    Spinner<Integer> times = lab.find("#sweep-repetitions");
    Screen.act(() -> times.getValueFactory().setValue(3));
    assertThat(lab.text("#sweep-size")).contains("each run 3 times");
    press("#sweep-own");
    TextField peers = lab.find("#lab-peers");
    assertThat(Screen.see(peers::isVisible)).isTrue();
  }

  @Test
  void anExperimentIsSavedAndOpenedAsAFile() throws IOException {
    build("1, 2", 3);
    lab.nameNext("own.json");
    press("#sweep-save");
    Screen.until(() -> lab.shownTexts().stream().anyMatch(it -> it.contains("own.json")));
    assertThat(Files.readString(folder.resolve("own.json"))).contains("\"of\": \"fanout\"");
    open("sweep-open-file");
    Screen.until(() -> lab.text("#sweep-opened").equals("Reached against fanout"));
    lab.runOrStop();
    lab.untilRun();

    assertThat(lab.text("#sweep-state")).isEqualTo("6 of 6 runs");
  }

  @Test
  void aFileThatIsNoneIsSaidInWords() throws IOException {
    Files.writeString(folder.resolve("wrong.json"), "{\"name\": 3}");
    lab.show("Sweep");
    lab.nameNext("wrong.json");
    open("sweep-open-file");

    Screen.until(
        () ->
            lab.shownTexts().stream()
                .anyMatch(it -> it.startsWith("Not opened: ") && it.contains("wrong.json")));
  }
}
