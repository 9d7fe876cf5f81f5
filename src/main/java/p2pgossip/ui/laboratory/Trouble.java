package p2pgossip.ui.laboratory;

import javafx.scene.control.Label;

/// Says what went wrong. It takes no room while nothing has. FX thread only.
final class Trouble extends Label {

  /// @param id by which it is found in the scene
  Trouble(String id) {
    super();
    setId(id);
    getStyleClass().add("form-error");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    visibleProperty().bind(textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }
}
