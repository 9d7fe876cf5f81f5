package p2pgossip.ui.dialog;

import java.nio.file.Path;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.ShownText;

/// Asks whether a file may be replaced. FX thread only.
final class ReplaceQuestion {

  private ReplaceQuestion() {}

  /// Returns when there is an answer. Enter replaces nothing.
  ///
  /// @param owner the window in front of which to ask; null for none
  /// @return whether it may be replaced
  static boolean ask(@Nullable Window owner, Path file) {
    ButtonType replace = new ButtonType("Replace", ButtonData.APPLY);
    ButtonType keep = new ButtonType("Choose another name", ButtonData.CANCEL_CLOSE);
    String name = ShownText.of(String.valueOf(file.getFileName()));
    Alert question =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            "It is in " + ShownText.of(String.valueOf(file.toAbsolutePath().getParent())) + ".",
            keep,
            replace);
    question.initOwner(owner);
    question.setTitle("p2pgossip – replace a file");
    question.setHeaderText("There is a file “" + name + "” already. Replace it?");
    question.getDialogPane().setId("replace-question");
    return question.showAndWait().filter(replace::equals).isPresent();
  }
}
