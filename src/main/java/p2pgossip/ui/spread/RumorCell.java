package p2pgossip.ui.spread;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.RumorSummary;
import p2pgossip.network.SpreadTimes;
import p2pgossip.scenario.ConditionWords;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.hint.Hint;

/// One rumour in the list: whether it is in the charts, its text, how far it has spread, its age,
/// and the conditions.
final class RumorCell extends ListCell<RumorId> {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private static final int LONGEST_TEXT = 300;

  private final RumorList list;
  private final CheckBox shown = new CheckBox();
  private final Label text = new Label();
  private final Label age = new Label();
  private final CoverageBar bar = new CoverageBar();
  private final Label reach = new Label();
  private final Label conditions = new Label();
  private final HBox row;

  RumorCell(RumorList list) {
    super();
    this.list = list;
    text.getStyleClass().add("rumor-text");
    text.setMinWidth(0);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    age.getStyleClass().addAll(Styles.TEXT_MUTED, "rumor-age");
    age.setMinWidth(USE_PREF_SIZE);
    reach.getStyleClass().addAll(Styles.TEXT_MUTED, "rumor-reach");
    reach.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox first = new HBox(8, text, age);
    first.setAlignment(Pos.CENTER_LEFT);
    HBox second = new HBox(8, bar, reach);
    second.setAlignment(Pos.CENTER_LEFT);
    conditions.getStyleClass().addAll(Styles.TEXT_MUTED, "rumor-conditions");
    conditions.setMinWidth(0);
    VBox words = new VBox(2, first, second, conditions);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    shown.setFocusTraversable(false);
    shown.setMinWidth(Region.USE_PREF_SIZE);
    shown.setOnAction(_ -> compare());
    Hint.on(shown, this::compareWords);
    Hint.on(words, this::fullWords);
    row = new HBox(10, shown, words);
    row.setAlignment(Pos.CENTER_LEFT);
    // The text is shortened to the list's width, instead of widening it.
    setPrefWidth(0);
    list.adopt(this);
  }

  @Override
  protected void updateItem(@Nullable RumorId item, boolean empty) {
    super.updateItem(item, empty);
    refresh();
  }

  /// Reads the rumour again.
  void refresh() {
    RumorId item = getItem();
    RumorSummary summary = isEmpty() || item == null ? null : list.summary(item);
    if (summary == null) {
      setGraphic(null);
      setAccessibleText(null);
      pseudoClassStateChanged(CHOSEN, false);
      return;
    }
    Rumor rumor = summary.rumor();
    boolean chosen = list.isChosen(item);
    pseudoClassStateChanged(CHOSEN, chosen);
    shown.setSelected(chosen || list.isShown(item));
    shown.setDisable(chosen || (!list.isShown(item) && list.isFull()));
    text.setText(Wording.line(rumor.text(), LONGEST_TEXT));
    shown.setAccessibleText("Compare " + text.getText());
    Duration old = Duration.between(rumor.born(), list.now());
    age.setText(Wording.age(old));
    int population = Math.max(1, Math.max(summary.population(), summary.reached()));
    bar.setPart((double) summary.reached() / population);
    reach.setText(Wording.count(summary.reached()) + " of " + Wording.count(population));
    conditions.setText(ConditionWords.brief(summary.conditions()));
    setAccessibleText(
        "%s, heard by %s peers, age: %s%s. %s"
            .formatted(
                text.getText(),
                reach.getText(),
                age.getText(),
                chosen ? ", chosen" : "",
                words(summary)));
    setGraphic(row);
  }

  void compare() {
    RumorId item = getItem();
    if (item != null) {
      list.compare(item, shown.isSelected());
      // The next view says what is shown.
      refresh();
    }
  }

  private String fullWords() {
    RumorId item = getItem();
    RumorSummary summary = item == null ? null : list.summary(item);
    String whole = Objects.requireNonNullElse(text.getText(), "");
    return summary == null ? whole : whole + "\n" + words(summary);
  }

  private static String words(RumorSummary summary) {
    String under = ConditionWords.full(summary.conditions(), SpreadTimes.of(summary));
    String state =
        summary.over()
            ? "Over: nothing carries it any longer, and its figures are final."
            : "Not over: something may carry it further.";
    return under.isEmpty() ? state : under + "\n" + state;
  }

  private String compareWords() {
    if (shown.isSelected()) {
      return "In the charts; click to take it out";
    }
    return "Lay over the chosen one, to compare (Space)";
  }
}
