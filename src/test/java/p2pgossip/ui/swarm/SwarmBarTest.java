package p2pgossip.ui.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.pace.Pace;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Screen;

@ExtendWith(OnScreen.class)
class SwarmBarTest {

  private static final PeerSettings SETTINGS =
      PeerSettings.DEFAULT.withPeriod(Duration.ofSeconds(1));

  private final Hand robot = new Hand();
  private final Recorder<String> asked = new Recorder<>();
  private PeerSettings settings = SETTINGS;

  @SuppressWarnings("NullAway.Init")
  private SwarmBar bar;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    bar = new SwarmBar(new Asked());
    BorderPane root = new BorderPane();
    root.setTop(bar);
    stage.setScene(new Scene(root, 900, 100));
    stage.show();
  }

  private void show(int wanted, int running, PeerSettings shown, boolean starting) {
    robot.interact(
        () -> bar.show(new SwarmView(wanted, running, "small world", shown, starting, null, null)));
  }

  private void fire(String selector) {
    ButtonBase button = robot.lookup(selector).query();
    robot.interact(button::fire);
  }

  private String count() {
    return robot.lookup(".swarm-count").queryLabeled().getText();
  }

  @Test
  void tellsHowManyRunOfThoseThatWereAskedFor() {
    show(24, 24, SETTINGS, false);
    String all = count();
    show(24, 23, SETTINGS, false);

    assertThat(all).isEqualTo("24 peers");
    assertThat(count()).isEqualTo("23 of 24 peers");
  }

  @Test
  void showsThatPeersAreStillBeingStarted() {
    show(24, 6, SETTINGS, true);
    boolean starting = robot.lookup(".progress-bar").query().isVisible();
    show(24, 24, SETTINGS, false);

    assertThat(starting).isTrue();
    assertThat(robot.lookup(".progress-bar").query().isVisible()).isFalse();
  }

  @Test
  void asksForNothingWhileItFollowsWhatItIsShown() {
    show(24, 24, SETTINGS.withPaused(true).withPeriod(Duration.ofSeconds(30)), false);
    show(24, 24, SETTINGS.withSpreading(Spreading.DEFAULT.withStrategy(Strategy.FLOOD)), false);

    assertThat(asked).isEmpty();
    assertThat(robot.lookup("#swarm-strategy").queryLabeled().getText()).isEqualTo("flood");
  }

  @Test
  void pausesStepsForgetsAndEndsAll() {
    show(24, 24, SETTINGS, false);
    fire("#swarm-pause");
    fire("#swarm-step");
    fire("#swarm-slow");
    fire("#swarm-slow");
    fire("#swarm-reset");
    fire("#swarm-stop");

    assertThat(asked)
        .containsExactly("change", "step", "slow true", "slow false", "forget", "stop");
    assertThat(settings).isEqualTo(SETTINGS.withPaused(true));
  }

  @Test
  void setsThePaceOfVirtualTimeInPlaceOfSlowMotion() {
    robot.interact(
        () -> bar.show(new SwarmView(24, 24, "small world", SETTINGS, false, new Pace(0.1), null)));
    MenuButton pace = robot.lookup("#swarm-pace").query();
    boolean slow = robot.lookup("#swarm-slow").query().isVisible();
    String words = pace.getText();
    robot.interact(() -> pace.getItems().getLast().fire());
    show(24, 24, SETTINGS, false);

    assertThat(words).isEqualTo("1/10 ×");
    assertThat(slow).isFalse();
    assertThat(asked).containsExactly("pace at once");
    assertThat(pace.isVisible()).isFalse();
    assertThat(robot.lookup("#swarm-slow").query().isVisible()).isTrue();
  }

  @Test
  void changesThePeriodOfAll() {
    show(24, 24, SETTINGS, false);
    Slider period = robot.lookup("#swarm-period").query();
    robot.interact(() -> period.setValue(1));

    assertThat(settings.period()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void tellsWhatIsTypedAndEmptiesTheField() {
    show(24, 24, SETTINGS, false);
    robot.clickOn("#swarm-rumor").write("It rains", 0).type(KeyCode.ENTER);
    SplitMenuButton spread = robot.lookup("#swarm-spread").query();
    robot.interact(spread::fire);
    robot.interact(() -> spread.getItems().getLast().fire());

    assertThat(asked)
        .containsExactly("spread It rains at random", "spread  at random", "spread  at selected");
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void fitsTheSmallestWindowWithEachStrategy(Strategy strategy) {
    show(300, 299, SETTINGS.withSpreading(Spreading.DEFAULT.withStrategy(strategy)), false);

    assertThat(wrongAt(900)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {900, 1_000, 1_149, 1_150, 1_280, 1_379, 1_380, 1_900})
  void fitsAnyWindow(double width) {
    show(300, 299, SETTINGS, false);

    assertThat(wrongAt(width)).isEmpty();
  }

  private List<String> wrongAt(double width) {
    return Screen.see(
        () -> {
          bar.resize(width, 50);
          bar.applyCss();
          bar.layout();
          return wrong();
        });
  }

  /// What is cut off, lies beyond the edge, or covers its neighbour.
  private List<String> wrong() {
    List<String> wrong = new ArrayList<>();
    double end = 0;
    for (Node node : bar.getChildren()) {
      if (node.isManaged()) {
        if (node.getBoundsInParent().getMinX() < end - 0.5) {
          wrong.add(node + " begins before what stands on its left ends");
        }
        end = node.getBoundsInParent().getMaxX();
        boolean worded =
            node instanceof Labeled labeled
                && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY;
        if (worded
            && node.lookup(".text") instanceof Text text
            && !text.getText().equals(((Labeled) node).getText())) {
          wrong.add("cut: " + ((Labeled) node).getText());
        }
      }
    }
    if (end > bar.getWidth()) {
      wrong.add("it ends at " + end);
    }
    return wrong;
  }

  private final class Asked implements SwarmActions {
    @Override
    public void change(UnaryOperator<PeerSettings> how) {
      asked.accept("change");
      settings = how.apply(settings);
    }

    @Override
    public void setSlowMotion(boolean slow) {
      asked.accept("slow " + slow);
    }

    @Override
    public void setPace(Pace pace) {
      asked.accept("pace " + pace.inWords());
    }

    @Override
    public void stepPeriod() {
      asked.accept("step");
    }

    @Override
    public void spread(String text, boolean atRandom) {
      asked.accept("spread " + text + " at " + (atRandom ? "random" : "selected"));
    }

    @Override
    public void forgetRumors() {
      asked.accept("forget");
    }

    @Override
    public void stop() {
      asked.accept("stop");
    }
  }
}
