package p2pgossip.ui.spread;

import atlantafx.base.theme.Styles;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.hint.Hint;

/// The field to tell a new rumour. If nothing is typed, the words in grey are told, so that one
/// click is enough.
final class TellRow extends VBox {

  /// Not marked as an error: the message is no mistake of the user's.
  private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");

  private final TextField field = new TextField();
  private final SplitMenuButton button = new SplitMenuButton();
  private final RadioMenuItem here = new RadioMenuItem("From this peer");
  private final RadioMenuItem anywhere = new RadioMenuItem("From a random peer");
  private final Label trouble = new Label();
  private @Nullable SpreadActions actions;
  private @Nullable String obstacle;

  TellRow() {
    super(4);
    getStyleClass().add("tell-row");
    field.setId("rumor-text");
    field.setAccessibleText("Text of a new rumour");
    field.setMinWidth(80);
    field.setOnAction(_ -> tell());
    field.textProperty().subscribe(_ -> update());
    HBox.setHgrow(field, Priority.ALWAYS);
    button.setId("spread-rumor");
    button.setText("Spread");
    button.setGraphic(new FontIcon(Feather.RADIO));
    button.getStyleClass().add(Styles.ACCENT);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> tell());
    ToggleGroup start = new ToggleGroup();
    here.setToggleGroup(start);
    anywhere.setToggleGroup(start);
    here.setSelected(true);
    start.selectedToggleProperty().subscribe(_ -> update());
    button.getItems().addAll(here, anywhere);
    trouble.getStyleClass().addAll(Styles.TEXT_SMALL, "trouble");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.visibleProperty());
    HBox row = new HBox(8, field, button);
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(row, trouble);
  }

  void setActions(SpreadActions actions) {
    this.actions = actions;
  }

  void show(SpreadView view) {
    field.setPromptText(Wording.usualRumor(view.rumors().size()));
    if (!Objects.equals(view.obstacle(), obstacle)) {
      obstacle = view.obstacle();
      update();
    }
  }

  void focus() {
    field.requestFocus();
    field.selectAll();
  }

  private void tell() {
    String typed = field.getText().strip();
    String words = typed.isEmpty() ? field.getPromptText() : typed;
    if (actions != null && !button.isDisabled() && !words.isBlank()) {
      field.clear();
      actions.spread(
          words, anywhere.isSelected() ? SpreadActions.Start.ANYWHERE : SpreadActions.Start.HERE);
    }
  }

  private void update() {
    String wrong = lengthTrouble();
    String said = obstacle != null ? obstacle : wrong;
    trouble.setText(said);
    trouble.setVisible(!said.isEmpty());
    trouble.pseudoClassStateChanged(NOTE, obstacle != null);
    field.pseudoClassStateChanged(Styles.STATE_DANGER, !wrong.isEmpty());
    button.setDisable(!said.isEmpty());
    String what =
        "Tell a new rumour "
            + (anywhere.isSelected() ? "at a random peer" : "at this peer")
            + " and watch it spread (Enter)";
    Hint.on(button, what);
    button.setAccessibleText(what);
  }

  private String lengthTrouble() {
    int bytes = field.getText().strip().getBytes(StandardCharsets.UTF_8).length;
    return bytes <= PeerSettings.LONGEST_TEXT
        ? ""
        : "Too long: "
            + Wording.count(bytes)
            + " bytes of UTF-8, at most "
            + Wording.count(PeerSettings.LONGEST_TEXT);
  }
}
