package p2pgossip.ui.story;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.story.Mark;
import p2pgossip.story.MarkWords;
import p2pgossip.story.Outcome;
import p2pgossip.story.OutcomeWords;
import p2pgossip.story.Story;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.StyleSheets;

/// Says what happened last, and how the chosen rumour has fared. Until something happens, it
/// says what a scenario is about. It takes no room while there is nothing to say. FX thread only.
public final class StoryStrip extends HBox {

  /// Three lines.
  private static final double HIGHEST = 60;

  private final FontIcon icon = new FontIcon(Feather.INFO);
  private final Label event = new Label();
  private final Label outcome = new Label();

  private Story story = Story.EMPTY;
  private Instant start = Instant.EPOCH;
  private Instant now = Instant.EPOCH;
  private String description = "";

  public StoryStrip() {
    super(10);
    setId("story");
    getStyleClass().add("story-strip");
    getStylesheets().add(StyleSheets.of(StoryStrip.class, "story.css"));
    setAlignment(Pos.CENTER_LEFT);
    event.setId("story-event");
    event.getStyleClass().add("story-event");
    outcome.setId("story-outcome");
    outcome.getStyleClass().add(Styles.TEXT_MUTED);
    Hint.on(event, () -> event.isTextTruncated() ? event.getText() : "");
    Hint.on(outcome, () -> outcome.isTextTruncated() ? outcome.getText() : "");
    event.setMinWidth(0);
    event.setMaxHeight(HIGHEST);
    outcome.setMinWidth(0);
    setCompact(false);
    say();
  }

  /// Puts both sentences in one line, where there is little height, or one over the other.
  public void setCompact(boolean compact) {
    Pane sentences = compact ? new HBox(14, event, outcome) : new VBox(1, event, outcome);
    sentences.setMinWidth(0);
    HBox.setHgrow(sentences, Priority.ALWAYS);
    getChildren().setAll(icon, sentences);
    if (sentences instanceof HBox line) {
      line.setAlignment(Pos.BASELINE_LEFT);
    }
  }

  /// Tells what a scenario is about.
  ///
  /// @param words of a few sentences; empty while none is played
  public void introduce(String words) {
    if (!words.equals(description)) {
      description = words;
      say();
    }
  }

  /// @param from when what is recorded began
  /// @param moment that is shown
  public void show(Story newStory, Instant from, Instant moment) {
    Mark before = story.latest(now);
    boolean same = newStory.equals(story) && start.equals(from);
    story = newStory;
    start = from;
    now = moment;
    if (!same || !Objects.equals(before, story.latest(now))) {
      say();
    }
  }

  private void say() {
    Mark latest = story.latest(now);
    boolean introduces = !description.isEmpty() && isQuiet(latest);
    // A scenario is told in a few lines, an event in one.
    event.setWrapText(introduces);
    icon.setIconCode(introduces || latest == null ? Feather.INFO : icon(latest.kind()));
    event.setText(
        introduces
            ? description
            : latest == null ? "" : MarkWords.of(latest, story.since(latest, start)));
    outcome.setText(words(story.outcome()));
    show(event);
    show(outcome);
    boolean any = event.isManaged() || outcome.isManaged();
    setVisible(any);
    setManaged(any);
  }

  /// Whether nothing has happened yet except that the network began.
  private static boolean isQuiet(@Nullable Mark latest) {
    return latest == null || latest.kind() == Mark.Kind.BEGAN;
  }

  private static String words(@Nullable Outcome of) {
    return of == null ? "" : OutcomeWords.of(of);
  }

  private static void show(Label label) {
    boolean any = !label.getText().isEmpty();
    label.setVisible(any);
    label.setManaged(any);
  }

  private static Feather icon(Mark.Kind kind) {
    return switch (kind) {
      case BEGAN -> Feather.SHARE_2;
      case TOLD -> Feather.VOLUME_2;
      case FAULT -> Feather.ZAP_OFF;
      case HEALED -> Feather.ZAP;
      case ENDED -> Feather.USER_X;
      case JOINED -> Feather.USER_PLUS;
      case SETTINGS -> Feather.SLIDERS;
      case HALF -> Feather.TRENDING_UP;
      case ALL -> Feather.CHECK_CIRCLE;
      case STOPPED -> Feather.SLASH;
    };
  }
}
