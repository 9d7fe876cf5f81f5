package p2pgossip.ui.spread;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Stands where there is no curve yet, and says what to do.
final class SpreadHint extends VBox {

  private final Label title = new Label();
  private final Label advice = new Label();

  SpreadHint() {
    super(8);
    getStyleClass().add("spread-hint");
    setAlignment(Pos.CENTER);
    title.getStyleClass().add("title");
    title.setWrapText(true);
    title.setTextAlignment(TextAlignment.CENTER);
    advice.setWrapText(true);
    advice.setTextAlignment(TextAlignment.CENTER);
    // That of a text of one line, which may have been wider before.
    advice.setAlignment(Pos.CENTER);
    advice.setMaxWidth(360);
    getChildren().addAll(new FontIcon(Feather.RADIO), title, advice);
  }

  void show(SpreadView view) {
    if (!view.rumors().isEmpty()) {
      title.setText("No rumour chosen");
      advice.setText("Choose one in the list to see how it spread.");
    } else if (view.live()) {
      title.setText("No rumour yet");
      advice.setText(
          "Type something above, or nothing, and press Spread. Its way from peer to peer appears"
              + " here.");
    } else {
      title.setText("No rumour up to here");
      advice.setText("Move on in the recording.");
    }
  }
}
