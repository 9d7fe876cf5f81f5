package p2pgossip.ui.first;

import p2pgossip.scenario.Scenario;

/// What the first page offers. FX thread only.
public interface FirstActions {

  /// Starts a swarm in which a rumour begins by itself.
  void seeRumor();

  /// Asks which swarm to start.
  void startSwarm();

  void openLaboratory();

  /// Asks for a file and plays it.
  void openRecording();

  void play(Scenario scenario);
}
