package p2pgossip.ui.window;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.command.WindowCommands;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.swarm.SwarmActions;

/// What can be done while the graph, the curve and the story are presented: tell a rumour, let time
/// stand still, take a step, leave. It hides when the pointer rests, and is there again when the
/// pointer moves or a key is pressed. FX thread only.
final class PresentationBar extends HBox {

  /// How long the pointer rests before the bar hides.
  private static final Duration REST = Duration.seconds(3);

  private final Button tell = new Button("Tell a rumour", new FontIcon(Feather.VOLUME_2));
  private final Button step = new Button("Step", new FontIcon(Feather.SKIP_FORWARD));
  private final ToggleButton pause = new ToggleButton("Pause", new FontIcon(Feather.PAUSE));
  private final PauseTransition rest = new PauseTransition(REST);

  /// @param actions on all peers that are seen
  /// @param window leaves the presentation
  PresentationBar(SwarmActions actions, WindowActions window) {
    super(10);
    rest.setOnFinished(_ -> hideAtRest());
    setId("presentation-bar");
    getStyleClass().add("presentation-bar");
    setAlignment(Pos.CENTER);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    tell.setId("presentation-tell");
    tell.getStyleClass().add(Styles.ACCENT);
    tell.setOnAction(_ -> actions.spread("", true));
    pause.setId("presentation-pause");
    pause.setOnAction(_ -> actions.change(it -> it.withPaused(pause.isSelected())));
    Hint.on(pause, "Let all peers stand still, or go on");
    step.setId("presentation-step");
    step.setOnAction(_ -> actions.stepPeriod());
    Hint.on(step, "Every peer begins one period");
    Button leave =
        WindowCommands.PRESENT.on(
            new Button("Leave", new FontIcon(Feather.MINIMIZE_2)), window, "Back to the window");
    leave.setId("presentation-leave");
    List.of(tell, pause, step, leave).forEach(it -> it.setMinWidth(Region.USE_PREF_SIZE));
    getChildren().addAll(tell, pause, step, leave);
    wake();
  }

  /// Lets it appear whenever the pointer moves over this node, or a key is pressed in it.
  void follow(Node over) {
    over.addEventFilter(MouseEvent.MOUSE_MOVED, _ -> wake());
    over.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> wake());
    over.addEventFilter(KeyEvent.KEY_PRESSED, _ -> wake());
  }

  /// @param able whether there is a peer that can tell a rumour and take a step
  /// @param paused whether all stand still
  void show(boolean able, boolean paused) {
    tell.setDisable(!able);
    step.setDisable(!able);
    pause.setSelected(paused);
    pause.setText(paused ? "Go on" : "Pause");
    pause.setGraphic(new FontIcon(paused ? Feather.PLAY : Feather.PAUSE));
  }

  /// Appears, and hides again once the pointer rests.
  void wake() {
    setVisible(true);
    rest.playFromStart();
  }

  private void hideAtRest() {
    if (isHover() || isFocusWithin()) {
      rest.playFromStart();
    } else {
      setVisible(false);
    }
  }

  /// No longer appears or hides by itself. Idempotent.
  void stop() {
    rest.stop();
  }
}
