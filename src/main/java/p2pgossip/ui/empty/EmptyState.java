package p2pgossip.ui.empty;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.theme.StyleSheets;

/// Stands in the middle of a pane that has nothing to show, and says what to do next: an icon, a
/// title and a sentence. FX thread only.
public final class EmptyState extends VBox {

  private static final double TEXT_WIDTH = 360;

  private final FontIcon icon = new FontIcon();
  private final Label title = new Label();
  private final Label advice = new Label();

  public EmptyState(Ikon icon) {
    super(8);
    getStyleClass().add("empty-state");
    getStylesheets().add(StyleSheets.of(EmptyState.class, "empty.css"));
    setAlignment(Pos.CENTER);
    this.icon.setIconCode(icon);
    title.getStyleClass().add("title");
    advice.getStyleClass().add("advice");
    centre(title);
    centre(advice);
    this.icon.managedProperty().bind(this.icon.visibleProperty());
    getChildren().addAll(this.icon, title, advice);
  }

  private static void centre(Label label) {
    label.setWrapText(true);
    label.setTextAlignment(TextAlignment.CENTER);
    // A wrapped text that becomes a single line keeps its old width.
    label.setAlignment(Pos.CENTER);
    label.setMaxWidth(TEXT_WIDTH);
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
  }

  public void say(Words words) {
    title.setText(words.title());
    advice.setText(words.advice());
  }

  public void setIcon(Ikon code) {
    icon.setIconCode(code);
  }

  /// Where there is no room for the icon, the words stand alone.
  public void showIcon(boolean shown) {
    icon.setVisible(shown);
  }

  /// Puts a control below the words.
  public void offer(Node control) {
    getChildren().add(control);
  }

  /// @param title empty where the advice says it all
  public record Words(String title, String advice) {}
}
