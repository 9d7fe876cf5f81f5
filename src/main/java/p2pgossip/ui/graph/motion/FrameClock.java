package p2pgossip.ui.graph.motion;

import javafx.animation.AnimationTimer;
import p2pgossip.ui.beat.Beat;

/// Drives what moves, frame by frame, and stops when nothing moves: a graph at rest costs nothing.
///
/// Peers and the view move with every frame of the screen. Messages alone move in the slower
/// [Beat]: an [AnimationTimer] would wake the FX thread 60 times a second, however few frames are
/// drawn.
public final class FrameClock {

  /// The longest step, so that nothing leaps after a pause.
  private static final double MAX_STEP_SECONDS = 0.1;

  private static final double FIRST_STEP_SECONDS = 1 / 60.0;

  /// Above this many messages they move twice as often, so that the eye can follow them.
  private static final int FEW = 40;

  /// What is driven. Times are seconds since the last call.
  public interface Driven {

    /// Moves the peers and the view, and draws them.
    ///
    /// @return whether something still moves
    boolean advancePicture(double seconds);

    /// Moves the messages.
    ///
    /// @return how many are left
    int advanceMessages(double seconds);
  }

  private final Driven driven;
  private final Beat beat;
  private final AnimationTimer frames = new Frames();
  private boolean pictureMoving;
  private boolean messagesMoving;
  private int messages;
  private boolean beatPlanned;
  private long lastFrame;
  private long lastMessages;

  public FrameClock(Driven driven, Beat beat) {
    this.driven = driven;
    this.beat = beat;
  }

  public boolean isRunning() {
    return pictureMoving || messagesMoving;
  }

  /// There is a peer or a view to move, or something to draw.
  public void wakePicture() {
    if (!pictureMoving) {
      pictureMoving = true;
      lastFrame = 0;
      frames.start();
    }
  }

  /// There is a message to move.
  public void wakeMessages() {
    if (!messagesMoving) {
      messagesMoving = true;
      lastMessages = System.nanoTime();
      planBeat();
    }
  }

  /// Stops until it is woken.
  public void rest() {
    pictureMoving = false;
    messagesMoving = false;
    frames.stop();
  }

  private void planBeat() {
    if (!beatPlanned) {
      beatPlanned = true;
      if (messages > FEW) {
        beat.sooner(this::beat);
      } else {
        beat.next(this::beat);
      }
    }
  }

  private void beat() {
    beatPlanned = false;
    // While the picture moves, its frames move the messages too, or they would lag behind it.
    try {
      if (messagesMoving && !pictureMoving) {
        advanceMessages();
      }
    } finally {
      // After a failure too, so that the messages don't stop for good.
      if (messagesMoving) {
        planBeat();
      }
    }
  }

  private void advanceMessages() {
    long now = System.nanoTime();
    messages = driven.advanceMessages(step(lastMessages, now));
    messagesMoving = messages > 0;
    lastMessages = now;
  }

  private static double step(long last, long now) {
    return Math.min(MAX_STEP_SECONDS, (now - last) / 1e9);
  }

  private final class Frames extends AnimationTimer {

    @Override
    public void handle(long now) {
      pictureMoving =
          driven.advancePicture(lastFrame == 0 ? FIRST_STEP_SECONDS : step(lastFrame, now));
      lastFrame = now;
      // A waiting message moves with its link.
      if (messagesMoving) {
        advanceMessages();
      }
      if (!pictureMoving) {
        stop();
      }
    }
  }
}
