package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.testing.Screen;
import p2pgossip.ui.graph.GraphPane;

/// The graph, the curve and the story alone, before a class.
class PresentationWindowTest extends SwarmInWindow {

  private static final double READABLE_FROM_AFAR = 24;

  private BorderPane root() {
    return (BorderPane) work.first().stage().getScene().getRoot();
  }

  private void present() {
    // The headless screen can't draw a window that reaches over its edges.
    robot.interact(
        () -> {
          work.first().stage().setX(0);
          work.first().stage().setY(0);
        });
    robot.type(KeyCode.F11);
    work.until(() -> isThere("#presentation-bar"));
  }

  private boolean isThere(String selector) {
    return robot.lookup(selector).tryQuery().isPresent();
  }

  private GraphPane graph() {
    return work.find(".graph-pane");
  }

  private double pixels() {
    return work.see(() -> work.<Canvas>find("#graph-canvas").getWidth() / graph().getWidth());
  }

  @Test
  void theWindowIsAsItWasAfterwards() {
    ring(LIVELY);
    robot.interact(() -> root().layout());
    double divider = work.see(() -> split().getDividerPositions()[0]);
    Node form = work.see(() -> root().getLeft());
    present();
    boolean alone = !isThere("#deck") && root().getLeft() == null && root().getTop() == null;
    robot.interact(() -> root().layout());
    double magnified = pixels();
    robot.type(KeyCode.F11);
    work.until(() -> !isThere("#presentation-bar"));
    robot.interact(() -> root().layout());

    assertThat(alone).as("nothing else is there").isTrue();
    assertThat(magnified).isEqualTo(Presentation.MAGNIFICATION);
    assertThat(pixels()).isEqualTo(1);
    assertThat(isThere("#deck")).isTrue();
    assertThat(work.see(() -> root().getLeft())).isNotNull().isSameAs(form);
    assertThat(work.see(() -> graphIsFirst())).isTrue();
    assertThat(work.see(() -> split().getDividerPositions()[0])).isCloseTo(divider, within(0.02));
  }

  private SplitPane split() {
    return work.find("#graph-and-log");
  }

  private boolean graphIsFirst() {
    Node first = split().getItems().getFirst();
    for (Node node = graph(); node != null; node = node.getParent()) {
      if (node.equals(first)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void leavingTheFullScreenLeavesIt() {
    ring(LIVELY);
    present();
    boolean full = work.see(() -> work.first().stage().isFullScreen());
    robot.interact(() -> work.first().stage().setFullScreen(false));
    work.until(() -> !isThere("#presentation-bar"));

    assertThat(full).isTrue();
    assertThat(isThere("#deck")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "F2, #lesson-pane",
    "Shortcut+Home, #first-page",
    "Shortcut+B, .side",
    "Shortcut+1, #deck",
    "Shortcut+F, .log-pane"
  })
  void whatItHidesIsShownWhenItsKeyIsPressed(String key, String shown) {
    ring(LIVELY);
    present();
    boolean hidden = !isThere(shown) || !work.see(() -> Screen.isSeen(work.find(shown)));
    press(key);
    work.until(() -> isThere(shown) && Screen.isSeen(work.find(shown)));

    assertThat(hidden).isTrue();
    assertThat(isThere("#presentation-bar")).isFalse();
  }

  /// As its key would.
  private void press(String key) {
    Runnable action =
        Objects.requireNonNull(
            root().getScene().getAccelerators().get(KeyCombination.valueOf(key)));
    robot.interact(action);
  }

  @ParameterizedTest
  @CsvSource({"1280, 800", "1920, 1080"})
  void allOfItCanBeReadFromAfarAndNothingIsCut(double width, double height) {
    ring(LIVELY);
    present();
    fire("#presentation-tell");
    work.until(() -> network().view().measured() != null);
    List<Text> texts =
        work.see(
            () -> {
              work.<PresentationBar>find("#presentation-bar").wake();
              root().resize(width, height);
              root().applyCss();
              root().layout();
              return root().lookupAll(".text").stream()
                  .filter(Text.class::isInstance)
                  .map(Text.class::cast)
                  .filter(Screen::isSeen)
                  .toList();
            });

    assertThat(texts).extracting(Text::getText).contains("Tell a rumour", "Coverage");
    for (Text text : texts) {
      double size = text.getFont().getSize() * text.getLocalToSceneTransform().getMxx();
      Bounds bounds = text.localToScene(text.getLayoutBounds());
      assertThat(size).as(text.getText()).isGreaterThanOrEqualTo(READABLE_FROM_AFAR);
      assertThat(bounds.getMinX()).as(text.getText()).isGreaterThanOrEqualTo(0);
      assertThat(bounds.getMaxX()).as(text.getText()).isLessThanOrEqualTo(width);
      assertThat(bounds.getMaxY()).as(text.getText()).isLessThanOrEqualTo(height);
    }
    assertThat(
            work.see(
                () ->
                    root().lookupAll("#presentation-bar .button").stream()
                        .map(Labeled.class::cast)
                        .filter(Labeled::isTextTruncated)
                        .toList()))
        .isEmpty();
  }

  @Test
  void theBarActsOnAllPeers() {
    ring(LIVELY);
    present();
    fire("#presentation-tell");
    work.until(() -> network().view().measured() != null);
    fire("#presentation-pause");
    work.until(() -> settingsOfAll().stream().allMatch(it -> it.paused()));
    String words = work.see(() -> work.<Labeled>find("#presentation-pause").getText());
    fire("#presentation-pause");
    work.until(() -> settingsOfAll().stream().noneMatch(it -> it.paused()));

    assertThat(words).isEqualTo("Go on");
    assertThat(work.see(() -> work.<Labeled>find("#presentation-pause").getText()))
        .isEqualTo("Pause");
  }

  @Test
  void theCurveIsThatOfTheChosenRumor() {
    List<p2pgossip.gossip.PeerAddress> ring = ring(LIVELY);
    SteerablePeer told = Objects.requireNonNull(swarm().peer(ring.getFirst()));
    present();
    String empty = spoken();
    robot.interact(() -> told.spread("The tram is late"));
    work.until(() -> spoken().contains("peers reached"));

    assertThat(empty).isEqualTo("Tell a rumour to see how far it comes.");
  }

  private String spoken() {
    return work.see(
        () -> String.valueOf(work.<Parent>find("#coverage-alone .plot").getAccessibleText()));
  }
}
