package p2pgossip.ui.graph;

import javafx.animation.AnimationTimer;

/// Drives what moves, one frame at a time, and stands still when nothing does: an idle picture
/// costs nothing.
final class FrameClock extends AnimationTimer {

  /// Messages alone are drawn some 20 times a second: smooth enough for a dot, at a third of the cost.
  private static final double MESSAGE_SECONDS = 0.045;

  /// After a pause things go on from where they were instead of leaping.
  private static final double MAX_STEP_SECONDS = 0.1;

  private static final double FIRST_STEP_SECONDS = 1 / 60.0;

  /// What is driven. Times are seconds since the last call.
  interface Driven {

    /// Moves the peers and the view, and draws them.
    ///
    /// @return whether there is more to come
    boolean advancePicture(double seconds);

    /// Moves the messages.
    ///
    /// @return whether any is left
    boolean advanceMessages(double seconds);
  }

  private final Driven driven;
  private boolean running;
  private boolean pictureMoving;
  private boolean messagesMoving;
  private long last;
  private double sinceMessages;

  FrameClock(Driven driven) {
    this.driven = driven;
  }

  boolean isRunning() {
    return running;
  }

  /// The picture has something to move or to draw.
  void wakePicture() {
    pictureMoving = true;
    run();
  }

  /// There is a message to move.
  void wakeMessages() {
    messagesMoving = true;
    run();
  }

  private void run() {
    if (!running) {
      running = true;
      last = 0;
      start();
    }
  }

  /// Stands still until woken.
  void rest() {
    running = false;
    stop();
  }

  @Override
  public void handle(long now) {
    double seconds =
        last == 0 ? FIRST_STEP_SECONDS : Math.min(MAX_STEP_SECONDS, (now - last) / 1e9);
    last = now;
    sinceMessages += seconds;
    boolean redrawn = pictureMoving;
    if (pictureMoving) {
      pictureMoving = driven.advancePicture(seconds);
    }
    // With the picture, the messages on it move too, or they would lag behind it.
    if (redrawn || (messagesMoving && sinceMessages >= MESSAGE_SECONDS)) {
      messagesMoving = driven.advanceMessages(sinceMessages);
      sinceMessages = 0;
    }
    if (!pictureMoving && !messagesMoving) {
      rest();
    }
  }
}
