package p2pgossip.ui.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.experiment.Validation;
import p2pgossip.gossip.Strategy;
import p2pgossip.scenario.ComparedFigure;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Screen;
import p2pgossip.topology.Ring;
import p2pgossip.topology.TopologyForm;

/// The window of the laboratory, with runs of its own.
@ExtendWith(OnScreen.class)
class LaboratoryTest {

  @TempDir static Path folder;

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

  @Test
  void saysWhatToDoAtFirst() {
    assertThat(lab.shownTexts()).anyMatch(text -> text.contains("then press Run"));
  }

  @Test
  void showsARunToItsEndBesideTheory() {
    lab.type("#lab-peers", "1e2");
    lab.runOrStop();
    lab.untilRun();
    Slider scrub = lab.find("#lab-round");
    Screen.act(() -> scrub.setValue(scrub.getMax()));

    assertThat(lab.text("#lab-state")).contains("100 of 100 have heard");
    Screen.until(() -> lab.text("#lab-theory").startsWith("Theory: exact mean"));
    assertThat(lab.<Node>find("#lab-coverage").isVisible()).isTrue();
  }

  @Test
  void goesBackToAnEarlierRound() {
    lab.type("#lab-peers", "100");
    lab.runOrStop();
    lab.untilRun();
    Slider scrub = lab.find("#lab-round");
    Screen.act(() -> scrub.setValue(0));

    assertThat(lab.text("#lab-state")).startsWith("Round 0 of ").contains("1 of 100 have heard");
  }

  @Test
  void aWrongNumberIsNamedWhereItStandsAndNothingRuns() {
    lab.type("#lab-peers", "one");

    assertThat(lab.shownTexts())
        .contains("Peers: a whole number from 2 to 10,000,000, such as 1000 or 1e6.");
    assertThat(lab.<Button>find("#lab-run").isDisabled()).isTrue();

    lab.type("#lab-peers", "2");
    assertThat(lab.<Button>find("#lab-run").isDisabled()).isFalse();
  }

  @Test
  void theScaleMovesInRoundNumbersAndFollowsWhatIsTyped() {
    Slider scale = lab.find("#lab-peers-scale");
    Screen.act(() -> scale.setValue(5.5));
    TextInputControl field = lab.find("#lab-peers");

    String shown = Screen.see(field::getText);
    assertThat(shown).isEqualTo("320,000");
    lab.type("#lab-peers", "1e6");
    double place = Screen.see(scale::getValue);
    assertThat(place).isEqualTo(6);
  }

  @Test
  void whatDoesNotFitIsRefusedInWords() {
    lab.type("#lab-peers", "1e6");
    ComboBox<Strategy> strategy = lab.find("#lab-strategy");
    Screen.act(() -> strategy.setValue(Strategy.FLOOD));
    lab.runOrStop();
    lab.untilRun();

    assertThat(lab.shownTexts())
        .anyMatch(
            text ->
                text.startsWith("Flood on a complete network of 1000000 peers sends nearly")
                    && text.endsWith("it takes up to 100000 peers."));
  }

  @Test
  void aRunThatIsStoppedStaysAsFarAsItCame() {
    lab.type("#lab-peers", "50000");
    ComboBox<TopologyForm> wiring = lab.find("#lab-wiring");
    Screen.act(() -> wiring.setValue(new Ring().form()));
    lab.runOrStop();
    Screen.until(() -> lab.text("#lab-state").contains(" so far"));
    assertThat(lab.text("#lab-run")).isEqualTo("Stop");
    lab.runOrStop();
    lab.untilRun();

    assertThat(lab.text("#lab-state")).contains("of 50,000 have heard").doesNotContain("so far");
    assertThat(lab.text("#lab-theory")).contains("only its neighbours");
  }

  @Test
  void manyRunsFillTheirChartsAndCanBeSaved() throws IOException {
    lab.show("Many runs");
    lab.type("#lab-peers", "60");
    Spinner<Integer> runs = lab.find("#lab-runs");
    Screen.act(() -> runs.getValueFactory().setValue(80));
    lab.runOrStop();
    lab.untilRun();

    assertThat(lab.text("#lab-many-state")).isEqualTo("80 of 80 runs");
    assertThat(lab.shownTexts()).contains("Each of these runs has reached all peers.", "Tail");
    Screen.until(() -> lab.shownTexts().stream().anyMatch(it -> it.startsWith("Theory: exact")));
    String fileName = "band.csv";
    lab.save("lab-save-coverage", fileName);
    Screen.until(() -> lab.text("#lab-saved").startsWith("Saved to "));
    assertThat(Files.readAllLines(folder.resolve(fileName)))
        .first()
        .isEqualTo("rounds,median of the runs,theory,low 1,high 1");
  }

  @Test
  void aChartIsSavedAsVectorsAndTheFieldAsPixels() throws IOException {
    lab.type("#lab-peers", "60");
    lab.runOrStop();
    lab.untilRun();
    String curve = "curve.svg";
    lab.save("lab-save-coverage", curve);
    Screen.until(() -> lab.text("#lab-saved").contains("curve.svg"));
    assertThat(Files.readString(folder.resolve(curve))).contains("<svg").contains("this run");
    String field = "field.png";
    lab.save("lab-save-field", field);
    Screen.until(() -> lab.text("#lab-saved").contains("field.png"));
    assertThat(Files.size(folder.resolve(field))).isGreaterThan(500);
  }

  @Test
  void anEngineerGetsAnAnswerInASentence() {
    lab.show("For engineers");
    lab.type("#eng-peers", "100");
    lab.runOrStop();
    lab.untilRun();

    assertThat(lab.text("#eng-sentence"))
        .startsWith("99 % have heard a rumour after ")
        .contains("Each peer sends 12");
  }

  @Test
  void theValidationFillsItsTableAndKeepsWhatIsThereWhenStopped() {
    lab.show("Validation");
    lab.runOrStop();
    TableView<ComparedFigure> table = lab.find("#validation-table");
    Screen.until(() -> table.getItems().size() > 5);
    lab.runOrStop();
    lab.untilRun();

    assertThat(lab.text("#validation-state")).contains("then stopped").contains(" 0 off");
    assertThat(Screen.see(() -> List.copyOf(table.getItems())))
        .hasSizeBetween(6, Validation.FIGURES - 1)
        .allMatch(ComparedFigure::holds);
  }

  @Test
  void itsKeyRunsIt() {
    lab.type("#lab-peers", "60");
    Screen.act(() -> lab.scene().getAccelerators().values().iterator().next().run());
    lab.untilRun();

    assertThat(lab.text("#lab-state")).contains(" of 60 have heard");
  }
}
