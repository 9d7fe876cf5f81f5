package p2pgossip.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.experiment.Counterpart;
import p2pgossip.export.RecordingFile;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.net.password.Password;
import p2pgossip.network.Run;
import p2pgossip.peer.FreePorts;
import p2pgossip.scenario.Scenario;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.dialog.KeptFolder;
import p2pgossip.ui.dialog.NativeFileChoice;
import p2pgossip.ui.dialog.RecentFile;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmViewModel;
import p2pgossip.ui.swarm.SwarmDialog;
import p2pgossip.ui.tuning.TuningDialog;

/// Does what one window asks for, in that window or in another one. FX thread only.
final class WindowRequests implements WindowActions {

  private final PeerWindows windows;
  private final Executor background;
  private final Executor fxThread;

  /// Null until the window is made, which needs this first.
  private @Nullable PeerWindow window;

  /// @param background runs what waits
  WindowRequests(PeerWindows windows, Executor background, Executor fxThread) {
    this.windows = windows;
    this.background = background;
    this.fxThread = fxThread;
  }

  /// From now on this window asks.
  void of(PeerWindow asking) {
    window = asking;
  }

  @Override
  public void startOrStop() {
    PeerWindow asking = window;
    if (asking == null) {
      return;
    }
    if (asking.model().stateProperty().get() == PeerState.STOPPED) {
      inPresent(asking, PeerWindow::startOrStop);
    } else {
      asking.startOrStop();
    }
  }

  /// Does something in this window. If it shows a recording, the user is asked whether to close
  /// that, or to do it in a new window.
  private void inPresent(PeerWindow asking, Consumer<PeerWindow> action) {
    Partings partings = new Partings(asking.model(), asking.swarm());
    if (partings.hasRecording()) {
      partings
          .leaveRecording(
              () ->
                  action.accept(
                      windows.openWindow(
                          windows.nextPort(),
                          asking.model().settingsProperty().get(),
                          password(asking))),
              () -> action.accept(asking))
          .ask(asking.stage());
    } else {
      action.accept(asking);
    }
  }

  /// Does the same for a swarm. If there is one already, the user is asked whether to end it.
  private void inPlaceOfSwarm(PeerWindow asking, Consumer<PeerWindow> action) {
    Partings partings = new Partings(asking.model(), asking.swarm());
    if (partings.hasSwarm()) {
      partings.replaceSwarm(() -> action.accept(asking)).ask(asking.stage());
    } else {
      inPresent(asking, action);
    }
  }

  private static @Nullable Password password(PeerWindow window) {
    return window.model().security().password();
  }

  @Override
  public void newWindow(boolean connected) {
    if (window == null) {
      return;
    }
    PeerSettings settings = window.model().settingsProperty().get();
    // Peers that belong together let each other in.
    Password password = window.model().security().password();
    PeerAddress address = window.model().addressProperty().get();
    if (connected && address != null) {
      windows.openConnected(window, address, settings, password);
    } else {
      windows.openWindow(windows.nextPort(), settings, password).startOrStop();
    }
  }

  @Override
  public void openLaboratory() {
    if (window != null) {
      windows.openLaboratory(window.stage());
    }
  }

  @Override
  public void openLaboratory(Counterpart peers) {
    openLaboratory();
    windows.laboratory().ifPresent(laboratory -> laboratory.show(peers));
  }

  @Override
  public void toggleForm() {
    if (window != null) {
      boolean covered = Presentation.endOf(window);
      window.showForm(covered || !window.isFormShown());
    }
  }

  @Override
  public void toggleFirstPage() {
    if (window != null) {
      Presentation.endOf(window);
      window.toggleFirstPage();
    }
  }

  @Override
  public void toggleLessons() {
    if (window != null) {
      boolean covered = Presentation.endOf(window);
      window.withLessons(
          place -> {
            if (!covered || !place.shownProperty().get()) {
              place.toggle();
            }
          });
    }
  }

  @Override
  public void saveLabPack() {
    if (window != null) {
      Presentation.endOf(window);
      window.withLessons(LessonPlace::savePack);
    }
  }

  @Override
  public void togglePresentation() {
    Presentation presentation = window == null ? null : window.presentation();
    if (presentation != null) {
      presentation.toggle();
    }
  }

  @Override
  public void demonstrate() {
    if (window != null) {
      inPlaceOfSwarm(window, SwarmStarts::demonstrate);
    }
  }

  @Override
  public void askForSwarm() {
    PeerWindow asking = window;
    if (asking != null) {
      new SwarmDialog(
              asking.stage(),
              asking.model().settingsProperty().get(),
              true,
              new SplittableRandom(),
              new SwarmDialog.FileAsking(
                  over -> new NativeFileChoice(over, new KeptFolder()), background, fxThread),
              request -> inPlaceOfSwarm(asking, target -> SwarmStarts.start(target, request)))
          .show();
    }
  }

  @Override
  public void openRecording(Path file, RecordingFile.Opened recording) {
    if (window != null) {
      PeerWindow opened =
          windows.openWindow(windows.nextPort(), window.model().settingsProperty().get(), null);
      opened.showRecording(file, recording);
      rememberOpened(new RecentFile(RecentFile.Kind.RECORDING, file));
    }
  }

  @Override
  public List<RecentFile> recentFiles() {
    return windows.recentFiles();
  }

  @Override
  public void rememberOpened(RecentFile opened) {
    windows.rememberOpened(opened);
  }

  @Override
  public void playScenario(Scenario scenario, Run.Time time) {
    if (window != null) {
      inPlaceOfSwarm(window, target -> SwarmStarts.play(target, scenario, FreePorts.FIRST, time));
    }
  }

  @Override
  public void openMember(PeerAddress member) {
    SwarmViewModel home = window == null ? null : window.swarm();
    SteerablePeer peer = home == null ? null : home.peer(member);
    if (home != null && peer != null) {
      windows.openWindow(member.port(), peer.settings(), null).model().attach(peer, home);
    }
  }

  @Override
  public void typePassword() {
    if (window != null) {
      Presentation.endOf(window);
      window.typePassword();
    }
  }

  @Override
  public void typeTargets() {
    if (window != null) {
      Presentation.endOf(window);
      window.typeTargets();
    }
  }

  @Override
  public void tuneAll() {
    if (window != null) {
      tuneAll(window);
    }
  }

  /// Asks what to change in the settings of all peers that the peer of a window knows.
  static void tuneAll(PeerWindow asking) {
    PeerViewModel model = asking.model();
    new TuningDialog(
            asking.stage(),
            model.tuning(),
            model.settingsProperty().get(),
            tuning -> model.change(tuning::applyTo))
        .show();
  }

  @Override
  public void startClass() {
    if (window != null) {
      windows.classes().startClass(window);
    }
  }

  @Override
  public void joinClass() {
    if (window != null) {
      windows.classes().joinClass(window);
    }
  }

  @Override
  public void switchTheme() {
    windows.switchTheme();
  }

  @Override
  public void showHelp() {
    if (window != null) {
      new HelpDialog(window.stage()).show();
    }
  }

  @Override
  public void closeWindow() {
    PeerWindow asking = window;
    if (asking != null) {
      asking.close(() -> windows.close(asking));
    }
  }
}
