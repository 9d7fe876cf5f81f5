package p2pgossip.ui.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.export.ScenarioFiles;
import p2pgossip.gossip.ShownText;
import p2pgossip.journal.LineKind;
import p2pgossip.network.Run;
import p2pgossip.scenario.Scenario;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.command.WindowCommands;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.dialog.RecentFile;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmState;
import p2pgossip.ui.model.SwarmViewModel;

/// Starts a swarm; plays, opens and saves scenarios. Files are read and written on the background
/// executor. FX thread only.
final class SwarmMenu extends SplitMenuButton {

  private static final FileChoice.Kind SCENARIO = new FileChoice.Kind("Scenario", "json");

  private final PeerViewModel model;
  private final SwarmViewModel swarm;
  private final WindowActions actions;
  private final FileChoice files;
  private final Executor background;
  private final Executor fxThread;
  private final CheckMenuItem virtual = new CheckMenuItem("Play scenarios in virtual time");
  private final Menu bundled = new Menu("Scenarios", new FontIcon(Feather.FILM));

  SwarmMenu(
      PeerViewModel model,
      SwarmViewModel swarm,
      WindowActions actions,
      FileChoice files,
      Executor background,
      Executor fxThread) {
    this.model = model;
    this.swarm = swarm;
    this.actions = actions;
    this.files = files;
    this.background = background;
    this.fxThread = fxThread;
    setId("swarm");
    setText("Swarm …");
    setGraphic(new FontIcon(Feather.SHARE_2));
    getStyleClass().add("header-button");
    Hint.on(
        this,
        WindowCommands.START_SWARM.hint("Start many peers at once")
            + ", play a scenario, or "
            + WindowCommands.TUNE_ALL.hint("change all peers"));
    setOnAction(event -> actions.askForSwarm());
    MenuItem start = WindowCommands.START_SWARM.menuItem(actions);
    // They are read when the menu is first opened. Until then one entry stands for all.
    bundled.getItems().add(new MenuItem("…"));
    setOnShowing(event -> readBundled());
    MenuItem open = new MenuItem("Open a scenario …");
    open.setOnAction(event -> open());
    MenuItem save = new MenuItem("Save this swarm as a scenario …");
    save.disableProperty().bind(swarm.stateProperty().isNull());
    save.setOnAction(event -> save());
    MenuItem like = new MenuItem("Open this swarm in the laboratory");
    like.setId("swarm-in-laboratory");
    like.disableProperty().bind(swarm.stateProperty().isNull());
    like.setOnAction(event -> openInLaboratory());
    virtual.setId("scenario-virtual");
    MenuItem tune = WindowCommands.TUNE_ALL.menuItem(actions);
    tune.setId("tune-all-peers");
    tune.disableProperty().bind(model.addressProperty().isNull());
    MenuItem laboratory = WindowCommands.OPEN_LABORATORY.menuItem(actions);
    laboratory.setId("open-laboratory");
    MenuItem lessons = WindowCommands.LESSONS.menuItem(actions);
    lessons.setId("open-lessons");
    MenuItem pack = new MenuItem("Save a lab pack of the lesson…");
    pack.setId("save-lab-pack");
    pack.setOnAction(_ -> actions.saveLabPack());
    MenuItem startClass = WindowCommands.START_CLASS.menuItem(actions);
    startClass.setId("start-class");
    MenuItem joinClass = WindowCommands.JOIN_CLASS.menuItem(actions);
    joinClass.setId("join-class");
    MenuItem present = WindowCommands.PRESENT.menuItem(actions);
    present.setId("present");
    getItems()
        .addAll(
            start,
            lessons,
            pack,
            startClass,
            joinClass,
            present,
            laboratory,
            like,
            new SeparatorMenuItem(),
            bundled,
            open,
            virtual,
            save,
            new SeparatorMenuItem(),
            tune);
  }

  private void readBundled() {
    if (bundled.getItems().size() > 1) {
      return;
    }
    read(ScenarioFiles::allBundled, this::offer);
  }

  private void offer(List<Scenario> scenarios) {
    bundled
        .getItems()
        .setAll(
            scenarios.stream()
                .map(
                    scenario -> {
                      MenuItem item = new MenuItem(ShownText.of(scenario.name()));
                      item.setOnAction(event -> play(scenario));
                      return item;
                    })
                .toList());
  }

  private void play(Scenario scenario) {
    if (!scenario.description().isBlank()) {
      model.journal().tell(LineKind.NOTE, null, ShownText.of(scenario.description()));
    }
    actions.playScenario(scenario, time());
  }

  private Run.Time time() {
    return virtual.isSelected() ? Run.Time.VIRTUAL : Run.Time.REAL;
  }

  private void open() {
    Path file = files.toOpen("Open a scenario", SCENARIO);
    if (file != null) {
      Run.Time time = time();
      read(
          () -> SwarmPlan.requireRoomFor(ScenarioFiles.read(file.toString()), time),
          scenario -> {
            actions.rememberOpened(new RecentFile(RecentFile.Kind.SCENARIO, file));
            play(scenario);
          });
    }
  }

  private void openInLaboratory() {
    swarm.likeness(model.isRunning()).ifPresent(like -> actions.openLaboratory(like.counterpart()));
  }

  private void save() {
    SwarmState state = swarm.stateProperty().get();
    if (state == null) {
      return;
    }
    Path file = files.toSave("Save this swarm as a scenario", "scenario", List.of(SCENARIO));
    if (file != null) {
      Scenario scenario = state.asScenario(String.valueOf(file.getFileName()));
      read(
          () -> {
            ScenarioFiles.write(scenario, file);
            return file;
          },
          saved -> model.journal().tell(LineKind.NOTE, null, "The scenario is in " + saved + "."));
    }
  }

  private <T> void read(Reading<T> reading, Consumer<T> then) {
    background.execute(
        () -> {
          try {
            T result = reading.read();
            fxThread.execute(() -> then.accept(result));
          } catch (IOException e) {
            String words = String.valueOf(e.getMessage());
            fxThread.execute(() -> model.journal().tell(LineKind.ERROR, null, words));
          }
        });
  }

  private interface Reading<T> {
    T read() throws IOException;
  }
}
