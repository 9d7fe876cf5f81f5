package p2pgossip.ui.replay;

import java.time.Instant;

/// What the user asks of the bar.
public interface ReplayActions {

  /// Back to now.
  void goLive();

  /// Plays the recording from the moment that is shown.
  void play();

  /// Stops at the moment that is shown.
  void hold();

  /// Moves to the next observation, or to the one before.
  void step(boolean forward);

  /// Moves to this moment and stops there.
  void seek(Instant moment);

  /// @param pace recorded seconds in a second, 1/100 to 10
  void setPace(double pace);
}
