package p2pgossip.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.command.WindowCommands;
import p2pgossip.ui.form.FingerprintBox;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SecurityViewModel;
import p2pgossip.ui.model.StartFailure;

/// Who is let in, who may change this peer, and how others identify it.
final class SecurityPane extends VBox {

  private final PeerViewModel model;
  private final SecurityViewModel security;
  private final PasswordField hidden = new PasswordField();
  private final TextField plain = new TextField();
  private final ToggleButton shown = new ToggleButton(null, new FontIcon(Feather.EYE));
  private final Button set = new Button("Set");
  private final Label state = new Label();
  private final Label error = new Label();

  /// Whether the text in the field has not been used yet.
  private boolean edited;

  SecurityPane(PeerViewModel model) {
    this.model = model;
    this.security = model.security();
    getStyleClass().add("form-section");
    setUpField();
    Label name = new Label("Password");
    name.getStyleClass().add("form-label");
    name.setLabelFor(hidden);
    state.setId("password-state");
    state.setWrapText(true);
    state.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    StackPane field = new StackPane(hidden, plain);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox row = new HBox(6, field, shown, set);
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            Headings.of("Security"), new VBox(4, name, row), error, state, tunableSwitch(), key());
    security.guardedProperty().subscribe(guarded -> showState());
    model.stateProperty().subscribe(it -> showState());
  }

  /// Puts the cursor where the password is typed.
  void focusPassword() {
    TextField field = shown.isSelected() ? plain : hidden;
    field.requestFocus();
    field.selectAll();
  }

  private void setUpField() {
    hidden.setId("password");
    plain.setId("password-shown");
    plain.textProperty().bindBidirectional(hidden.textProperty());
    shown.setId("password-show");
    shown.getStyleClass().add(Styles.BUTTON_ICON);
    shown.setAccessibleText("Show the password");
    Hint.on(shown, "Show the password, or hide it");
    set.setId("password-set");
    set.setMinWidth(Region.USE_PREF_SIZE);
    Hint.on(set, "Use this password from now on (Enter); empty lets in everybody");
    plain.visibleProperty().bind(shown.selectedProperty());
    hidden.visibleProperty().bind(plain.visibleProperty().not());
    for (TextField field : new TextField[] {hidden, plain}) {
      field.setAccessibleText("Password");
      Hint.on(
          field,
          WindowCommands.TYPE_PASSWORD.hint(
              "Only peers that know it may connect, send messages, or read the list of peers"));
      field.addEventHandler(
          KeyEvent.KEY_PRESSED,
          event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
              if (edited) {
                give();
              }
              event.consume();
            }
          });
    }
    hidden
        .textProperty()
        .subscribe(
            (before, now) -> {
              edited = true;
              security.dismissError();
              model.dismissStartFailure();
              showState();
            });
    set.setOnAction(event -> give());
    error.setId("password-error");
    error.setWrapText(true);
    error.getStyleClass().addAll("form-error", Styles.TEXT_SMALL);
    error
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::whatIsWrong, security.passwordErrorProperty(), model.startFailureProperty()));
    error.visibleProperty().bind(error.textProperty().isNotEmpty());
    error.managedProperty().bind(error.visibleProperty());
    error
        .textProperty()
        .subscribe(
            words -> {
              hidden.pseudoClassStateChanged(Styles.STATE_DANGER, !words.isEmpty());
              plain.pseudoClassStateChanged(Styles.STATE_DANGER, !words.isEmpty());
            });
  }

  private String whatIsWrong() {
    StartFailure failure = model.startFailureProperty().get();
    return failure != null && failure.field() == StartFailure.Field.PASSWORD
        ? failure.sentence()
        : security.passwordErrorProperty().get();
  }

  private void give() {
    security.give(hidden.getText());
    edited = !security.passwordErrorProperty().get().isEmpty();
    model.dismissStartFailure();
    showState();
  }

  private void showState() {
    boolean guarded = security.guardedProperty().get();
    boolean empty = hidden.getText().isEmpty();
    set.setText(guarded && empty ? "Remove" : "Set");
    set.setDisable(!(edited && !empty) && !(guarded && empty));
    hidden.setPromptText(guarded ? "is set" : "none");
    plain.setPromptText(hidden.getPromptText());
    state.setText(
        guarded ? "Only peers that know it are let in." : "Every peer that reaches it is let in.");
    state.setGraphic(new FontIcon(guarded ? Feather.LOCK : Feather.UNLOCK));
  }

  private Node tunableSwitch() {
    ToggleSwitch tunable = new ToggleSwitch();
    tunable.setId("tunable");
    tunable.setOnMousePressed(event -> tunable.requestFocus());
    tunable.setAccessibleText("Let others tune this peer");
    Hint.on(
        tunable,
        "Others may change period, update, pause, message, strategy, fanout and forwarding");
    model.settingsProperty().subscribe(settings -> tunable.setSelected(settings.tunable()));
    tunable.selectedProperty().subscribe(on -> model.change(settings -> settings.withTunable(on)));
    return new SwitchRow("Let others tune this peer", "Change its settings from afar", tunable);
  }

  private Node key() {
    Label name = new Label(security.isEncrypted() ? "Encrypted (HTTPS)" : "Not encrypted (HTTP)");
    name.setId("encryption");
    name.getStyleClass().add("form-label");
    name.setGraphic(new FontIcon(security.isEncrypted() ? Feather.LOCK : Feather.UNLOCK));
    Label what =
        new Label(
            security.isEncrypted()
                ? "Others know this peer by its key:"
                : "Start with --tls to encrypt connections.");
    what.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    what.setWrapText(true);
    VBox box = new VBox(4, name, what);
    security
        .ownFingerprint()
        .ifPresent(
            fingerprint -> {
              FingerprintBox digits = new FingerprintBox("own-fingerprint");
              digits.show(fingerprint);
              box.getChildren().add(digits);
            });
    security
        .certificateTrouble()
        .ifPresent(
            words -> {
              Label trouble = new Label(words);
              trouble.setId("certificate-trouble");
              trouble.getStyleClass().addAll("form-error", Styles.TEXT_SMALL);
              trouble.setWrapText(true);
              box.getChildren().add(trouble);
            });
    return box;
  }
}
