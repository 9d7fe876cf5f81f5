package p2pgossip.ui.window;

import java.nio.file.Path;
import p2pgossip.export.RecordingFile;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.scenario.Scenario;

/// What a window's buttons and keys ask for beyond its own peer.
interface WindowActions {

  void startOrStop();

  /// Opens another window with a peer on the next free port.
  ///
  /// @param connected whether that peer connects to this one
  void newWindow(boolean connected);

  /// Hides the form on the left, or shows it again.
  void toggleForm();

  /// Asks what swarm to start.
  void askForSwarm();

  /// Plays a scenario in this window.
  void playScenario(Scenario scenario);

  /// Shows a recording in a window of its own.
  void openRecording(Path file, RecordingFile.Opened recording);

  /// Opens a window on a peer of the swarm; its peer goes on when the window is closed.
  void openMember(PeerAddress member);

  /// Leads to where the password is typed.
  void typePassword();

  /// Puts the cursor where it is typed whom to connect to.
  void typeTargets();

  /// Asks what to change in the settings of all peers that allow it.
  void tuneAll();

  void switchTheme();

  void showHelp();

  void closeWindow();
}
