package p2pgossip.ui.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.experiment.Validation;
import p2pgossip.gossip.Strategy;
import p2pgossip.scenario.ComparedFigure;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Screen;
import p2pgossip.topology.Ring;
import p2pgossip.topology.TopologyForm;
import p2pgossip.ui.dialog.FileChoice;

/// The window of the laboratory, with runs of its own.
@ExtendWith(OnScreen.class)
class LaboratoryTest {

  @TempDir static Path folder;

  private final Recorder<String> closed = new Recorder<>();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private volatile String fileName = "";

  @SuppressWarnings("NullAway.Init")
  private Laboratory laboratory;

  /// A user who saves in the folder of the test.
  private final class Saving implements FileChoice {

    @Override
    public @Nullable Path toSave(String title, String name, List<Kind> kinds) {
      assertThat(kinds).anyMatch(kind -> kind.has(fileName.substring(fileName.indexOf('.') + 1)));
      return folder.resolve(fileName);
    }

    @Override
    public @Nullable Path toOpen(String title, Kind kind) {
      throw new AssertionError("nothing is opened");
    }
  }

  @Start
  void open(Stage unused) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    laboratory =
        new Laboratory(
            _ -> new Saving(), background, Platform::runLater, () -> closed.accept("closed"));
    laboratory.setDark(false);
    laboratory.open(null);
  }

  @AfterEach
  void close() {
    Screen.act(laboratory::close);
    background.shutdown();
  }

  private <T extends Node> T find(String selector) {
    @SuppressWarnings("unchecked")
    T found = (T) Screen.see(() -> laboratory.scene().getRoot().lookup(selector));
    assertThat(found).as(selector).isNotNull();
    return found;
  }

  private String text(String selector) {
    Labeled label = find(selector);
    return Screen.see(label::getText);
  }

  private void type(String selector, String text) {
    TextInputControl field = find(selector);
    Screen.act(() -> field.setText(text));
  }

  private void show(String page) {
    Screen.act(
        () ->
            laboratory.scene().getRoot().lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(page))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  private void runOrStop() {
    Button run = find("#lab-run");
    Screen.act(run::fire);
  }

  private void untilRun() {
    Screen.until(() -> "Run".equals(this.<Button>find("#lab-run").getText()));
  }

  private List<String> shownTexts() {
    return Screen.see(
        () ->
            laboratory.scene().getRoot().lookupAll(".label").stream()
                .filter(LaboratoryTest::isShown)
                .map(label -> ((Label) label).getText())
                .toList());
  }

  private static boolean isShown(Node node) {
    for (Node it = node; it != null; it = it.getParent()) {
      if (!it.isVisible()) {
        return false;
      }
    }
    return node instanceof Label;
  }

  @Test
  void saysWhatToDoAtFirst() {
    assertThat(shownTexts()).anyMatch(text -> text.contains("then press Run"));
  }

  @Test
  void showsARunToItsEndBesideTheory() {
    type("#lab-peers", "1e2");
    runOrStop();
    untilRun();
    Slider scrub = find("#lab-round");
    Screen.act(() -> scrub.setValue(scrub.getMax()));

    assertThat(text("#lab-state")).contains("100 of 100 have heard");
    Screen.until(() -> text("#lab-theory").startsWith("Theory: exact mean"));
    assertThat(this.<Node>find("#lab-coverage").isVisible()).isTrue();
  }

  @Test
  void goesBackToAnEarlierRound() {
    type("#lab-peers", "100");
    runOrStop();
    untilRun();
    Slider scrub = find("#lab-round");
    Screen.act(() -> scrub.setValue(0));

    assertThat(text("#lab-state")).startsWith("Round 0 of ").contains("1 of 100 have heard");
  }

  @Test
  void aWrongNumberIsNamedWhereItStandsAndNothingRuns() {
    type("#lab-peers", "one");

    assertThat(shownTexts())
        .contains("Peers: a whole number from 2 to 10,000,000, such as 1000 or 1e6.");
    assertThat(this.<Button>find("#lab-run").isDisabled()).isTrue();

    type("#lab-peers", "2");
    assertThat(this.<Button>find("#lab-run").isDisabled()).isFalse();
  }

  @Test
  void theScaleMovesInRoundNumbersAndFollowsWhatIsTyped() {
    Slider scale = find("#lab-peers-scale");
    Screen.act(() -> scale.setValue(5.5));
    TextInputControl field = find("#lab-peers");

    String shown = Screen.see(field::getText);
    assertThat(shown).isEqualTo("320,000");
    type("#lab-peers", "1e6");
    double place = Screen.see(scale::getValue);
    assertThat(place).isEqualTo(6);
  }

  @Test
  void whatDoesNotFitIsRefusedInWords() {
    type("#lab-peers", "1e6");
    ComboBox<Strategy> strategy = find("#lab-strategy");
    Screen.act(() -> strategy.setValue(Strategy.FLOOD));
    runOrStop();
    untilRun();

    assertThat(shownTexts())
        .anyMatch(
            text ->
                text.startsWith("Flood on a complete network of 1000000 peers sends nearly")
                    && text.endsWith("it takes up to 100000 peers."));
  }

  @Test
  void aRunThatIsStoppedStaysAsFarAsItCame() {
    type("#lab-peers", "50000");
    ComboBox<TopologyForm> wiring = find("#lab-wiring");
    Screen.act(() -> wiring.setValue(new Ring().form()));
    runOrStop();
    Screen.until(() -> text("#lab-state").contains(" so far"));
    assertThat(text("#lab-run")).isEqualTo("Stop");
    runOrStop();
    untilRun();

    assertThat(text("#lab-state")).contains("of 50,000 have heard").doesNotContain("so far");
    assertThat(text("#lab-theory")).contains("only its neighbours");
  }

  @Test
  void manyRunsFillTheirChartsAndCanBeSaved() throws IOException {
    show("Many runs");
    type("#lab-peers", "60");
    Spinner<Integer> runs = find("#lab-runs");
    Screen.act(() -> runs.getValueFactory().setValue(80));
    runOrStop();
    untilRun();

    assertThat(text("#lab-many-state")).isEqualTo("80 of 80 runs");
    assertThat(shownTexts()).contains("Each of these runs has reached all peers.", "Tail");
    Screen.until(() -> shownTexts().stream().anyMatch(it -> it.startsWith("Theory: exact")));
    fileName = "band.csv";
    save("lab-save-coverage");
    Screen.until(() -> text("#lab-saved").startsWith("Saved to "));
    assertThat(Files.readAllLines(folder.resolve(fileName)))
        .first()
        .isEqualTo("rounds,median of the runs,theory,low 1,high 1");
  }

  @Test
  void aChartIsSavedAsVectorsAndTheFieldAsPixels() throws IOException {
    type("#lab-peers", "60");
    runOrStop();
    untilRun();
    fileName = "curve.svg";
    save("lab-save-coverage");
    Screen.until(() -> text("#lab-saved").contains("curve.svg"));
    assertThat(Files.readString(folder.resolve(fileName))).contains("<svg").contains("this run");
    fileName = "field.png";
    save("lab-save-field");
    Screen.until(() -> text("#lab-saved").contains("field.png"));
    assertThat(Files.size(folder.resolve(fileName))).isGreaterThan(500);
  }

  private void save(String id) {
    SaveMenu menu = find("#lab-save");
    Screen.act(menu::show);
    Screen.act(
        () ->
            menu.getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .map(MenuItem.class::cast)
                .orElseThrow()
                .fire());
    Screen.act(menu::hide);
  }

  @Test
  void anEngineerGetsAnAnswerInASentence() {
    show("For engineers");
    type("#eng-peers", "100");
    runOrStop();
    untilRun();

    assertThat(text("#eng-sentence"))
        .startsWith("99 % have heard a rumour after ")
        .contains("Each peer sends 12");
  }

  @Test
  void theValidationFillsItsTableAndKeepsWhatIsThereWhenStopped() {
    show("Validation");
    runOrStop();
    TableView<ComparedFigure> table = find("#validation-table");
    Screen.until(() -> table.getItems().size() > 5);
    runOrStop();
    untilRun();

    assertThat(text("#validation-state")).contains("then called off").contains(" 0 off");
    assertThat(Screen.see(() -> List.copyOf(table.getItems())))
        .hasSizeBetween(6, Validation.FIGURES - 1)
        .allMatch(ComparedFigure::holds);
  }

  @Test
  void itsKeyRunsIt() {
    type("#lab-peers", "60");
    Screen.act(() -> laboratory.scene().getAccelerators().values().iterator().next().run());
    untilRun();

    assertThat(text("#lab-state")).contains(" of 60 have heard");
  }
}
