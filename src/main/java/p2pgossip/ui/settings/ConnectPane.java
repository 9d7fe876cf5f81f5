package p2pgossip.ui.settings;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.network.Naming;
import p2pgossip.peer.Target;
import p2pgossip.ui.command.WindowCommands;
import p2pgossip.ui.form.FormField;
import p2pgossip.ui.form.SettingsForm;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.ConnectAttempt;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.scroll.DirectScrollPane;

/// The peers to connect to, and the outcome for each. A target stays in the field until it is
/// connected, so that it can be corrected.
final class ConnectPane extends VBox {

  /// In pixels; room for about four attempts.
  private static final double HIGHEST_LIST = 168;

  private final PeerViewModel model;
  private final SettingsForm form;
  private final FormField targets =
      new FormField(
          "targets",
          "Connect to",
          "127.0.0.1:8081, or several",
          WindowCommands.TYPE_TARGETS.hint(
              "Addresses or names with a port, several separated by spaces; only a port means this"
                  + " machine"));
  private final Button connect = new Button("Connect", new FontIcon(Feather.LINK));
  private final VBox attempts = new VBox(6);

  /// The attempts that were still open when they were last shown.
  private Set<Target> open = Set.of();

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
    // However many there are, the rest of the form stays in its place.
    ScrollPane listed = new DirectScrollPane(attempts);
    listed.setId("attempts");
    listed.getStyleClass().add("attempt-list");
    listed.setFitToWidth(true);
    listed.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    listed.setMaxHeight(HIGHEST_LIST);
    listed.setMinHeight(USE_PREF_SIZE);
    listed.prefHeightProperty().bind(Bindings.min(HIGHEST_LIST, attempts.heightProperty()));
    listed.setFocusTraversable(false);
    listed.visibleProperty().bind(Bindings.isNotEmpty(attempts.getChildren()));
    listed.managedProperty().bind(listed.visibleProperty());
    model
        .attempts()
        .all()
        .addListener((ListChangeListener<ConnectAttempt>) change -> showAttempts());
    model
        .network()
        .viewProperty()
        .map(view -> view.picture().names())
        .subscribe(_ -> showAttempts());
    getChildren().addAll(Headings.of("Neighbours"), targets, targets.errorLabel(), connect, listed);
  }

  /// Puts the cursor where the targets are typed.
  void focusTargets() {
    targets.field().requestFocus();
    targets.field().selectAll();
  }

  private void connect() {
    model.connect(form.targets());
  }

  private void showAttempts() {
    List<ConnectAttempt> all = model.attempts().all();
    attempts.getChildren().setAll(all.stream().map(this::row).toList());
    for (ConnectAttempt attempt : all) {
      if (attempt.outcome() == ConnectAttempt.Outcome.CONNECTED
          && open.contains(attempt.target())) {
        form.removeTarget(attempt.target());
      }
    }
    open =
        all.stream()
            .filter(attempt -> attempt.outcome() != ConnectAttempt.Outcome.CONNECTED)
            .map(ConnectAttempt::target)
            .collect(Collectors.toSet());
  }

  /// As it was asked for, with the peer's name beside it once that is known.
  private String inWords(ConnectAttempt attempt) {
    Naming names = model.picture().names();
    PeerAddress peer = attempt.address();
    PeerName name = peer == null || !names.shown() ? null : names.of(peer);
    return name == null ? attempt.target().toString() : attempt.target() + " (" + name + ")";
  }

  private Node row(ConnectAttempt attempt) {
    FontIcon icon =
        new FontIcon(
            switch (attempt.outcome()) {
              case CONNECTING -> Feather.MORE_HORIZONTAL;
              case TRYING_AGAIN -> Feather.ROTATE_CW;
              case CONNECTED -> Feather.CHECK;
              case FAILED -> Feather.ALERT_TRIANGLE;
            });
    Label target = new Label(inWords(attempt));
    target.getStyleClass().add("attempt-target");
    target.setWrapText(true);
    Label words = new Label(attempt.words());
    words.getStyleClass().addAll(Styles.TEXT_SMALL, "attempt-words");
    words.setWrapText(true);
    VBox text = new VBox(1, target, words);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button dismiss = new Button(null, new FontIcon(Feather.X));
    dismiss
        .getStyleClass()
        .addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "attempt-dismiss");
    dismiss.setMinWidth(USE_PREF_SIZE);
    String what = attempt.isOver() ? "Dismiss" : "Give up " + attempt.target();
    dismiss.setAccessibleText(what);
    Hint.on(dismiss, what);
    dismiss.setOnAction(event -> model.dismiss(attempt));
    HBox row = new HBox(8, icon, text, dismiss);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass()
        .addAll("attempt", "attempt-" + attempt.outcome().name().toLowerCase(Locale.ROOT));
    return row;
  }
}
