package p2pgossip.ui.laboratory;

import javafx.animation.AnimationTimer;

/// Calls back up to 30 times a second while there is something to follow. FX thread only.
final class Frames extends AnimationTimer {

  private static final long SHORTEST_NANOS = 30_000_000;

  private final Follower follower;
  private long before = -1;

  /// What is called.
  @FunctionalInterface
  interface Follower {
    /// @param seconds since the call before; 0 for the first
    /// @return whether to go on
    boolean frame(double seconds);
  }

  Frames(Follower follower) {
    super();
    this.follower = follower;
  }

  @Override
  public void start() {
    before = -1;
    super.start();
  }

  @Override
  public void handle(long now) {
    if (before >= 0 && now - before < SHORTEST_NANOS) {
      return;
    }
    double seconds = before < 0 ? 0 : (now - before) / 1e9;
    before = now;
    if (!follower.frame(seconds)) {
      stop();
    }
  }
}
