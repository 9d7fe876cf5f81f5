package p2pgossip.ui.spacetime;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Stands where there is no rumour whose copies could be shown, and says what to do.
final class EmptyDiagramHint extends VBox {

  private final Label advice = new Label();

  EmptyDiagramHint() {
    super(8);
    getStyleClass().add("empty-diagram");
    setAlignment(Pos.CENTER);
    setMouseTransparent(true);
    Label title = new Label("No rumour to follow");
    title.getStyleClass().add("title");
    advice.setWrapText(true);
    advice.setTextAlignment(TextAlignment.CENTER);
    advice.setMaxWidth(340);
    getChildren().addAll(new FontIcon(Feather.TRENDING_UP), title, advice);
  }

  void show(SpaceTimeView view) {
    advice.setText(
        view.live()
            ? "Spread a rumour, and every copy of it becomes an arrow here, from the one who sent"
                + " it to the one who got it."
            : "Move on in the recording until a rumour is told.");
  }
}
