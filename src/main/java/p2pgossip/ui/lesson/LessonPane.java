package p2pgossip.ui.lesson;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.lesson.Lesson;
import p2pgossip.lesson.LessonFiles;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.LessonRunner;
import p2pgossip.lesson.Observed;
import p2pgossip.network.Recorded;
import p2pgossip.scenario.Scenario;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.RolePalette;
import p2pgossip.ui.theme.StyleSheets;

/// The lessons, beside or under the graph: their list, or the one that is open. FX thread only.
public final class LessonPane extends BorderPane implements AutoCloseable {

  /// What the pane needs of the window round it.
  ///
  /// @param background runs what waits
  /// @param notes the folder where it is kept how far the user has come
  /// @param choice makes the file chooser of a window
  /// @param clock by which it is noted when things were done
  /// @param recorded what was seen of the network; called in the background
  /// @param setUp puts a network on the screen
  /// @param closing is called when the user closes the pane
  public record Surroundings(
      Executor background,
      Executor fxThread,
      Path notes,
      LessonRunner runner,
      Function<Supplier<@Nullable Window>, FileChoice> choice,
      InstantSource clock,
      Supplier<Recorded> recorded,
      Consumer<Scenario> setUp,
      Runnable closing) {}

  private final Surroundings around;
  private final LessonShelf shelf;
  private final LessonModel model;
  private final PackSaving saving;
  private final LessonList list;
  private final LessonPage page;

  /// Made when it is first needed.
  private @Nullable PacksWindow packs;

  private boolean dark;

  public LessonPane(Surroundings around) {
    super();
    this.around = around;
    shelf = new LessonShelf(around.notes(), around.clock());
    model =
        new LessonModel(
            around.runner(), shelf, around.background(), around.fxThread(), around.clock());
    FileChoice files = around.choice().apply(this::window);
    saving =
        new PackSaving(
            model,
            shelf,
            files,
            around.clock(),
            around.recorded(),
            around.background(),
            around.fxThread());
    list = new LessonList(progress -> model.open(progress.lesson()), this::askForPacks);
    page = new LessonPage(model, around.setUp(), new PackBox(saving, this::savePack));
    setId("lesson-pane");
    getStyleClass().add("lesson-pane");
    getStylesheets().add(StyleSheets.of(LessonPane.class, "lesson.css"));
    Button pack =
        button(
            "lesson-pack",
            "Save a lab pack, to hand in what you did in this lesson",
            Feather.PACKAGE);
    pack.setText("Lab pack…");
    pack.setContentDisplay(ContentDisplay.LEFT);
    pack.getStyleClass().remove(Styles.BUTTON_ICON);
    pack.setOnAction(_ -> savePack());
    Button all = button("lesson-all", "All lessons", Feather.LIST);
    all.setOnAction(_ -> model.leave());
    Button close = button("lesson-close", "Close the lessons", Feather.X);
    close.setOnAction(_ -> around.closing().run());
    Label heading = new Label("Lessons");
    heading.getStyleClass().add(Styles.TEXT_BOLD);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(4, heading, gap, pack, all, close);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("lesson-top");
    setTop(bar);
    setCenter(new StackPane(list, page));
    setOnDragOver(PacksWindow::welcome);
    setOnDragDropped(event -> PacksWindow.drop(event, this::openPacks));
    model
        .progressProperty()
        .subscribe(
            open -> {
              list.setVisible(open == null);
              all.setDisable(open == null);
              pack.setDisable(open == null);
              if (open == null) {
                around.background().execute(this::read);
              }
            });
  }

  private static Button button(String id, String words, Feather icon) {
    Button button = new Button(words, new FontIcon(icon));
    button.setId(id);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
    Hint.on(button, words);
    return button;
  }

  private @Nullable Window window() {
    return getScene() == null ? null : getScene().getWindow();
  }

  /// Saves the open lesson as a lab pack, after a question for the name and the file.
  public void savePack() {
    if (window() instanceof Stage owner) {
      saving.begin(owner);
    }
  }

  /// Asks for lab packs and shows them in a window of their own.
  private void askForPacks() {
    packs().choose();
  }

  /// Shows these lab packs, and all in these folders, in a window of their own.
  void openPacks(List<Path> places) {
    packs().open(places);
  }

  private PacksWindow packs() {
    PacksWindow shown = packs;
    if (shown == null) {
      shown = new PacksWindow(around.choice(), around.background(), around.fxThread());
      shown.setDark(dark);
      packs = shown;
    }
    shown.toFront();
    return shown;
  }

  private void read() {
    String student = shelf.student();
    around.fxThread().execute(() -> saving.propose(student));
    try {
      List<LessonProgress> found = new ArrayList<>();
      for (Lesson lesson : LessonFiles.allBundled()) {
        found.add(shelf.find(lesson).orElseGet(() -> LessonProgress.begin(lesson)));
      }
      around.fxThread().execute(() -> offer(found));
    } catch (IOException e) {
      String words = String.valueOf(e.getMessage());
      around.fxThread().execute(() -> list.say(words));
    }
  }

  private void offer(List<LessonProgress> lessons) {
    list.show(lessons);
    if (list.isVisible()) {
      list.focusFirst();
    }
  }

  public void setDark(boolean dark) {
    this.dark = dark;
    page.setPalette(RolePalette.of(dark));
    if (packs != null) {
      packs.setDark(dark);
    }
  }

  /// Shows the waiting task what can be seen of the network.
  public void observe(Observed seen) {
    model.observe(seen);
  }

  /// Whether a task waits for something to be seen.
  public boolean isWatching() {
    return model.isWatching();
  }

  /// The lesson that is open; null if the list is shown.
  public @Nullable LessonProgress open() {
    return model.progressProperty().get();
  }

  /// Calls the action whenever another lesson is open, or the user has come further in it.
  public void onProgress(Runnable action) {
    var _ = model.progressProperty().subscribe(_ -> action.run());
  }

  /// Ends a run that is under way, and what is being saved.
  @Override
  public void close() {
    model.close();
    saving.close();
    if (packs != null) {
      packs.close();
    }
  }
}
