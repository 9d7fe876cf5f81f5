package p2pgossip.ui.settings;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.peer.HostAlias;
import p2pgossip.ui.form.FormField;
import p2pgossip.ui.form.SettingsForm;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.StartFailure;

/// Where this peer listens, and the button that starts it.
final class PeerPane extends VBox {

  private final PeerViewModel model;
  private final SettingsForm form;
  private final FormField port =
      new FormField("port", "Port", "8080", "Where this peer listens; 0 takes any free port");
  private final FormField hostAlias =
      new FormField(
          "host-alias",
          "Host alias",
          "this machine",
          "The address or name at which peers on other machines reach this one");
  private final FormField name =
      new FormField(
          "name",
          "Name",
          "none",
          "What this peer is called, in place of its address; others learn it");
  private final Button start = new Button("Start", new FontIcon(Feather.PLAY));
  private final Button restart = new Button("Restart to apply", new FontIcon(Feather.ROTATE_CW));

  private final Runnable startOrStop;

  /// @param startOrStop starts or stops the peer
  PeerPane(PeerViewModel model, SettingsForm form, Runnable startOrStop) {
    this.model = model;
    this.form = form;
    this.startOrStop = startOrStop;
    getStyleClass().add("form-section");
    port.setPrefWidth(84);
    port.setMinWidth(84);
    HBox.setHgrow(hostAlias, Priority.ALWAYS);
    port.textProperty().bindBidirectional(form.portProperty());
    hostAlias.textProperty().bindBidirectional(form.hostAliasProperty());
    showError(port, form.portErrorProperty(), StartFailure.Field.PORT);
    showError(hostAlias, form.hostAliasErrorProperty(), StartFailure.Field.HOST_ALIAS);
    name.textProperty().bindBidirectional(form.nameProperty());
    name.errorProperty().bind(form.nameErrorProperty());
    name.onCommit(this::setName);
    name.onEnter(
        () -> {
          setName();
          startOrRestart();
        });
    model.nameProperty().subscribe(this::showName);
    port.onEnter(this::startOrRestart);
    hostAlias.onEnter(this::startOrRestart);
    setUpStart();
    setUpRestart();
    form.portProperty().subscribe((before, now) -> model.dismissStartFailure());
    form.hostAliasProperty().subscribe((before, now) -> model.dismissStartFailure());
    model.addressProperty().subscribe(this::showAddress);
    getChildren()
        .addAll(
            Headings.of("This peer"),
            new HBox(10, port, hostAlias),
            port.errorLabel(),
            hostAlias.errorLabel(),
            name,
            name.errorLabel(),
            start,
            restart);
  }

  /// Starts the peer with the values of the form, if they are valid.
  void start() {
    if (form.canStart()) {
      setName();
      model.start(form.port().orElseThrow(), form.hostAliasProperty().get(), List.of());
    } else {
      FormField wrong =
          form.port().isEmpty()
              ? port
              : form.nameErrorProperty().get().isEmpty() ? hostAlias : name;
      wrong.field().requestFocus();
    }
  }

  private void setName() {
    if (form.nameErrorProperty().get().isEmpty()) {
      model.nameProperty().set(form.name().orElse(null));
    }
  }

  private void showName(@Nullable PeerName given) {
    form.nameProperty().set(given == null ? "" : given.text());
  }

  private void setUpStart() {
    BooleanBinding stopped = model.stateProperty().isEqualTo(PeerState.STOPPED);
    start.setId("start");
    start.getStyleClass().add(Styles.ACCENT);
    start.setMaxWidth(Double.MAX_VALUE);
    Hint.on(start, "Start this peer (F5)");
    start.visibleProperty().bind(stopped.or(model.stateProperty().isEqualTo(PeerState.STARTING)));
    start.managedProperty().bind(start.visibleProperty());
    BooleanBinding cannot =
        Bindings.createBooleanBinding(
            () -> !form.canStart(),
            form.portProperty(),
            form.hostAliasProperty(),
            form.nameProperty());
    start.disableProperty().bind(stopped.not().or(cannot));
    start.setOnAction(event -> startOrStop.run());
  }

  private void setUpRestart() {
    BooleanBinding moved =
        Bindings.createBooleanBinding(
            this::differsFromRunning,
            model.stateProperty(),
            form.portProperty(),
            form.hostAliasProperty(),
            form.nameProperty());
    restart.setId("restart");
    restart.getStyleClass().addAll(Styles.ACCENT, Styles.BUTTON_OUTLINED);
    restart.setMaxWidth(Double.MAX_VALUE);
    Hint.on(restart, "Restart this peer at the new address; it keeps its neighbours");
    restart.visibleProperty().bind(moved);
    restart.managedProperty().bind(moved);
    restart.setOnAction(
        event -> form.port().ifPresent(it -> model.restart(it, form.hostAliasProperty().get())));
  }

  /// What the running peer has made of the form: 0 has become a real port. A name stays a name,
  /// since it may stand for several addresses, and for others the next time.
  private void showAddress(@Nullable PeerAddress address) {
    if (address != null) {
      form.portProperty().set(Integer.toString(address.port()));
      form.hostAliasProperty().set(runningAlias());
    }
  }

  private String runningAlias() {
    return model.hostAlias().map(HostAlias::host).orElse("");
  }

  private void startOrRestart() {
    if (start.isVisible()) {
      startOrStop.run();
    } else if (restart.isVisible()) {
      restart.fire();
    }
  }

  private boolean differsFromRunning() {
    return model.isRunning()
        && form.canStart()
        && model.self().map(this::differsFrom).orElse(false);
  }

  private boolean differsFrom(Peer self) {
    return form.port().orElseThrow() != self.port()
        || !form.hostAliasProperty().get().strip().equals(runningAlias());
  }

  private void showError(FormField field, StringBinding typed, StartFailure.Field which) {
    field
        .errorProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  StartFailure failure = model.startFailureProperty().get();
                  boolean started = typed.get().isEmpty() && failure != null;
                  return started && failure.field() == which ? failure.sentence() : typed.get();
                },
                typed,
                model.startFailureProperty()));
  }
}
