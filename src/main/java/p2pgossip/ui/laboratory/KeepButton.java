package p2pgossip.ui.laboratory;

import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.hint.Hint;

/// Keeps what a page shows, to be compared with others. FX thread only.
final class KeepButton extends Button {

  /// @param id by which it is found in the scene
  KeepButton(String id, Runnable keep) {
    super("Keep", new FontIcon(Feather.BOOKMARK));
    setId(id);
    setMinWidth(USE_PREF_SIZE);
    setDisable(true);
    Hint.on(this, "Keep this result on the page Compare, beside others");
    setOnAction(
        _ -> {
          setDisable(true);
          keep.run();
        });
  }

  /// Whether there is a result to be kept.
  void offer(boolean there) {
    setDisable(!there);
  }
}
