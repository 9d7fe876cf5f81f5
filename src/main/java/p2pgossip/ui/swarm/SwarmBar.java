package p2pgossip.ui.swarm;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.Spreading;
import p2pgossip.ui.command.Command;
import p2pgossip.ui.command.CommandGroup;
import p2pgossip.ui.form.PeriodScale;
import p2pgossip.ui.form.SettingsForm;
import p2pgossip.ui.form.SpreadingForm;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.StyleSheets;

/// Steers all peers of a swarm together: pause, one step, period, strategy, a rumour, forget, end.
/// A pure view of a [SwarmView]. FX thread only.
public final class SwarmBar extends HBox {

  private static final Command<SwarmActions> STEP =
      new Command<>("F8", "Every peer begins one period", SwarmActions::stepPeriod);

  private static final Command<SwarmActions> SPREAD =
      new Command<>("Shortcut+R", "Spread a rumour in the swarm", it -> it.spread("", true));

  /// What the keys do to the swarm.
  public static final CommandGroup<SwarmActions> COMMANDS =
      new CommandGroup<>("Swarm", List.of(STEP, SPREAD));

  /// The bar never makes the window wider than this, in pixels.
  private static final double NARROWEST = 560;

  /// In a bar of this width the most used buttons have words beside their icons.
  private static final double ROOMY = 1_150;

  /// In a bar of this width all buttons have words.
  private static final double SPACIOUS = 1_380;

  /// The width of the form in the menu of the strategy: without it each explanation would be one
  /// line.
  private static final double FORM_WIDTH = 400;

  private final SwarmActions actions;
  private final Label count = new Label(null, new FontIcon(Feather.SHARE_2));
  private final ProgressBar progress = new ProgressBar();
  private final ToggleButton pause = new ToggleButton("Pause", new FontIcon(Feather.PAUSE));
  private final PaceMenu pace;
  private final ToggleButton slow = new ToggleButton("Slow", new FontIcon(Feather.WATCH));
  private final Slider period = new Slider(0, 1, 0);
  private final Label periodWords = new Label();
  private final MenuButton strategy = new MenuButton();
  private final SpreadingForm spreading = new SpreadingForm();
  private final TextField text = new TextField();
  private final Button step;
  private final Button reset;
  private final SplitMenuButton spread = new SplitMenuButton();
  private String suggestion = "";
  private final Hint countHint = Hint.on(count, "");
  private @Nullable SwarmView shown;

  /// True while the controls follow the view, and until they have done so for the first time.
  private boolean showing = true;

  public SwarmBar(SwarmActions actions) {
    super(8);
    this.actions = actions;
    pace = new PaceMenu(actions::setPace);
    getStyleClass().add("swarm-bar");
    getStylesheets().add(StyleSheets.of(SwarmBar.class, "swarm.css"));
    setAlignment(Pos.CENTER_LEFT);
    count.getStyleClass().add("swarm-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    progress.setPrefWidth(70);
    progress.setMinWidth(30);
    progress.setAccessibleText("Starting the swarm");
    pause.setId("swarm-pause");
    pause.setMinWidth(Region.USE_PREF_SIZE);
    Hint.on(pause, "Let the whole swarm stand still, or go on");
    pause.setOnAction(event -> actions.change(it -> it.withPaused(pause.isSelected())));
    step = button("Step", Feather.SKIP_FORWARD, STEP.hint());
    step.setId("swarm-step");
    step.setOnAction(event -> actions.stepPeriod());
    slow.setId("swarm-slow");
    slow.setMinWidth(Region.USE_PREF_SIZE);
    slow.setAccessibleText("Slow motion");
    Hint.on(slow, "Slow motion: five times the period, and messages travel as slowly");
    slow.setOnAction(event -> actions.setSlowMotion(slow.isSelected()));
    reset = button("Forget", Feather.ROTATE_CCW, "All forget all rumours");
    reset.setId("swarm-reset");
    reset.setOnAction(event -> actions.forgetRumors());
    Button stop = button("End", Feather.X, "End all peers of the swarm");
    stop.setId("swarm-stop");
    stop.setOnAction(event -> actions.stop());
    text.setId("swarm-rumor");
    text.setAccessibleText("Text of the rumour");
    text.setPrefWidth(180);
    text.setMinWidth(70);
    text.setMaxWidth(320);
    text.setOnAction(event -> spread(true));
    HBox.setHgrow(text, Priority.ALWAYS);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            count,
            progress,
            pause,
            step,
            periods(),
            slow,
            pace,
            strategies(),
            gap,
            text,
            spreadButton(),
            reset,
            stop);
    widthProperty()
        .subscribe(
            width -> {
              fit(List.of(pause, step, slow), isRoomy());
              fit(List.of(reset, stop), width.doubleValue() >= SPACIOUS);
              setSpacing(isRoomy() ? 8 : 6);
              period.setPrefWidth(isRoomy() ? 110 : 76);
              tellCount();
            });
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static void fit(List<Labeled> buttons, boolean worded) {
    for (Labeled button : buttons) {
      button.setContentDisplay(worded ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
      button.getStyleClass().remove(Styles.BUTTON_ICON);
      if (!worded) {
        button.getStyleClass().add(Styles.BUTTON_ICON);
      }
    }
  }

  private boolean isRoomy() {
    return getWidth() >= ROOMY;
  }

  private void tellCount() {
    SwarmView view = shown;
    if (view != null) {
      String running =
          view.running() == view.wanted()
              ? view.running() + " peers"
              : view.running() + " of " + view.wanted() + " peers";
      String whole = running + ", " + view.wiring();
      count.setText(isRoomy() ? whole : running);
      countHint.say(whole);
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return NARROWEST;
  }

  public void show(SwarmView view) {
    shown = view;
    showing = true;
    tellCount();
    progress.setVisible(view.starting());
    progress.setManaged(view.starting());
    progress.setProgress(view.wanted() == 0 ? 0 : (double) view.running() / view.wanted());
    show(slow, view.pace() == null);
    show(pace, view.pace() != null);
    if (view.pace() != null) {
      pace.show(view.pace());
    }
    pause.setSelected(view.settings().paused());
    if (!period.isValueChanging() && !period.isFocused()) {
      period.setValue(PeriodScale.positionOf(view.settings().period()));
    }
    periodWords.setText(SettingsForm.seconds(view.settings().period()) + " s");
    Spreading now = view.settings().spreading();
    strategy.setText(now.strategy().label());
    spreading.valueProperty().set(now);
    boolean past = view.obstacle() != null;
    step.setDisable(past);
    reset.setDisable(past);
    spread.setDisable(past);
    text.setDisable(past);
    tellPrompt();
    showing = false;
  }

  /// Shows, in grey, what is told if the user types nothing.
  public void suggest(String rumor) {
    suggestion = rumor;
    tellPrompt();
  }

  private void tellPrompt() {
    boolean past = shown != null && shown.obstacle() != null;
    text.setPromptText(past ? "Go back to Live first" : suggestion);
  }

  private Node periods() {
    period.setId("swarm-period");
    period.setAccessibleText("Period of the swarm");
    Hint.on(period, "Period of all peers: drag for 0.1 s to 60 s");
    period.setPrefWidth(110);
    period.setMinWidth(60);
    period.setBlockIncrement(0.05);
    period.valueProperty().subscribe(position -> slid(position.doubleValue()));
    periodWords.setMinWidth(Region.USE_PREF_SIZE);
    HBox periods = new HBox(6, new FontIcon(Feather.CLOCK), period, periodWords);
    periods.setAlignment(Pos.CENTER_LEFT);
    return periods;
  }

  private void slid(double position) {
    if (!showing) {
      actions.change(settings -> settings.withPeriod(PeriodScale.periodAt(position)));
    }
  }

  private Node strategies() {
    strategy.setId("swarm-strategy");
    Hint.on(strategy, "How the swarm spreads the rumours that are told from now on");
    strategy.setMinWidth(Region.USE_PREF_SIZE);
    spreading.setPrefWidth(FORM_WIDTH);
    spreading.getStyleClass().add("swarm-spreading");
    CustomMenuItem item = new CustomMenuItem(spreading, false);
    strategy.getItems().add(item);
    spreading
        .valueProperty()
        .subscribe(
            value -> {
              if (!showing) {
                actions.change(settings -> settings.withSpreading(value));
              }
            });
    return strategy;
  }

  private Node spreadButton() {
    MenuItem random = new MenuItem("From a random peer");
    random.setOnAction(event -> spread(true));
    MenuItem selected = new MenuItem("From the selected peer");
    selected.setOnAction(event -> spread(false));
    spread.getItems().addAll(random, selected);
    spread.setId("swarm-spread");
    spread.setText("Spread");
    spread.setGraphic(new FontIcon(Feather.VOLUME_2));
    spread.getStyleClass().add(Styles.ACCENT);
    Hint.on(spread, SPREAD.hint("Tell a rumour to a random peer"));
    spread.setMinWidth(Region.USE_PREF_SIZE);
    spread.setOnAction(event -> spread(true));
    return spread;
  }

  private void spread(boolean atRandom) {
    actions.spread(text.getText().strip(), atRandom);
    text.clear();
  }

  private static Button button(String name, Ikon icon, String tooltip) {
    Button button = new Button(name, new FontIcon(icon));
    Hint.on(button, tooltip);
    button.setAccessibleText(tooltip);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
