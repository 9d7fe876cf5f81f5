package p2pgossip.ui.laboratory;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.hint.Hint;

/// Lets work stand still and go on. FX thread only.
final class PauseButton extends Button {

  private final WatchedWork work;
  private final Hint hint = Hint.on(this, "");

  /// @param id by which it is found in the scene
  /// @param pressed is called after the work was paused or goes on
  PauseButton(String id, WatchedWork work, Runnable pressed) {
    super();
    this.work = work;
    setId(id);
    getStyleClass().add(Styles.BUTTON_ICON);
    setOnAction(
        _ -> {
          work.setPaused(!work.isPaused());
          follow();
          pressed.run();
        });
    follow();
  }

  /// Shows what it does now. To be called when work begins or ends.
  void follow() {
    String words = work.isPaused() ? "Go on" : "Pause";
    setGraphic(new FontIcon(work.isPaused() ? Feather.PLAY : Feather.PAUSE));
    setAccessibleText(words);
    hint.say(words);
    setDisable(!work.isUnderWay());
  }
}
