package p2pgossip.ui.log;

import atlantafx.base.theme.Styles;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;

/// One line in full, however long it is.
final class LineDetail extends VBox {

  private final LineFormat format;
  private final FontIcon icon = new FontIcon();
  private final Label kind = new Label();
  private final Label about = new Label();
  private final Label text = new Label();
  private final ScrollPane scroller = new ScrollPane(text);
  private @Nullable PseudoClass style;

  /// @param close what the button in its corner does
  LineDetail(LineFormat format, Runnable close) {
    this.format = format;
    getStyleClass().add("line-detail");
    kind.setGraphic(icon);
    kind.getStyleClass().add("kind-word");
    kind.setMinWidth(USE_PREF_SIZE);
    about.getStyleClass().addAll("about", Styles.TEXT_MUTED);
    text.getStyleClass().add("text");
    text.setWrapText(true);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header = new HBox(kind, about, space, Buttons.icon(Feather.X, "Close the details", close));
    header.getStyleClass().add("header");
    header.setAlignment(Pos.CENTER_LEFT);
    scroller.setFitToWidth(true);
    scroller.setHbarPolicy(ScrollBarPolicy.NEVER);
    scroller.setMinHeight(0);
    getChildren().addAll(header, scroller);
  }

  void show(JournalLine line) {
    KindLook look = KindLook.of(line.kind());
    if (style != null) {
      pseudoClassStateChanged(style, false);
    }
    style = look.style();
    pseudoClassStateChanged(style, true);
    icon.setIconCode(look.icon());
    kind.setText(look.word());
    StringBuilder words = new StringBuilder(format.time(line));
    if (line.peer() != null) {
      words.append("   ").append(line.peerText());
    }
    if (!line.remark().isEmpty()) {
      words.append("   ").append(line.remark());
    }
    about.setText(words.toString());
    text.setText(line.text());
    scroller.setVvalue(0);
  }
}
