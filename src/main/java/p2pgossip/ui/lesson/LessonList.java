package p2pgossip.ui.lesson;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.ui.scroll.DirectScrollPane;

/// All lessons, one click each. FX thread only.
final class LessonList extends StackPane {

  private final VBox rows = new VBox(6);
  private final Consumer<LessonProgress> opening;
  private final Runnable packs;

  /// @param opening is told which the user wants
  /// @param packs asks for lab packs and opens them
  LessonList(Consumer<LessonProgress> opening, Runnable packs) {
    super();
    this.opening = opening;
    this.packs = packs;
    rows.getStyleClass().add("lesson-blocks");
    ScrollPane scrolling = new DirectScrollPane(rows);
    scrolling.setFitToWidth(true);
    scrolling.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    getChildren().add(scrolling);
    say("The lessons are being read …");
  }

  /// Shows a sentence in place of the list.
  void say(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    rows.getChildren().setAll(label);
  }

  /// @param lessons each where the user is in it
  void show(List<LessonProgress> lessons) {
    Label advice =
        new Label(
            "Each lesson asks what will happen, lets it happen, compares, and explains. Where you"
                + " are is remembered.");
    advice.setWrapText(true);
    advice.setMinHeight(USE_PREF_SIZE);
    advice.getStyleClass().add(Styles.TEXT_MUTED);
    rows.getChildren().setAll(advice);
    int number = 0;
    for (LessonProgress lesson : lessons) {
      number++;
      rows.getChildren().add(row(number, lesson));
    }
    rows.getChildren().add(forTeachers());
  }

  private VBox forTeachers() {
    Button open = new Button("Open lab packs…", new FontIcon(Feather.PACKAGE));
    open.setId("lesson-packs");
    open.setOnAction(_ -> packs.run());
    Label words =
        new Label(
            "For teachers: what students have handed in, in one table. Or drop the files here.");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add(Styles.TEXT_MUTED);
    VBox box = new VBox(6, words, open);
    box.getStyleClass().add("lesson-teachers");
    return box;
  }

  /// Puts the keyboard where it is needed.
  void focusFirst() {
    for (Node row : rows.getChildren()) {
      if (row instanceof VBox box) {
        box.getChildren().getFirst().requestFocus();
        return;
      }
    }
  }

  /// The button has the title alone, as a button does not tell wrapped content its width.
  private VBox row(int number, LessonProgress progress) {
    Button name = new Button(number + "  " + progress.lesson().title());
    name.setId("lesson-" + progress.lesson().name());
    name.setWrapText(true);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinHeight(USE_PREF_SIZE);
    name.getStyleClass().addAll("lesson-name", Styles.FLAT);
    name.setOnAction(_ -> opening.accept(progress));
    Label about = new Label(progress.lesson().about());
    about.setWrapText(true);
    about.setMinHeight(USE_PREF_SIZE);
    Label state = new Label(state(progress));
    state.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    name.setAccessibleText(name.getText() + ". " + about.getText() + " " + state.getText());
    VBox words = new VBox(2, about, state);
    words.getStyleClass().add("lesson-about");
    VBox row = new VBox(name, words);
    row.getStyleClass().add("lesson-row");
    row.setOnMouseClicked(_ -> opening.accept(progress));
    return row;
  }

  private static String state(LessonProgress progress) {
    String minutes = "%s minutes".formatted(progress.lesson().minutes());
    if (progress.isOver()) {
      return minutes + " · done";
    }
    boolean begun = progress.step() > 0 || !progress.answers().isEmpty();
    return begun
        ? "%s · at step %s of %s"
            .formatted(minutes, progress.step() + 1, progress.lesson().steps().size())
        : minutes;
  }
}
