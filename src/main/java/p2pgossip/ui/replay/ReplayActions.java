package p2pgossip.ui.replay;

import java.time.Instant;

/// What the bar asks for.
public interface ReplayActions {

  /// Back to now.
  void goLive();

  /// Let the recording run from the moment that is shown.
  void play();

  /// Stand still at the moment that is shown.
  void hold();

  /// To the next thing that was seen, or the one before.
  void step(boolean forward);

  /// To this moment, and stand still there.
  void seek(Instant moment);

  /// @param pace recorded seconds in a second, 1/100 to 10
  void setPace(double pace);
}
