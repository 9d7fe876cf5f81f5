package p2pgossip.ui.settings;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.peer.Target;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.ConnectAttempt;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;

/// Whom to connect to, and what became of it.
final class ConnectPane extends VBox {

  private final PeerViewModel model;
  private final SettingsForm form;
  private final FormField targets =
      new FormField(
          "targets",
          "Connect to",
          "127.0.0.1:8081, or several",
          "Addresses or names with a port, several separated by spaces; only a port means this"
              + " machine (Ctrl+L)");
  private final Button connect = new Button("Connect", new FontIcon(Feather.LINK));
  private final VBox attempts = new VBox(6);

  ConnectPane(PeerViewModel model, SettingsForm form) {
    this.model = model;
    this.form = form;
    getStyleClass().add("form-section");
    targets.textProperty().bindBidirectional(form.targetsProperty());
    targets.errorProperty().bind(form.targetsErrorProperty());
    targets.onEnter(connect::fire);
    connect.setId("connect");
    connect.setMaxWidth(Double.MAX_VALUE);
    Hint.on(connect, "Ask these peers to become neighbours (Enter)");
    connect
        .disableProperty()
        .bind(
            model
                .stateProperty()
                .isNotEqualTo(PeerState.RUNNING)
                .or(
                    Bindings.createBooleanBinding(
                        () -> !form.canConnect(), form.targetsProperty())));
    connect.setOnAction(event -> connect());
    attempts.getStyleClass().add("attempts");
    attempts.managedProperty().bind(Bindings.isNotEmpty(attempts.getChildren()));
    model
        .attempts()
        .all()
        .addListener((ListChangeListener<ConnectAttempt>) change -> showAttempts());
    showAttempts();
    getChildren()
        .addAll(Headings.of("Neighbours"), targets, targets.errorLabel(), connect, attempts);
  }

  /// Puts the cursor where targets are typed.
  void focusTargets() {
    targets.field().requestFocus();
    targets.field().selectAll();
  }

  private void connect() {
    List<Target> wanted = form.targets();
    model.connect(wanted);
    form.targetsProperty().set("");
  }

  private void showAttempts() {
    attempts.getChildren().setAll(model.attempts().all().stream().map(ConnectPane::row).toList());
  }

  private static Node row(ConnectAttempt attempt) {
    FontIcon icon =
        new FontIcon(
            switch (attempt.outcome()) {
              case CONNECTING -> Feather.MORE_HORIZONTAL;
              case TRYING_AGAIN -> Feather.ROTATE_CW;
              case CONNECTED -> Feather.CHECK;
              case FAILED -> Feather.ALERT_TRIANGLE;
            });
    Label target = new Label(attempt.target().toString());
    target.getStyleClass().add("attempt-target");
    target.setWrapText(true);
    Label words = new Label(attempt.words());
    words.getStyleClass().addAll(Styles.TEXT_SMALL, "attempt-words");
    words.setWrapText(true);
    VBox text = new VBox(1, target, words);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(8, icon, text);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass()
        .addAll("attempt", "attempt-" + attempt.outcome().name().toLowerCase(Locale.ROOT));
    return row;
  }
}
