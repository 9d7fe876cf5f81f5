package p2pgossip.ui.replay;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.story.MarkWords;
import p2pgossip.story.Story;
import p2pgossip.ui.chart.MomentMarks;
import p2pgossip.ui.command.Command;
import p2pgossip.ui.command.CommandGroup;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.Moment;
import p2pgossip.ui.theme.StyleSheets;

/// Moves through the recording of the session: live, hold, play, step, a slider over all that is
/// kept, and the pace. A pure view of a [Moment]. FX thread only.
public final class ReplayBar extends HBox {

  private static final Command<ReplayBar> PLAY_OR_HOLD =
      new Command<>("Shortcut+Space", "Hold the picture, or play on", ReplayBar::playOrHold);

  private static final Command<ReplayBar> BACK =
      new Command<>("Shortcut+Left", "One step back", bar -> bar.actions.step(false));

  private static final Command<ReplayBar> FORWARD =
      new Command<>("Shortcut+Right", "One step on", bar -> bar.actions.step(true));

  private static final Command<ReplayBar> LIVE =
      new Command<>("Shortcut+Shift+L", "Show what happens now", bar -> bar.actions.goLive());

  /// What the keys do to it, wherever the focus is.
  public static final CommandGroup<ReplayBar> COMMANDS =
      new CommandGroup<>("Time", List.of(PLAY_OR_HOLD, BACK, FORWARD, LIVE));

  private static final double NARROWEST = 190;

  /// The width in pixels from which the clock and the word on the button are shown.
  private static final double MIDDLING = 305;

  /// The width in pixels from which everything is shown.
  private static final double ROOMY = 440;

  /// The width of the clock in the present, for which the widths above hold. For a past moment it
  /// shows two times and is wider.
  private static final double USUAL_CLOCK = 60;

  /// The width that the button to the present saves while it has no word.
  private static final double WORD = 34;

  /// The slider's thumb can't come nearer to its ends.
  private static final double SLIDER_INSET = 8;

  private static final double SECONDS_A_NANO = 1e-9;

  private final ReplayActions actions;
  private final ToggleButton live = new ToggleButton("Live", new FontIcon(Feather.RADIO));
  private final Button play = iconButton(Feather.PAUSE);
  private final Hint playHint = Hint.on(play, "");
  private final Slider moment = new Slider(0, 1, 1);
  private final MomentMarks marks = new MomentMarks(SLIDER_INSET, MomentMarks.Lines.NONE);
  private final StackPane time;
  private final Label clock = new Label();
  private final MenuButton pace = new MenuButton();
  private final ToggleGroup paces = new ToggleGroup();
  private @Nullable Moment shown;

  /// Whether there is a present to go back to.
  private boolean hasPresent = true;

  /// Set while the slider is moved by [#show] and not by the user.
  private boolean showing;

  public ReplayBar(ReplayActions actions) {
    super(8);
    this.actions = actions;
    getStyleClass().add("replay-bar");
    getStylesheets().add(StyleSheets.of(ReplayBar.class, "replay.css"));
    setAlignment(Pos.CENTER_LEFT);
    live.setId("replay-live");
    live.getStyleClass().addAll("replay-live", Styles.SMALL);
    Hint.on(live, LIVE.hint());
    live.setMinWidth(USE_PREF_SIZE);
    live.setOnAction(event -> toggleLive());
    play.setId("replay-play");
    play.setOnAction(event -> playOrHold());
    Button back = BACK.on(iconButton(Feather.SKIP_BACK), this);
    back.setId("replay-back");
    Button forward = FORWARD.on(iconButton(Feather.SKIP_FORWARD), this);
    forward.setId("replay-forward");
    moment.setId("replay-moment");
    moment.setAccessibleText("The moment that is shown, in seconds since the recording began");
    moment.setBlockIncrement(1);
    moment.valueProperty().addListener(change -> moved());
    marks.setSeek(actions::seek);
    marks.setId("replay-marks");
    time = new StackPane(moment, marks);
    HBox.setHgrow(time, Priority.ALWAYS);
    moment.setMinWidth(52);
    clock.getStyleClass().addAll("replay-clock", Styles.TEXT_MUTED);
    clock.setMinWidth(Region.USE_PREF_SIZE);
    pace.setId("replay-pace");
    pace.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    Hint.on(pace, "How fast the recording runs");
    pace.setMinWidth(Region.USE_PREF_SIZE);
    for (double each : Paces.ALL) {
      RadioMenuItem item = new RadioMenuItem(Paces.inWords(each));
      item.setToggleGroup(paces);
      item.setUserData(each);
      item.setOnAction(event -> actions.setPace(each));
      pace.getItems().add(item);
    }
    getChildren().addAll(live, back, play, forward, time, clock, pace);
    widthProperty().subscribe(width -> fit(width.doubleValue()));
    clock.textProperty().map(String::length).subscribe(_ -> fit(getWidth()));
  }

  /// Hides what is least missed first.
  private void fit(double width) {
    double longer = Math.max(0, clock.prefWidth(-1) - USUAL_CLOCK);
    for (Node node : getChildren()) {
      double from =
          node.equals(live) || node.equals(play) || node.equals(time)
              ? 0
              : node.equals(clock)
                  ? MIDDLING
                  : node.equals(pace) ? Math.max(ROOMY, ROOMY + longer - WORD) : ROOMY;
      boolean offered = width >= from && (hasPresent || !node.equals(live));
      node.setVisible(offered);
      node.setManaged(offered);
    }
    boolean worded = width >= MIDDLING && (width < ROOMY || width >= ROOMY + longer);
    live.setContentDisplay(worded ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected double computeMinWidth(double height) {
    return NARROWEST;
  }

  private static List<MomentMarks.Stroke> strokes(Story story, Instant start) {
    return story.marks().stream()
        .map(
            mark ->
                new MomentMarks.Stroke(
                    seconds(Duration.between(start, mark.at())),
                    mark.at(),
                    mark.kind().styleClass(),
                    MarkWords.of(mark, story.since(mark, start))))
        .toList();
  }

  /// @param story whose marks stand over the slider
  public void show(Moment view, Story story) {
    marks.show(strokes(story, view.start()), 0, seconds(between(view, view.end())));
    shown = view;
    showing = true;
    boolean isLive = view.mode() == Moment.Mode.LIVE;
    boolean running = view.mode() != Moment.Mode.HELD;
    live.setSelected(isLive);
    if (view.hasPresent() != hasPresent) {
      hasPresent = view.hasPresent();
      fit(getWidth());
    }
    moment.setMax(Math.max(0.1, seconds(between(view, view.end()))));
    if (!moment.isValueChanging()) {
      moment.setValue(seconds(between(view, view.at())));
    }
    clock.setText(
        isLive
            ? Paces.clock(seconds(between(view, view.end())))
            : Paces.clock(seconds(between(view, view.at())))
                + " of "
                + Paces.clock(seconds(between(view, view.end()))));
    ((FontIcon) play.getGraphic()).setIconCode(running ? Feather.PAUSE : Feather.PLAY);
    String words = PLAY_OR_HOLD.hint(running ? "Hold the picture" : "Play on from here");
    playHint.say(words);
    play.setAccessibleText(words);
    pace.setText(Paces.inWords(view.pace()));
    paces.getToggles().stream()
        .filter(toggle -> toggle.getUserData().equals(view.pace()))
        .forEach(paces::selectToggle);
    showing = false;
  }

  /// Plays if the picture stands still, and holds it if it moves.
  public void playOrHold() {
    if (shown == null || shown.mode() == Moment.Mode.HELD) {
      actions.play();
    } else {
      actions.hold();
    }
  }

  private void toggleLive() {
    if (live.isSelected()) {
      actions.goLive();
    } else {
      actions.hold();
    }
  }

  private void moved() {
    if (!showing && shown != null) {
      Instant start = shown.start();
      actions.seek(start.plusNanos((long) (moment.getValue() / SECONDS_A_NANO)));
    }
  }

  private static Duration between(Moment view, Instant to) {
    Duration since = Duration.between(view.start(), to);
    return since.isNegative() ? Duration.ZERO : since;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() * SECONDS_A_NANO;
  }

  private static Button iconButton(Ikon icon) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    return button;
  }
}
