package p2pgossip.ui.window;

import javafx.animation.AnimationTimer;

/// Does something once what the window has so far is on the screen. With software rendering, the FX
/// thread itself brings a frame there, some frames later, and is kept free until then. FX thread
/// only.
final class OnceDrawn extends AnimationTimer {

  private static final int FRAMES_UNTIL_SEEN = 3;

  private final Runnable action;
  private int frames;

  OnceDrawn(Runnable action) {
    super();
    this.action = action;
  }

  @Override
  public void handle(long now) {
    if (++frames > FRAMES_UNTIL_SEEN) {
      stop();
      action.run();
    }
  }
}
