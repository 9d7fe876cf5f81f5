package p2pgossip.ui.first;

import p2pgossip.scenario.Scenario;
import p2pgossip.ui.dialog.RecentFile;

/// What the first page offers. FX thread only.
public interface FirstActions {

  /// Starts a swarm in which a rumour begins by itself.
  void seeRumor();

  /// Asks which swarm to start.
  void startSwarm();

  void openLessons();

  /// Asks which class to start.
  void startClass();

  /// Asks which class to join.
  void joinClass();

  void openLaboratory();

  /// Asks for a file and plays it.
  void openRecording();

  void play(Scenario scenario);

  /// Opens a file again; says so in words if that fails.
  void reopen(RecentFile file);
}
