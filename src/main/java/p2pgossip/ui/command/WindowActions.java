package p2pgossip.ui.command;

import java.nio.file.Path;
import java.util.List;
import p2pgossip.experiment.Counterpart;
import p2pgossip.export.RecordingFile;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Run;
import p2pgossip.scenario.Scenario;
import p2pgossip.ui.dialog.RecentFile;

/// What the buttons, menus and keys of a window can ask of it and of the other windows. FX thread
/// only.
public interface WindowActions {

  /// Starts this window's peer, or stops it.
  void startOrStop();

  /// Opens another window with a peer on the next free port.
  ///
  /// @param connected whether that peer connects to this one
  void newWindow(boolean connected);

  /// Opens the laboratory, or brings it to the front.
  void openLaboratory();

  /// The same, at the page of one run, with the settings of peers filled in, and what these leave
  /// out.
  void openLaboratory(Counterpart peers);

  /// Hides the form on the left, or shows it again.
  void toggleForm();

  /// Shows the first page, or what it covers.
  void toggleFirstPage();

  /// Opens the lessons beside the graph, or closes them.
  void toggleLessons();

  /// Saves the open lesson as a lab pack. If none is open, shows the lessons.
  void saveLabPack();

  /// Asks which class to start, or shows the board of the one that this window has.
  void startClass();

  /// Lists the classes on the network, and asks which to join.
  void joinClass();

  /// Shows the graph, the curve and the story alone, on the whole screen, or the window again.
  void togglePresentation();

  /// Starts a swarm in which a rumour begins by itself.
  void demonstrate();

  /// Asks which swarm to start.
  void askForSwarm();

  /// Plays a scenario in this window.
  void playScenario(Scenario scenario, Run.Time time);

  /// Shows a recording in a window of its own.
  void openRecording(Path file, RecordingFile.Opened recording);

  /// What was opened last, the latest first.
  List<RecentFile> recentFiles();

  /// Remembers that a file has been opened.
  void rememberOpened(RecentFile opened);

  /// Opens a window on a peer of the swarm. The peer keeps running when that window is closed.
  void openMember(PeerAddress member);

  /// Puts the cursor where the password is typed.
  void typePassword();

  /// Puts the cursor where the addresses to connect to are typed.
  void typeTargets();

  /// Asks what to change in the settings of all peers that allow it.
  void tuneAll();

  /// Switches between light and dark.
  void switchTheme();

  /// Lists all keys.
  void showHelp();

  /// Closes this window and ends its peer, after a question if something would be lost.
  void closeWindow();
}
