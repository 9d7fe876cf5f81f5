package p2pgossip.ui.laboratory;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.legend.DrawnLegend;

/// The field between its heading, with what enlarges it, and its legend. FX thread only.
final class FieldBox extends VBox {

  FieldBox(FieldView field, DrawnLegend legend) {
    super(6);
    Label heading = new Label("Field");
    heading.getStyleClass().add("chart-title");
    heading.setMaxWidth(Double.MAX_VALUE);
    Hint.on(heading, () -> "A cell for each peer, coloured by the round in which it heard.");
    HBox.setHgrow(heading, Priority.ALWAYS);
    HBox zoom =
        new HBox(
            2,
            tool(Feather.ZOOM_IN, "Larger cells", () -> field.zoom(true)),
            tool(Feather.ZOOM_OUT, "Smaller cells", () -> field.zoom(false)),
            tool(Feather.MAXIMIZE, "All peers", field::showAll));
    HBox head = new HBox(8, heading, zoom);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(field, Priority.ALWAYS);
    getChildren().addAll(head, field, legend);
  }

  private static Button tool(Feather icon, String words, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.setAccessibleText(words);
    Hint.on(button, words);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
