package p2pgossip.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.StartFailure;

/// The form for what this peer is and what it gossips.
public final class SettingsPane extends VBox {

  private final PeerViewModel model;
  private final SettingsForm form;
  private final FormField port =
      new FormField("Port", "8080", "Where this peer listens; 0 takes any free port");
  private final FormField hostAlias =
      new FormField(
          "Host alias",
          "this machine only",
          "The address or name at which peers on other machines reach this one");
  private final FormField period =
      new FormField("Period", "5", "Seconds between messages, 0.1 to 86400");
  private final FormField text =
      new FormField("Message", "a random sentence", "What is sent each period");
  private final Slider periodSlider = new Slider(0, 1, 0);
  private final Button start = new Button("Start", new FontIcon(Feather.PLAY));
  private final Button restart = new Button("Restart to apply", new FontIcon(Feather.ROTATE_CW));

  public SettingsPane(PeerViewModel model, SettingsForm form) {
    this.model = model;
    this.form = form;
    getStyleClass().add("settings-pane");
    bindPeer();
    bindGossip();
    HBox ports = new HBox(12, port, hostAlias);
    port.setPrefWidth(92);
    port.setMinWidth(92);
    HBox.setHgrow(hostAlias, Priority.ALWAYS);
    getChildren()
        .addAll(
            heading("This peer"),
            ports,
            start,
            restart,
            heading("Gossip"),
            period,
            periodSlider,
            text,
            updateSwitch());
  }

  /// Starts the peer with what stands in the form, if that is good.
  public void start() {
    if (form.canStart()) {
      model.start(form.port().orElseThrow(), form.hostAliasProperty().get(), java.util.List.of());
    } else {
      port.field().requestFocus();
    }
  }

  private void bindPeer() {
    port.field().textProperty().bindBidirectional(form.portProperty());
    hostAlias.field().textProperty().bindBidirectional(form.hostAliasProperty());
    showError(port, form.portErrorProperty(), StartFailure.Field.PORT);
    showError(hostAlias, form.hostAliasErrorProperty(), StartFailure.Field.HOST_ALIAS);
    BooleanBinding stopped = model.stateProperty().isEqualTo(PeerState.STOPPED);
    start.getStyleClass().addAll(Styles.ACCENT, "start-button");
    start.setMaxWidth(Double.MAX_VALUE);
    start.setTooltip(new Tooltip("Start this peer (F5)"));
    start.setDefaultButton(false);
    start.visibleProperty().bind(stopped.or(model.stateProperty().isEqualTo(PeerState.STARTING)));
    start.managedProperty().bind(start.visibleProperty());
    start
        .disableProperty()
        .bind(
            stopped
                .not()
                .or(form.portErrorProperty().isNotEmpty())
                .or(form.hostAliasErrorProperty().isNotEmpty()));
    start.setOnAction(event -> start());
    BooleanBinding moved =
        Bindings.createBooleanBinding(
            this::differsFromRunning,
            model.stateProperty(),
            form.portProperty(),
            form.hostAliasProperty());
    restart.getStyleClass().addAll(Styles.ACCENT, Styles.BUTTON_OUTLINED);
    restart.setMaxWidth(Double.MAX_VALUE);
    restart.setTooltip(
        new Tooltip("Restart this peer at the new address; it keeps its neighbours"));
    restart.visibleProperty().bind(moved);
    restart.managedProperty().bind(moved);
    restart.setOnAction(
        event -> form.port().ifPresent(it -> model.restart(it, form.hostAliasProperty().get())));
    onEnter(port, this::startOrRestart);
    onEnter(hostAlias, this::startOrRestart);
    // A running peer's port stands in the form: 0 has become a real one.
    model.addressProperty().subscribe(this::showAddress);
  }

  private void showAddress(PeerAddress address) {
    if (address != null) {
      form.portProperty().set(Integer.toString(address.port()));
    }
  }

  private void startOrRestart() {
    if (start.isVisible()) {
      start();
    } else if (restart.isVisible()) {
      restart.fire();
    }
  }

  private boolean differsFromRunning() {
    return model.isRunning()
        && form.canStart()
        && model
            .self()
            .map(
                self ->
                    form.port().orElseThrow() != self.port()
                        || !form.hostAliasProperty().get().strip().equals(aliasOf(self)))
            .orElse(false);
  }

  private static String aliasOf(p2pgossip.gossip.Peer self) {
    return self.hostAlias() == null ? "" : PeerAddress.text(self.hostAlias());
  }

  private void bindGossip() {
    period.field().textProperty().bindBidirectional(form.periodProperty());
    period.errorProperty().bind(form.periodErrorProperty());
    onCommit(period, () -> form.period().ifPresent(this::setPeriod));
    periodSlider.setAccessibleText("Period");
    periodSlider.setTooltip(new Tooltip("Drag for 0.1 s to 60 s"));
    periodSlider.setBlockIncrement(0.05);
    periodSlider
        .valueProperty()
        .subscribe(
            position -> {
              if (periodSlider.isFocused() || periodSlider.isValueChanging()) {
                setPeriod(PeriodScale.periodAt(position.doubleValue()));
              }
            });
    text.field().textProperty().bindBidirectional(form.textProperty());
    text.errorProperty().bind(form.textErrorProperty());
    onCommit(text, this::setText);
    model.settingsProperty().subscribe(this::showSettings);
  }

  private void showSettings(PeerSettings settings) {
    form.periodProperty().set(SettingsForm.seconds(settings.period()));
    if (!periodSlider.isValueChanging() && !periodSlider.isFocused()) {
      periodSlider.setValue(PeriodScale.positionOf(settings.period()));
    }
    form.textProperty().set(settings.text() == null ? "" : settings.text());
  }

  private void setPeriod(Duration duration) {
    model.change(settings -> settings.withPeriod(duration));
  }

  private void setText() {
    if (form.textErrorProperty().get().isEmpty()) {
      String typed = form.textProperty().get().strip();
      model.change(settings -> settings.withText(typed.isEmpty() ? null : typed));
    }
  }

  private Node updateSwitch() {
    ToggleSwitch update = new ToggleSwitch();
    update.setAccessibleText("Update: learn the peers of my neighbours");
    Tooltip.install(update, new Tooltip("Each period, ask the neighbours whom they know (Ctrl+U)"));
    model.settingsProperty().subscribe(settings -> update.setSelected(settings.update()));
    update.selectedProperty().subscribe(on -> model.change(settings -> settings.withUpdate(on)));
    Label name = new Label("Update");
    name.getStyleClass().add("form-label");
    Label what = new Label("Learn the peers of my neighbours");
    what.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    what.setWrapText(true);
    VBox words = new VBox(2, name, what);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, words, update);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void showError(
      FormField field, javafx.beans.binding.StringBinding typed, StartFailure.Field which) {
    field
        .errorProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  StartFailure failure = model.startFailureProperty().get();
                  if (!typed.get().isEmpty() || failure == null || failure.field() != which) {
                    return typed.get();
                  }
                  String words = failure.words();
                  return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
                },
                typed,
                model.startFailureProperty()));
  }

  private static void onEnter(FormField field, Runnable action) {
    field
        .field()
        .setOnKeyPressed(
            event -> {
              if (event.getCode() == KeyCode.ENTER) {
                action.run();
                event.consume();
              }
            });
  }

  private static void onCommit(FormField field, Runnable action) {
    onEnter(field, action);
    field
        .field()
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                action.run();
              }
            });
  }

  private static Label heading(String words) {
    Label label = new Label(words);
    label.getStyleClass().addAll("section-heading");
    return label;
  }
}
