package p2pgossip.ui.log;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Stands where there is no line to be shown, and says why.
final class EmptyState extends VBox {

  private static final double PICTURE_FROM = 110;

  private final LogModel model;
  private final FontIcon icon = new FontIcon();
  private final Label words = new Label();
  private final Button clear = new Button("Clear filter");

  EmptyState(LogModel model) {
    this.model = model;
    getStyleClass().add("empty");
    setAlignment(Pos.CENTER);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    words.getStyleClass().add(Styles.TEXT_MUTED);
    clear.getStyleClass().addAll(Styles.SMALL, "clear-filter");
    clear.setOnAction(_ -> model.setFilter(LogFilter.ALL));
    clear.managedProperty().bind(clear.visibleProperty());
    icon.managedProperty().bind(icon.visibleProperty());
    getChildren().addAll(icon, words, clear);
    model.totalProperty().subscribe(_ -> update());
    model.filterProperty().subscribe(_ -> update());
  }

  /// In a low pane the words are shown without the picture, which they need less than the room.
  void fitInto(double height) {
    icon.setVisible(height >= PICTURE_FROM);
  }

  private void update() {
    boolean filtered = model.totalProperty().get() > 0;
    icon.setIconCode(filtered ? Feather.FILTER : Feather.MESSAGE_CIRCLE);
    words.setText(
        filtered
            ? "No line matches the filter."
            : "Nothing yet. What this peer sends and hears appears here.");
    clear.setVisible(filtered);
  }
}
