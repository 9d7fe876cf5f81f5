package p2pgossip.ui.spread;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.RumorSummary;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadFigures;
import p2pgossip.story.Mark;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Recorder;
import p2pgossip.ui.figure.Figure;

@ExtendWith(OnScreen.class)
class SpreadPaneTest {

  private static final String GOES_ON = ". Not over: something may carry it further.";

  private static final Spread NEWEST = SampleSpread.push("Newest", 24, 8, 2, 0, 3);
  private static final Spread MIDDLE = SampleSpread.push("In the middle", 24, 3, 1, 0.3, 2);
  private static final Spreading PUSH =
      new Spreading(Strategy.PUSH, 2, Interest.NEVER_LOST, Copy.MOST_HOPS);

  private static final Spread OLDEST = SampleSpread.push("Oldest", 8, 8, 1, 0, 1);

  /// The first happened before the rumour was told, and the last after all that the charts show.
  private static final List<Mark> MARKS =
      List.of(
          new Mark(SampleSpread.at(-1), Mark.Kind.BEGAN, "24 peers, ring"),
          new Mark(SampleSpread.BORN, Mark.Kind.TOLD, "\"Hark\""),
          new Mark(SampleSpread.at(0.5), Mark.Kind.FAULT, "loss of 20 % everywhere"),
          new Mark(SampleSpread.at(500), Mark.Kind.HEALED, "no loss any more"));

  private final Hand robot = new Hand();
  private final Recorder<String> asked = new Recorder<>();

  @SuppressWarnings("NullAway.Init")
  private SpreadPane pane;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    pane = new SpreadPane();
    pane.setActions(new RecordingActions());
    pane.setTheories(new Theories(Runnable::run, Platform::runLater));
    stage.setScene(new Scene(pane, 320, 900));
    stage.show();
  }

  private void show(@Nullable String obstacle, Spread... shown) {
    robot.interact(
        () -> {
          pane.show(view(obstacle, shown));
          pane.applyCss();
          pane.layout();
        });
  }

  /// The first is the chosen one.
  private static SpreadView view(@Nullable String obstacle, Spread... shown) {
    List<RumorSummary> rumors =
        List.of(NEWEST, MIDDLE, OLDEST).stream()
            .map(it -> new RumorSummary(it.rumor(), it.arrivals().size(), it.population()))
            .toList();
    return new SpreadView(
        rumors,
        shown.length == 0 ? null : shown[0].rumor().id(),
        Arrays.stream(shown).map(SpreadPaneTest::named).toList(),
        MARKS,
        SampleSpread.at(10),
        true,
        obstacle);
  }

  private static NamedSpread named(Spread spread) {
    return new NamedSpread(MeasuredSpread.of(spread, SampleSpread.at(10), _ -> false));
  }

  private Labeled figure(Figure<SpreadFigures> figure) {
    return robot.lookup("#figure-" + figure.name() + " .figure-value").queryLabeled();
  }

  private List<RumorCell> cells() {
    return robot
        .lookup(node -> node instanceof RumorCell cell && !cell.isEmpty())
        .<RumorCell>queryAll()
        .stream()
        .sorted((one, other) -> Integer.compare(one.getIndex(), other.getIndex()))
        .toList();
  }

  @Test
  void saysWhatToDoWhileThereIsNoRumor() {
    robot.interact(() -> pane.show(SpreadView.empty(SampleSpread.BORN)));

    assertThat(robot.lookup(".empty-state").query().isVisible()).isTrue();
    assertThat(robot.lookup(".empty-state .title").queryLabeled().getText())
        .isEqualTo("No rumour yet");
    assertThat(robot.lookup("#rumors").query().isVisible()).isFalse();
  }

  @Test
  void tellsWhatIsTypedFromHereAndClearsTheField() {
    robot.interact(() -> pane.show(SpreadView.empty(SampleSpread.BORN)));
    robot.clickOn("#rumor-text").write("The library closes").type(KeyCode.ENTER);

    assertThat(asked).containsExactly("spread The library closes HERE");
    assertThat(robot.lookup("#rumor-text").<TextField>query().getText()).isEmpty();
  }

  @Test
  void tellsANumberedRumorWhereNothingIsTyped() {
    show(null, NEWEST);
    robot.clickOn("Spread");

    assertThat(asked).containsExactly("spread Rumour 4 HERE");
  }

  @Test
  void tellsFromARandomPeerWhereThatIsWanted() {
    show(null, NEWEST);
    robot.clickOn("#spread-rumor .arrow-button").clickOn("From a random peer").clickOn("Spread");

    assertThat(asked).containsExactly("spread Rumour 4 ANYWHERE");
  }

  @Test
  void saysWhyNoRumorCanBeToldJustNow() {
    show("Not now.", NEWEST);

    assertThat(robot.lookup("#spread-rumor").query().isDisabled()).isTrue();
    assertThat(robot.lookup(".trouble").queryLabeled().getText()).isEqualTo("Not now.");
  }

  @Test
  void refusesATextThatIsTooLongInWords() {
    show(null, NEWEST);
    robot.interact(() -> robot.lookup("#rumor-text").<TextField>query().setText("é".repeat(3_000)));
    robot.clickOn("#rumor-text").type(KeyCode.ENTER);

    assertThat(asked).isEmpty();
    assertThat(robot.lookup(".trouble").queryLabeled().getText())
        .isEqualTo("Too long: 6,000 bytes of UTF-8, at most 4,096");
  }

  @Test
  void choosesTheRumorThatIsClicked() {
    show(null, NEWEST);
    robot.clickOn("In the middle");

    assertThat(asked).containsExactly("choose " + MIDDLE.rumor().id());
  }

  @Test
  void choosesByTheArrowKeysAndComparesWithSpace() {
    show(null, NEWEST);
    robot.interact(() -> robot.lookup("#rumors").query().requestFocus());
    robot.type(KeyCode.DOWN, KeyCode.SPACE);

    assertThat(asked)
        .containsExactly(
            "choose " + MIDDLE.rumor().id(), "compare " + MIDDLE.rumor().id() + " true");
  }

  @Test
  void marksNoOtherRumorThanTheViewSays() {
    show(null, MIDDLE);
    show(null, MIDDLE);

    assertThat(asked).isEmpty();
    assertThat(robot.lookup("#rumors").<RumorList>query().getSelectionModel().getSelectedItem())
        .isEqualTo(MIDDLE.rumor().id());
  }

  @Test
  void asksToCompareTheRumorThatIsTicked() {
    show(null, NEWEST);
    CheckBox box = robot.from(cells().get(2)).lookup(".check-box").query();
    robot.clickOn(box);

    assertThat(asked).containsExactly("compare " + OLDEST.rumor().id() + " true");
  }

  @Test
  void saysInEachLineHowFarARumorHasCome() {
    show(null, NEWEST);

    assertThat(cells())
        .extracting(RumorCell::getAccessibleText)
        .containsExactly(
            "Newest, heard by 24 of 24 peers, age: 10 s, chosen" + GOES_ON,
            "In the middle, heard by "
                + MIDDLE.arrivals().size()
                + " of 24 peers, age: 10 s"
                + GOES_ON,
            "Oldest, heard by " + OLDEST.arrivals().size() + " of 8 peers, age: 10 s" + GOES_ON);
  }

  @Test
  void showsTheFiguresWithTheirDefinitions() {
    show(null, NEWEST);

    assertThat(figure(SpreadFigure.REACHED).getText()).isEqualTo("24 of 24");
    Node half = robot.lookup("#figure-T50").query();
    assertThat(half.getAccessibleText()).matches("Half \\(t50\\): \\d.* m?s");
    assertThat(half.getAccessibleHelp())
        .endsWith("half of the peers had heard it. – while fewer have. Pauses do not count.");
  }

  @Test
  void makesATooltipOnlyWhenThePointerComes() {
    show(null, NEWEST);
    Node tile = robot.lookup("#figure-REACHED").query();
    assertThat(tile.getProperties().values()).noneMatch(Tooltip.class::isInstance);
    robot.moveTo(tile);

    assertThat(tile.getProperties().values()).anyMatch(Tooltip.class::isInstance);
  }

  @Test
  void listsTheFiguresOfSeveralSpreadsSideBySide() {
    show(null, NEWEST, MIDDLE);

    assertThat(robot.lookup(".figure-table").query().isVisible()).isTrue();
    assertThat(robot.lookup(".figure-tiles").query().isVisible()).isFalse();
    assertThat(robot.lookup(".spread-legend .label").<Labeled>queryAll())
        .extracting(Labeled::getText)
        .containsExactly("Newest", "complete", "In the middle", "stuck");
  }

  @Test
  void takesASpreadOutOfTheChartsByItsLegend() {
    show(null, NEWEST, MIDDLE);
    robot.interact(() -> robot.lookup(".legend-remove").<Button>query().fire());

    assertThat(asked).containsExactly("remove " + MIDDLE.rumor().id());
  }

  @Test
  void drawsAgainstPeriodsWhereThatIsWanted() {
    show(null, NEWEST);
    robot.clickOn("#against-periods");

    assertThat(plot("#coverage").getAccessibleText())
        .startsWith("Coverage against periods: Newest");
    assertThat(plot("#duplicates").getAccessibleText()).startsWith("Duplicates per period: Newest");
    robot.clickOn("#against-time");
    assertThat(plot("#coverage").getAccessibleText()).startsWith("Coverage against time: Newest");
  }

  @Test
  void saysThatTheoryNeedsSettingsThatNobodyHasShown() {
    show(null, NEWEST);
    assertThat(robot.lookup("#spread-theory").query().isVisible()).isFalse();
    robot.clickOn("#with-theory");

    assertThat(robot.lookup("#spread-theory").queryLabeled().getText())
        .isEqualTo("Theory needs the settings of the peers, and none has shown them.");
    assertThat(robot.lookup("#spread-laboratory").query().isDisabled()).isTrue();
  }

  @Test
  void drawsTheoryOverTheChosenSpreadWhereThatIsWanted() {
    show(null, SampleSpread.under(PUSH, NEWEST), MIDDLE);
    robot.clickOn("#with-theory");

    for (String against : List.of("time", "periods")) {
      robot.clickOn("#against-" + against);
      assertThat(plot("#coverage").getAccessibleText())
          .startsWith("Coverage against " + against + ": Newest")
          .endsWith("; with what theory says");
    }
    assertThat(robot.lookup("#spread-theory").queryLabeled().getText())
        .startsWith("Theory: exact mean and the band of 90 % of all runs")
        .contains("it is not known here which peers know each other");
    robot.clickOn("#with-theory");
    assertThat(plot("#coverage").getAccessibleText()).doesNotContain("theory");
    assertThat(robot.lookup("#spread-theory").query().isVisible()).isFalse();
  }

  @Test
  void opensTheChosenSpreadInTheLaboratory() {
    show(null, SampleSpread.under(PUSH, NEWEST), MIDDLE);
    robot.clickOn("#spread-laboratory");

    assertThat(asked).containsExactly("laboratory Newest");
  }

  @Test
  void readsOffTheValueUnderThePointer() {
    show(null, NEWEST);
    Bounds bounds = plot("#coverage").localToScreen(plot("#coverage").getBoundsInLocal());
    robot.moveTo(bounds.getMaxX() - 16, bounds.getCenterY());

    assertThat(robot.lookup("#coverage .reading-card .label").<Labeled>queryAll())
        .extracting(Labeled::getText)
        .satisfies(
            texts -> {
              assertThat(texts.getFirst()).startsWith("after ");
              assertThat(texts.getLast()).isEqualTo("100 %");
            });
  }

  private Node plot(String chart) {
    return robot.lookup(chart + " .plot").query();
  }

  @ParameterizedTest
  @CsvSource({
    "240, 400, 1",
    "260, 700, 3",
    "320, 900, 1",
    "640, 300, 2",
    "700, 560, 1",
    "1000, 420, 3"
  })
  void cutsNothingAndLetsNothingOverlapAtAnySize(double width, double height, int shown) {
    Spread[] spreads = Arrays.copyOf(new Spread[] {NEWEST, MIDDLE, OLDEST}, shown);
    List<String> faults = new ArrayList<>();
    robot.interact(
        () -> {
          pane.show(view(null, spreads));
          pane.resize(width, height);
          pane.applyCss();
          pane.layout();
          faultsOf(pane, faults);
          overlaps(robot.lookup(".charts").<Region>query().getChildrenUnmodifiable(), faults);
        });

    assertThat(faults).isEmpty();
  }

  /// Names are shortened on purpose; they are in a tooltip too.
  private static void faultsOf(Node node, List<String> faults) {
    boolean rumorText =
        node.getStyleClass().contains("rumor-text")
            || (node instanceof Labeled label
                && label.getText() != null
                && label.getText().equals("In the middle"));
    if (!node.isVisible() || !node.isManaged() || rumorText) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.lookup(".text") instanceof Text shown) {
      if (!shown.getText().isEmpty() && !shown.getText().equals(labeled.getText())) {
        faults.add("cut: " + labeled.getText());
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> faultsOf(child, faults));
    }
  }

  private static void overlaps(List<Node> nodes, List<String> faults) {
    for (Node one : nodes) {
      for (Node other : nodes) {
        Bounds bounds = other.getBoundsInParent();
        boolean meet =
            one != other
                && one.getBoundsInParent()
                    .intersects(
                        bounds.getMinX() + 1,
                        bounds.getMinY() + 1,
                        bounds.getWidth() - 2,
                        bounds.getHeight() - 2);
        if (meet) {
          faults.add(one + " overlaps " + other);
        }
      }
    }
  }

  @Test
  void whatHappenedIsMarkedOnTheChartsAgainstTimeAndAClickGoesThere() {
    show(null, NEWEST);
    robot.interact(pane::layout);
    List<Node> marks = List.copyOf(robot.lookup("#coverage .moment-mark").queryAll());

    assertThat(marks).hasSize(2);
    assertThat(marks.getFirst().getStyleClass()).contains("told");
    assertThat(marks.getLast().getStyleClass()).contains("fault");
    assertThat(marks.getFirst().getLayoutX()).isLessThan(marks.getLast().getLayoutX());
    robot.clickOn(marks.getLast());
    assertThat(asked).containsExactly("seek 500 ms");
    assertThat(robot.lookup("#duplicates .moment-mark").queryAll()).isNotEmpty();
    // There is no time on an axis of periods.
    robot.clickOn("#against-periods");
    robot.interact(pane::layout);
    assertThat(robot.lookup("#coverage .moment-marks").query().isVisible()).isFalse();
  }

  private final class RecordingActions implements SpreadActions {
    @Override
    public void seek(Instant moment) {
      asked.accept("seek " + Duration.between(SampleSpread.BORN, moment).toMillis() + " ms");
    }

    @Override
    public void openInLaboratory(NamedSpread spread) {
      asked.accept("laboratory " + spread.name());
    }

    @Override
    public void spread(String text, Start start) {
      asked.accept("spread " + text + " " + start);
    }

    @Override
    public void choose(RumorId rumor) {
      asked.accept("choose " + rumor);
    }

    @Override
    public void compare(RumorId rumor, boolean shown) {
      asked.accept("compare " + rumor + " " + shown);
    }

    @Override
    public void remove(NamedSpread spread) {
      asked.accept("remove " + spread.key());
    }
  }
}
