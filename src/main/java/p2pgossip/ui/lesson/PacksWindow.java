package p2pgossip.ui.lesson;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.ShownText;
import p2pgossip.lesson.Comparison;
import p2pgossip.pack.PackRow;
import p2pgossip.pack.PackTable;
import p2pgossip.pack.PackWriter;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.theme.RolePalette;
import p2pgossip.ui.theme.StyleSheets;

/// The window in which a teacher reads many lab packs: one table for each lesson, and beside it
/// what the chosen student predicted, against the runs. FX thread only.
final class PacksWindow implements AutoCloseable {

  private static final double WIDTH = 1_180;
  private static final double HEIGHT = 720;
  private static final double LEAST_WIDTH = 620;
  private static final double LEAST_HEIGHT = 420;
  private static final double FRAME = 60;
  private static final double TABLE_SHARE = 0.64;
  private static final double MOST_REFUSED = 120;
  private static final double ROW = 34;

  /// Narrower, figures would be cut.
  private static final double DETAILS = 320;

  private static final FileChoice.Kind PACK = new FileChoice.Kind("Lab pack", PackWriter.EXTENSION);
  private static final FileChoice.Kind TABLE = new FileChoice.Kind("Table", "csv");

  private final Stage stage = new Stage();
  private final PacksModel model;
  private final FileChoice files;
  private final Button open = new Button("Open…", new FontIcon(Feather.FOLDER));
  private final Button save = new Button("Save the table…", new FontIcon(Feather.SAVE));
  private final Button check = new Button("Make the runs again", new FontIcon(Feather.REPEAT));
  private final Button cancel = new Button("Cancel", new FontIcon(Feather.X));
  private final ComboBox<PackTable.Group> lesson = new ComboBox<>();
  private final TableView<PackRow> table = new TableView<>();
  private final VBox details = new VBox(12);
  private final VBox refused = new VBox(2);
  private final List<CompareBox> boxes = new ArrayList<>();
  private RolePalette palette = RolePalette.LIGHT;
  private @Nullable PackRow detailed;

  /// @param choice makes the file chooser of a window
  PacksWindow(
      Function<Supplier<@Nullable Window>, FileChoice> choice,
      Executor background,
      Executor fxThread) {
    model = new PacksModel(background, fxThread);
    files = choice.apply(() -> stage);
    SplitPane split = new SplitPane(table(), details());
    split.setOrientation(Orientation.HORIZONTAL);
    split.setDividerPositions(TABLE_SHARE);
    BorderPane root = new BorderPane(split);
    root.setTop(head());
    root.setBottom(refused());
    root.setId("packs-window");
    root.getStyleClass().addAll("peer-window", "lesson-pane");
    root.getStylesheets()
        .addAll(StyleSheets.window(), StyleSheets.of(PacksWindow.class, "lesson.css"));
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            root,
            Math.min(WIDTH, screen.getWidth() - FRAME),
            Math.min(HEIGHT, screen.getHeight() - FRAME));
    scene.setOnDragOver(PacksWindow::welcome);
    scene.setOnDragDropped(event -> drop(event, model::open));
    stage.setTitle("Lab packs – p2pgossip");
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    model.shownProperty().subscribe(this::show);
  }

  /// Lets files be dropped.
  static void welcome(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  /// Takes files and folders that are dropped.
  static void drop(DragEvent event, Consumer<List<Path>> taking) {
    boolean some = event.getDragboard().hasFiles();
    if (some) {
      taking.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
    }
    event.setDropCompleted(some);
    event.consume();
  }

  private Node head() {
    open.setId("packs-open");
    open.setOnAction(_ -> choose());
    open.disableProperty().bind(model.busyProperty());
    save.setId("packs-save");
    save.setOnAction(_ -> save());
    check.setId("packs-check");
    check.setOnAction(_ -> model.check());
    cancel.setId("packs-cancel");
    cancel.setOnAction(_ -> model.cancel());
    lesson.setId("packs-lesson");
    lesson.setAccessibleText("Lesson");
    lesson.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(PackTable.@Nullable Group group) {
            return group == null ? "" : words(group);
          }

          @Override
          public PackTable.@Nullable Group fromString(String text) {
            return null;
          }
        });
    lesson.valueProperty().subscribe(_ -> showGroup());
    ProgressBar progress = new ProgressBar();
    progress.progressProperty().bind(model.progressProperty());
    HBox busy = new HBox(8, progress, cancel);
    busy.setAlignment(Pos.CENTER_LEFT);
    busy.visibleProperty().bind(model.busyProperty());
    busy.managedProperty().bind(busy.visibleProperty());
    FlowPane buttons = new FlowPane(8, 6, open, lesson, save, check, busy);
    buttons.setAlignment(Pos.CENTER_LEFT);
    Label words = new Label();
    words.setId("packs-words");
    words.setWrapText(true);
    words.getStyleClass().add(Styles.TEXT_MUTED);
    words.textProperty().bind(model.wordsProperty());
    VBox head = new VBox(6, buttons, words);
    head.getStyleClass().add("lesson-head");
    return head;
  }

  private static String words(PackTable.Group group) {
    return "%s%s (%s)"
        .formatted(
            ShownText.of(group.lesson().title()),
            group.known() ? "" : ", another text",
            group.rows().size());
  }

  private Node table() {
    table.setId("packs-table");
    table.setFixedCellSize(ROW);
    table.setPlaceholder(new Label("Open lab packs, or drop files or folders here."));
    table.getSelectionModel().selectedItemProperty().subscribe(this::showDetails);
    return table;
  }

  private Node details() {
    details.setId("packs-details");
    details.getStyleClass().add("lesson-blocks");
    details.setFillWidth(true);
    ScrollPane scrolling = new DirectScrollPane(details);
    scrolling.setFitToWidth(true);
    scrolling.setMinWidth(DETAILS);
    scrolling.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scrolling;
  }

  private Node refused() {
    refused.setId("packs-refused");
    refused.getStyleClass().add("lesson-bar");
    ScrollPane scrolling = new DirectScrollPane(refused);
    scrolling.setFitToWidth(true);
    scrolling.setMaxHeight(MOST_REFUSED);
    scrolling.visibleProperty().bind(refused.visibleProperty());
    scrolling.managedProperty().bind(refused.visibleProperty());
    refused.setVisible(false);
    return scrolling;
  }

  /// Asks for packs and reads them.
  void choose() {
    List<Path> chosen = files.toOpenSeveral("Open lab packs", PACK);
    if (!chosen.isEmpty()) {
      model.open(chosen);
    }
  }

  /// Reads files, and all packs in folders.
  void open(List<Path> places) {
    model.open(places);
  }

  private void save() {
    Path file = files.toSave("Save the table", "lab-packs", List.of(TABLE));
    if (file != null) {
      model.save(file);
    }
  }

  private void show(PacksModel.Shown shown) {
    PackTable.Group before = lesson.getValue();
    List<PackTable.Group> groups = shown.table().groups();
    lesson.getItems().setAll(groups);
    lesson.setVisible(groups.size() > 1);
    lesson.setManaged(groups.size() > 1);
    save.setDisable(groups.isEmpty());
    check.setDisable(groups.isEmpty());
    refused.getChildren().clear();
    for (PackTable.Refused each : shown.table().refused()) {
      Label reason = new Label(ShownText.of(each.reason()));
      reason.setWrapText(true);
      reason.getStyleClass().add("form-error");
      refused.getChildren().add(reason);
    }
    refused.setVisible(!shown.table().refused().isEmpty());
    lesson.setValue(
        before != null && groups.contains(before)
            ? before
            : groups.stream().findFirst().orElse(null));
    showGroup();
  }

  private void showGroup() {
    PackTable.Group group = lesson.getValue();
    PackRow chosen = table.getSelectionModel().getSelectedItem();
    table.getColumns().clear();
    table.getItems().clear();
    if (group != null) {
      table.getColumns().addAll(PackColumns.of(group, model.shownProperty().get().checks()));
      table.getItems().setAll(group.rows());
    }
    if (chosen != null && table.getItems().contains(chosen)) {
      table.getSelectionModel().select(chosen);
    }
  }

  private void showDetails(@Nullable PackRow row) {
    detailed = row;
    details.getChildren().clear();
    boxes.clear();
    if (row == null) {
      Label advice = new Label("Choose a line to see the predictions against the runs.");
      advice.setWrapText(true);
      advice.getStyleClass().add(Styles.TEXT_MUTED);
      details.getChildren().add(advice);
      return;
    }
    Label name = new Label(ShownText.of(row.student()));
    name.getStyleClass().add("lesson-title");
    details.getChildren().add(name);
    for (String mark : row.marks()) {
      Label words = new Label(ShownText.of(mark), new FontIcon(Feather.FLAG));
      words.setWrapText(true);
      details.getChildren().add(words);
    }
    model.compare(row.pack(), all -> showComparisons(row, all));
  }

  private void showComparisons(PackRow row, List<Comparison> all) {
    if (!row.equals(detailed)) {
      return;
    }
    for (Comparison each : all) {
      CompareBox box = new CompareBox(each);
      box.setPalette(palette);
      boxes.add(box);
      details.getChildren().add(box);
    }
  }

  void setDark(boolean dark) {
    palette = RolePalette.of(dark);
    boxes.forEach(box -> box.setPalette(palette));
  }

  /// Brings it before the others.
  void toFront() {
    stage.show();
    stage.setIconified(false);
    stage.toFront();
  }

  /// Ends what is under way and takes it from the screen. Idempotent.
  @Override
  public void close() {
    model.close();
    stage.close();
  }
}
