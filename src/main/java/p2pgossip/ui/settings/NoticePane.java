package p2pgossip.ui.settings;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.command.WindowCommands;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.PeerViewModel;

/// Notices above the form: that anybody can connect, and that another user has changed the
/// settings. Takes no room if there is none.
final class NoticePane extends VBox {

  private static final String EXPOSED =
      "Anybody on the network can connect. Set a password, or leave the host alias empty.";

  /// @param givePassword puts the cursor where the password is typed
  NoticePane(PeerViewModel model, Runnable givePassword) {
    super(10);
    Button set = new Button("Set a password", new FontIcon(Feather.LOCK));
    set.setId("exposed-set");
    set.getStyleClass().add(Styles.SMALL);
    Hint.on(set, WindowCommands.TYPE_PASSWORD.hint());
    set.setOnAction(event -> givePassword.run());
    Label exposedWords = words("exposed-words");
    exposedWords.setText(EXPOSED);
    HBox exposed = row(Feather.ALERT_TRIANGLE, new VBox(8, exposedWords, set));
    exposed.getStyleClass().add("notice-warning");
    exposed.visibleProperty().bind(model.security().exposedProperty());
    exposed.managedProperty().bind(exposed.visibleProperty());
    Label changed = words("tuned-words");
    changed.textProperty().bind(model.tuning().noteProperty());
    Button dismiss = new Button(null, new FontIcon(Feather.X));
    dismiss.setId("tuned-dismiss");
    dismiss.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    dismiss.setAccessibleText("Dismiss");
    Hint.on(dismiss, "I have read it");
    dismiss.setOnAction(event -> model.tuning().dismissNote());
    HBox tuned = row(Feather.SLIDERS, changed);
    tuned.getChildren().add(dismiss);
    tuned.visibleProperty().bind(model.tuning().noteProperty().isNotEmpty());
    tuned.managedProperty().bind(tuned.visibleProperty());
    visibleProperty().bind(exposed.visibleProperty().or(tuned.visibleProperty()));
    managedProperty().bind(visibleProperty());
    getChildren().addAll(tuned, exposed);
  }

  private static Label words(String id) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.getStyleClass().add(Styles.TEXT_SMALL);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static HBox row(Feather icon, Node content) {
    HBox row = new HBox(8, new FontIcon(icon), content);
    HBox.setHgrow(content, Priority.ALWAYS);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass().add("notice-row");
    return row;
  }
}
