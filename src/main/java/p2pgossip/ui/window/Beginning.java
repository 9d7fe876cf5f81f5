package p2pgossip.ui.window;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import p2pgossip.export.ScenarioFiles;
import p2pgossip.journal.LineKind;
import p2pgossip.network.Run;
import p2pgossip.scenario.Scenario;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.dialog.RecentFile;
import p2pgossip.ui.first.FirstActions;
import p2pgossip.ui.first.FirstPage;
import p2pgossip.ui.keep.KeepMenu;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmViewModel;

/// Shows the first page until something begins in the window, and again whenever the user asks for
/// it. FX thread only.
final class Beginning {

  private final PeerViewModel model;
  private final WindowActions actions;
  private final FirstPage page;
  private final Executor background;
  private final Executor fxThread;
  private boolean offered;

  /// @param recordings asks for recordings and plays them
  Beginning(
      PeerViewModel model,
      SwarmViewModel swarm,
      WindowActions actions,
      KeepMenu recordings,
      Executor background,
      Executor fxThread) {
    this.model = model;
    this.actions = actions;
    this.background = background;
    this.fxThread = fxThread;
    page =
        new FirstPage(
            new FirstActions() {
              @Override
              public void seeRumor() {
                actions.demonstrate();
              }

              @Override
              public void startSwarm() {
                actions.askForSwarm();
              }

              @Override
              public void openLessons() {
                actions.toggleLessons();
              }

              @Override
              public void startClass() {
                actions.startClass();
              }

              @Override
              public void joinClass() {
                actions.joinClass();
              }

              @Override
              public void openLaboratory() {
                actions.openLaboratory();
              }

              @Override
              public void openRecording() {
                recordings.openRecording();
              }

              @Override
              public void play(Scenario scenario) {
                actions.playScenario(scenario, Run.Time.REAL);
              }

              @Override
              public void reopen(RecentFile file) {
                switch (file.kind()) {
                  case RECORDING -> recordings.open(file.path());
                  case SCENARIO -> playAgain(file);
                }
              }
            });
    page.managedProperty().bind(page.visibleProperty());
    show(true);
    model
        .stateProperty()
        .subscribe(
            state -> {
              if (state != PeerState.STOPPED) {
                show(false);
              }
            });
    swarm
        .stateProperty()
        .subscribe(
            state -> {
              if (state != null) {
                show(false);
              }
            });
    model
        .network()
        .viewProperty()
        .map(NetworkView::opened)
        .subscribe(
            recording -> {
              if (recording != null) {
                show(false);
              }
            });
  }

  FirstPage page() {
    return page;
  }

  /// Shows what the page covers.
  void leave() {
    show(false);
  }

  /// Shows the page, or what it covers.
  void toggle() {
    show(!page.isVisible());
  }

  private void show(boolean shown) {
    page.setVisible(shown);
    if (shown) {
      page.offerAgain(actions.recentFiles());
    }
    if (shown && !offered) {
      offered = true;
      background.execute(this::read);
    }
  }

  private void read() {
    try {
      List<Scenario> scenarios = ScenarioFiles.allBundled();
      fxThread.execute(() -> page.offer(scenarios));
    } catch (IOException e) {
      tell(e);
    }
  }

  private void playAgain(RecentFile file) {
    background.execute(
        () -> {
          try {
            Scenario scenario =
                SwarmPlan.requireRoomFor(ScenarioFiles.read(file.path().toString()), Run.Time.REAL);
            fxThread.execute(
                () -> {
                  actions.rememberOpened(file);
                  actions.playScenario(scenario, Run.Time.REAL);
                });
          } catch (IOException e) {
            tell(e);
          }
        });
  }

  private void tell(IOException failure) {
    String words = String.valueOf(failure.getMessage());
    fxThread.execute(() -> model.journal().tell(LineKind.ERROR, null, words));
  }
}
