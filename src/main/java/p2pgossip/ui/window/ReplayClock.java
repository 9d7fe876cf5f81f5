package p2pgossip.ui.window;

import java.time.Duration;
import javafx.animation.AnimationTimer;
import p2pgossip.ui.model.Moment;
import p2pgossip.ui.model.NetworkViewModel;

/// Moves a recording forward while it is played. Costs nothing otherwise. FX thread only.
final class ReplayClock implements AutoCloseable {

  private static final long SHORTEST_NANOS = 30_000_000;

  private final AnimationTimer timer;
  private boolean running;

  ReplayClock(NetworkViewModel network) {
    timer =
        new AnimationTimer() {
          private long last;

          @Override
          public void start() {
            last = 0;
            super.start();
          }

          @Override
          public void handle(long now) {
            if (last == 0) {
              last = now;
            } else if (now - last >= SHORTEST_NANOS) {
              network.advance(Duration.ofNanos(now - last));
              last = now;
            }
          }
        };
    network.viewProperty().subscribe(view -> run(view.moment().mode() == Moment.Mode.PLAYING));
  }

  private void run(boolean wanted) {
    if (wanted && !running) {
      timer.start();
    } else if (!wanted && running) {
      timer.stop();
    }
    running = wanted;
  }

  /// Idempotent.
  @Override
  public void close() {
    timer.stop();
  }
}
