package p2pgossip.ui.laboratory;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.experiment.Counterpart;
import p2pgossip.export.ThisProgram;
import p2pgossip.laboratory.PointRun;
import p2pgossip.laboratory.SweepShelf;
import p2pgossip.scenario.Scenario;
import p2pgossip.ui.command.Command;
import p2pgossip.ui.command.CommandGroup;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.dialog.KeptFolder;
import p2pgossip.ui.dialog.NativeFileChoice;
import p2pgossip.ui.form.FileReading;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.theme.RolePalette;
import p2pgossip.ui.theme.StyleSheets;
import p2pgossip.worker.FittingSweeps;

/// The window of the laboratory: what is run on the left, and beside it a page for each way of
/// looking at it. FX thread only.
public final class Laboratory implements AutoCloseable {

  private static final Command<Laboratory> RUN =
      new Command<>("F9", "Run in the laboratory, or stop", Laboratory::runOrStop);

  /// What the keys do in this window.
  public static final CommandGroup<Laboratory> COMMANDS =
      new CommandGroup<>("Laboratory", List.of(RUN));

  private static final double MIN_WIDTH = 760;
  private static final double MIN_HEIGHT = 520;
  private static final double WIDTH = 1_240;
  private static final double HEIGHT = 780;

  /// What a window manager may put round it, in pixels.
  private static final double FRAME = 60;

  private final Stage stage = new Stage();
  private final BorderPane root = new BorderPane();
  private final DirectScrollPane scroll = new DirectScrollPane();
  private final Button run = new Button();
  private final SaveMenu save;
  private final RunForm form;
  private final ToggleGroup switched = new ToggleGroup();
  private final List<Page> pages;
  private final OneRunPage one;
  private final ComparePage compare;
  private final Surroundings around;
  private Page shown;
  private boolean closed;

  /// What it needs of the program round it.
  ///
  /// @param background runs what takes a while
  /// @param sweeps the folder in which its sweeps are kept; it need not be there yet
  /// @param watch plays a scenario in virtual time in a window of its own
  /// @param whenClosed is told when the user closes it
  public record Surroundings(
      Executor background,
      Executor fxThread,
      Path sweeps,
      Consumer<Scenario> watch,
      Runnable whenClosed) {}

  /// Makes it; [#open] brings it to the screen.
  public Laboratory(Surroundings around) {
    this(owner -> new NativeFileChoice(owner, new KeptFolder()), around);
  }

  /// @param choice makes the file chooser of a window
  Laboratory(Function<Supplier<@Nullable Window>, FileChoice> choice, Surroundings around) {
    this.around = around;
    FileChoice files = choice.apply(this::window);
    Executor background = around.background();
    Executor fxThread = around.fxThread();
    save = new SaveMenu(this::prints, files, background, fxThread);
    FileReading reading = new FileReading(files, background, fxThread);
    form = new RunForm(reading);
    compare = new ComparePage(this::showComparison);
    one = new OneRunPage(form, background, fxThread, compare, this::showRun);
    shown = one;
    pages =
        List.of(
            one,
            new ManyRunsPage(form, background, fxThread, compare, this::showRun),
            new SweepPage(
                form,
                reading,
                new SweepShelf(around.sweeps(), ThisProgram.nameAndVersion()),
                new FittingSweeps(),
                this::open,
                compare,
                this::showRun),
            compare,
            new EngineersPage(this::showRun),
            new ValidationPage(this::showRun));
    root.getStyleClass().addAll("peer-window", "laboratory");
    root.getStylesheets()
        .addAll(StyleSheets.window(), StyleSheets.of(Laboratory.class, "laboratory.css"));
    root.setTop(head());
    root.setLeft(side());
    show(shown);
  }

  private Window window() {
    return stage;
  }

  private List<Printed> prints() {
    return shown.prints();
  }

  private HBox head() {
    HBox switches = new HBox();
    for (Page page : pages) {
      ToggleButton button = new ToggleButton(page.parts().title());
      button.setToggleGroup(switched);
      button.setSelected(page.equals(shown));
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            show(page);
          });
      if (page.equals(compare)) {
        button.textProperty().bind(compare.titleProperty());
      }
      switches.getChildren().add(button);
    }
    Label saved = new Label();
    saved.setId("lab-saved");
    saved.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    saved.textProperty().bind(save.outcomeProperty());
    saved.setMaxWidth(Double.MAX_VALUE);
    saved.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(saved, Priority.ALWAYS);
    save.setMinWidth(Region.USE_PREF_SIZE);
    switches.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(12, switches, saved, save);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("header-bar");
    return head;
  }

  private VBox side() {
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("side", "left");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    run.setId("lab-run");
    run.setMaxWidth(Double.MAX_VALUE);
    RUN.on(run, this);
    HBox.setHgrow(run, Priority.ALWAYS);
    HBox foot = new HBox(run);
    foot.getStyleClass().add("lab-foot");
    foot.visibleProperty().bind(run.visibleProperty());
    foot.managedProperty().bind(foot.visibleProperty());
    return new VBox(scroll, foot);
  }

  private void show(Page page) {
    shown = page;
    page.shown();
    root.setCenter(page.parts().node());
    scroll.setContent(page.parts().side());
    showRun();
  }

  private void showComparison() {
    switched.getToggles().get(pages.indexOf(compare)).setSelected(true);
    show(compare);
  }

  /// Shows the page of one run with the settings of peers filled in, and what these leave out.
  public void show(Counterpart peers) {
    switched.getToggles().getFirst().setSelected(true);
    show(one);
    form.show(peers);
    scroll.setVvalue(0);
  }

  /// Opens a run of a sweep: its network in a window of its own, its field on the page of one run.
  private void open(PointRun run) {
    switch (run) {
      case PointRun.Network network -> around.watch().accept(network.scenario());
      case PointRun.Field field -> {
        switched.getToggles().getFirst().setSelected(true);
        show(one);
        one.run(field.settings(), "a run of the sweep");
      }
      case PointRun.Nothing _ -> {}
    }
  }

  private void showRun() {
    boolean running = shown.parts().work().isUnderWay();
    run.setText(running ? "Stop" : "Run");
    run.setGraphic(new FontIcon(running ? Feather.SQUARE : Feather.PLAY));
    run.getStyleClass().remove(Styles.ACCENT);
    if (!running) {
      run.getStyleClass().add(Styles.ACCENT);
    }
    run.setVisible(shown.runs());
    run.disableProperty().unbind();
    if (running) {
      run.setDisable(false);
    } else {
      run.disableProperty().bind(Bindings.not(shown.parts().ready()));
    }
  }

  private void runOrStop() {
    if (shown.parts().work().isUnderWay()) {
      shown.parts().work().stop();
      return;
    }
    if (shown.parts().ready().get()) {
      shown.run();
    }
  }

  /// Brings it to the screen. Called once.
  ///
  /// @param near the window beside which it opens; null for none
  public void open(@Nullable Window near) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            root,
            Math.min(WIDTH, screen.getWidth() - FRAME),
            Math.min(HEIGHT, screen.getHeight() - FRAME));
    for (Command<Laboratory> command : COMMANDS.commands()) {
      command
          .keys()
          .forEach(
              key ->
                  scene
                      .getAccelerators()
                      .put(KeyCombination.valueOf(key), () -> command.perform(this)));
    }
    stage.setTitle("Laboratory – p2pgossip");
    stage.setScene(scene);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          around.whenClosed().run();
        });
    if (near != null) {
      stage.setX(near.getX() + 40);
      stage.setY(near.getY() + 40);
    }
    stage.show();
  }

  /// Its scene, once it is open: for more keys.
  public Scene scene() {
    return stage.getScene();
  }

  public Stage stage() {
    return stage;
  }

  /// Brings it before the others.
  public void toFront() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  public void setDark(boolean dark) {
    pages.forEach(page -> page.setPalette(RolePalette.of(dark)));
  }

  /// Ends what is under way and takes the window from the screen. Idempotent.
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      pages.forEach(Page::close);
      stage.close();
    }
  }
}
