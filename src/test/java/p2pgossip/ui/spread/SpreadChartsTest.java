package p2pgossip.ui.spread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.network.Spread;

/// The charts and figures of the spreads that are shown.
class SpreadChartsTest extends SpreadPaneOnScreen {

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
}
