package p2pgossip.ui.window;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import p2pgossip.ui.dialog.Dialogue;

/// First steps, and every key.
final class HelpDialog {

  private final Stage stage;

  HelpDialog(Stage owner) {
    Label steps =
        new Label(
            """
            1.  Press Start: this peer now listens on its port.
            2.  Press Ctrl+Shift+N for a second window, already connected to this one.
            3.  Watch the messages travel; click a peer to see what is known of it.
            4.  Switch on Update, and peers learn of one another without being told.\
            """);
    steps.setWrapText(true);
    GridPane keys = new GridPane(16, 7);
    int count = Shortcuts.IN_WORDS.size();
    int rows = Math.ceilDiv(count, 2);
    int index = 0;
    for (var entry : Shortcuts.IN_WORDS.entrySet()) {
      Label key = new Label(entry.getKey());
      key.getStyleClass().addAll("key", Styles.TEXT_SMALL);
      key.setMinWidth(Region.USE_PREF_SIZE);
      Label words = new Label(entry.getValue());
      words.setMinWidth(Region.USE_PREF_SIZE);
      int column = 2 * (index / rows);
      keys.addColumn(column, key);
      keys.addColumn(column + 1, words);
      index++;
    }
    Label first = new Label("First steps");
    Label second = new Label("Keys");
    first.getStyleClass().add(Styles.TITLE_4);
    second.getStyleClass().add(Styles.TITLE_4);
    VBox root = new VBox(12, first, steps, second, keys);
    root.getStyleClass().addAll("peer-window", "help");
    stage = Dialogue.over(owner, "keys and first steps", root);
    // The key that opened it closes it too.
    stage
        .getScene()
        .addEventHandler(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (event.getCode() == KeyCode.F1) {
                stage.close();
              }
            });
  }

  void show() {
    stage.show();
  }
}
