package p2pgossip.ui.log;

import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A short message over the list. A success disappears by itself; a failure stays until it is
/// closed.
final class Notice extends HBox {

  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final Label words = new Label();
  private final PauseTransition shortly = new PauseTransition(Duration.seconds(5));

  Notice() {
    getStyleClass().addAll("notice", Styles.TEXT_SMALL);
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    words.setWrapText(true);
    words.setMaxWidth(420);
    getChildren().addAll(words, Buttons.icon(Feather.X, "Close", this::close));
    managedProperty().bind(visibleProperty());
    shortly.setOnFinished(_ -> close());
    close();
  }

  void succeeded(String sentence) {
    show(sentence, Feather.CHECK, false);
    shortly.playFromStart();
  }

  void failed(String sentence) {
    show(sentence, Feather.ALERT_TRIANGLE, true);
    shortly.stop();
  }

  private void show(String sentence, Feather icon, boolean failed) {
    words.setText(sentence);
    words.setGraphic(new FontIcon(icon));
    pseudoClassStateChanged(FAILED, failed);
    setVisible(true);
  }

  private void close() {
    setVisible(false);
  }
}
