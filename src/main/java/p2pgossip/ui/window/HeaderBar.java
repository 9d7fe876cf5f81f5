package p2pgossip.ui.window;

import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.network.Naming;
import p2pgossip.ui.command.Command;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.command.WindowCommands;
import p2pgossip.ui.form.SettingsForm;
import p2pgossip.ui.hint.Elided;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.keep.KeepMenu;
import p2pgossip.ui.model.OpenedRecording;
import p2pgossip.ui.model.PeerCommands;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;

/// Shows which peer this is, and has the buttons that are used most.
final class HeaderBar extends HBox {

  /// In a narrower bar the buttons show only their icons.
  private static final double WIDE = 1_250;

  /// A long address is cut to this width: its start and its port can still be read.
  private static final double NARROWEST_ADDRESS = 130;

  /// The longest address of a peer that this machine alone reaches.
  private static final int BRIEF_ADDRESS = "127.0.0.1:65535".length();

  private final PeerViewModel model;
  private final SettingsForm form;

  /// @param swarmMenu stands among the buttons, as does `keep`
  HeaderBar(
      PeerViewModel model,
      SettingsForm form,
      WindowActions actions,
      SwarmMenu swarmMenu,
      KeepMenu keep) {
    super(8);
    this.model = model;
    this.form = form;
    getStyleClass().add("header-bar");
    setAlignment(Pos.CENTER_LEFT);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            formButton(actions),
            identity(),
            gap,
            stopButton(actions),
            pauseButton(),
            sendButton(),
            wholeNetworkButton(),
            swarmMenu,
            newWindowButton(actions),
            keep,
            themeButton(actions),
            helpButton(actions));
    for (Node child : getChildren()) {
      if (child instanceof Labeled button) {
        button.setMinWidth(Region.USE_PREF_SIZE);
      }
    }
    widthProperty().subscribe(width -> showTexts(width.doubleValue() >= WIDE));
  }

  private void showTexts(boolean shown) {
    ContentDisplay display = shown ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
    for (Node child : getChildren()) {
      if (child instanceof Labeled button) {
        button.setContentDisplay(display);
      }
    }
  }

  private HBox identity() {
    Circle dot = new Circle(5);
    dot.getStyleClass().add("state-dot");
    Label address = new Label();
    address.setId("own-address");
    address.getStyleClass().addAll(Styles.TITLE_3, "peer-address");
    Elided.inTheMiddle(address, BRIEF_ADDRESS, NARROWEST_ADDRESS);
    address
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::title,
                model.addressProperty(),
                model.freePlaceProperty(),
                model.network().viewProperty()));
    Label caption = new Label();
    caption.setId("caption");
    caption.setMinWidth(NARROWEST_ADDRESS);
    caption.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    caption
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::caption,
                model.stateProperty(),
                model.settingsProperty(),
                model.network().viewProperty(),
                model.freePlaceProperty()));
    model
        .stateProperty()
        .subscribe(
            state -> {
              dot.pseudoClassStateChanged(PseudoClasses.RUNNING, state == PeerState.RUNNING);
            });
    model
        .settingsProperty()
        .subscribe(
            settings -> dot.pseudoClassStateChanged(PseudoClasses.PAUSED, settings.paused()));
    HBox identity = new HBox(10, dot, new VBox(1, address, caption));
    identity.setAlignment(Pos.CENTER_LEFT);
    Hint.on(caption, this::captionInFull);
    return identity;
  }

  private String title() {
    PeerAddress address = model.addressProperty().get();
    if (address != null) {
      return called(address);
    }
    PeerAddress place = model.freePlaceProperty().get();
    if (place != null) {
      return called(place);
    }
    return model.network().view().opened() == null ? "New peer" : "Recording";
  }

  /// The name comes first, so that its beginning and the port are left where the middle is cut out.
  private String called(PeerAddress peer) {
    Naming names = model.picture().names();
    PeerName name = names.shown() ? names.of(peer) : null;
    return name == null ? peer.toString() : name + " " + peer;
  }

  private String captionInFull() {
    OpenedRecording recording = model.network().view().opened();
    return recording == null ? "" : RecordingWords.full(recording, ZoneId.systemDefault());
  }

  private String caption() {
    return switch (model.stateProperty().get()) {
      case STOPPED -> {
        OpenedRecording recording = model.network().view().opened();
        if (model.freePlaceProperty().get() != null) {
          yield "stopped, can rejoin";
        }
        yield recording == null
            ? "not running"
            : RecordingWords.brief(recording, ZoneId.systemDefault());
      }
      case STARTING -> "starting …";
      case STOPPING -> "stopping …";
      case RUNNING -> {
        String what = model.settingsProperty().get().paused() ? "paused, " : "gossiping, ";
        if (!model.network().isLive()) {
          // The graph does not show how many it has now.
          yield what + "looking back";
        }
        int neighbors = model.picture().addressees();
        yield what + (neighbors == 1 ? "1 neighbour" : neighbors + " neighbours");
      }
    };
  }

  private Button stopButton(WindowActions actions) {
    Button button = new Button();
    button.setId("start-or-stop");
    button.getStyleClass().add("header-button");
    Hint hint = Hint.on(button, "");
    model
        .stateProperty()
        .subscribe(
            state -> {
              boolean stopped = state == PeerState.STOPPED || state == PeerState.STARTING;
              button.setText(stopped ? "Start" : "Stop");
              button.setGraphic(new FontIcon(stopped ? Feather.PLAY : Feather.SQUARE));
              hint.say(stopped ? startHint() : WindowCommands.START_OR_STOP.hint("Stop this peer"));
            });
    model
        .freePlaceProperty()
        .subscribe(
            place -> {
              if (model.stateProperty().get() == PeerState.STOPPED) {
                hint.say(startHint());
              }
            });
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    switch (model.stateProperty().get()) {
                      case STARTING, STOPPING -> true;
                      case RUNNING -> false;
                      case STOPPED -> !form.canStart();
                    },
                model.stateProperty(),
                form.portProperty(),
                form.hostAliasProperty(),
                form.nameProperty()));
    button.setOnAction(event -> actions.startOrStop());
    return button;
  }

  private String startHint() {
    return WindowCommands.START_OR_STOP.hint(
        model.freePlaceProperty().get() == null
            ? "Start this peer"
            : "Start this peer again in its place in the swarm, with its port and its links");
  }

  private ToggleButton pauseButton() {
    ToggleButton button =
        toggle("Pause", Feather.PAUSE, PeerCommands.PAUSE, "Send nothing until switched off again");
    button.setId("pause");
    model.settingsProperty().subscribe(settings -> button.setSelected(settings.paused()));
    return button;
  }

  private Button sendButton() {
    Button button = new Button("Send now", new FontIcon(Feather.SEND));
    button.setId("send-now");
    button.getStyleClass().add("header-button");
    PeerCommands.SEND.on(button, model);
    BooleanBinding nobody =
        Bindings.createBooleanBinding(
            () -> model.picture().addressees() == 0, model.network().viewProperty());
    button
        .disableProperty()
        .bind(
            model
                .stateProperty()
                .isNotEqualTo(PeerState.RUNNING)
                .or(nobody)
                .or(model.network().past()));
    return button;
  }

  private ToggleButton wholeNetworkButton() {
    ToggleButton button =
        toggle(
            "Whole network",
            Feather.GLOBE,
            PeerCommands.WHOLE_NETWORK,
            "Show also the peers that others know");
    model.settingsProperty().subscribe(settings -> button.setSelected(settings.wholeNetwork()));
    return button;
  }

  private static Button formButton(WindowActions actions) {
    Button button = iconButton(Feather.SIDEBAR, WindowCommands.TOGGLE_FORM, actions);
    button.setId("toggle-form");
    return button;
  }

  private SplitMenuButton newWindowButton(WindowActions actions) {
    MenuItem connected = WindowCommands.NEW_CONNECTED_WINDOW.menuItem(actions);
    connected.disableProperty().bind(model.stateProperty().isNotEqualTo(PeerState.RUNNING));
    MenuItem alone = WindowCommands.NEW_WINDOW.menuItem(actions);
    SplitMenuButton button = new SplitMenuButton(connected, alone);
    button.setText("New window");
    button.setGraphic(new FontIcon(Feather.PLUS));
    button.getStyleClass().add("header-button");
    Hint.on(
        button,
        WindowCommands.NEW_WINDOW.hint("Open another peer")
            + ", "
            + WindowCommands.NEW_CONNECTED_WINDOW.hint("connected to this one"));
    button.setOnAction(event -> actions.newWindow(false));
    return button;
  }

  private static Button themeButton(WindowActions actions) {
    return iconButton(Feather.MOON, WindowCommands.SWITCH_THEME, actions);
  }

  private static Button helpButton(WindowActions actions) {
    return iconButton(Feather.HELP_CIRCLE, WindowCommands.SHOW_HELP, actions);
  }

  private ToggleButton toggle(
      String text, Ikon icon, Command<PeerViewModel> command, String words) {
    ToggleButton button = new ToggleButton(text, new FontIcon(icon));
    button.getStyleClass().add("header-button");
    return command.on(button, model, words);
  }

  private static Button iconButton(
      Ikon icon, Command<WindowActions> command, WindowActions actions) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    return command.on(button, actions);
  }
}
