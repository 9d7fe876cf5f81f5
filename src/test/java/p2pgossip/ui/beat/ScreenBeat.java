package p2pgossip.ui.beat;

import java.util.concurrent.Executors;
import javafx.application.Platform;

/// A beat on the real FX thread, for all tests of the process that need one.
public final class ScreenBeat {

  private static final Beat BEAT =
      new Beat(
          Platform::runLater,
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name("beat").factory()));

  private ScreenBeat() {}

  public static Beat get() {
    return BEAT;
  }
}
