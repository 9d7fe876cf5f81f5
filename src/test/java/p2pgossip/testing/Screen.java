package p2pgossip.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The FX thread for tests. Only [#see] may be called on that thread itself.
///
/// TestFX's own methods sleep for 50 ms after each call. These return as soon as they are done, or
/// with the next pulse.
public final class Screen {

  private static final long PATIENCE_SECONDS = 30;

  private Screen() {}

  /// Returns the result of `what` on the FX thread, or throws its exception.
  public static <T extends @Nullable Object> T see(Supplier<T> what) {
    if (Platform.isFxApplicationThread()) {
      return what.get();
    }
    CompletableFuture<T> seen = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            seen.complete(what.get());
          } catch (Throwable e) {
            seen.completeExceptionally(e);
          }
        });
    try {
      return seen.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw asUnchecked(e);
    }
  }

  private static RuntimeException asUnchecked(CompletionException thrown) {
    return switch (thrown.getCause()) {
      case Error error -> throw error;
      case RuntimeException cause -> cause;
      case null, default -> thrown;
    };
  }

  /// Runs `what` on the FX thread, and returns after the next pulse: tasks that it has scheduled on
  /// that thread are done then, and all windows are laid out.
  public static void act(Runnable what) {
    see(
        () -> {
          what.run();
          return null;
        });
    awaitPulse();
  }

  /// Lays all windows out as the next pulse would. On the FX thread only.
  public static void layOut() {
    for (Window window : Window.getWindows()) {
      if (window.getScene() != null) {
        window.getScene().getRoot().applyCss();
        window.getScene().getRoot().layout();
      }
    }
  }

  /// Whether the node and all that it stands in are visible.
  public static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /// Returns after a whole pulse.
  public static void awaitPulse() {
    CountDownLatch passed = new CountDownLatch(1);
    Platform.runLater(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                stop();
                // The layout of the same pulse comes first.
                Platform.runLater(passed::countDown);
              }
            }.start());
    try {
      if (!passed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("no pulse within " + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Checks the condition after every pulse, on the FX thread, until it holds.
  public static void until(Supplier<Boolean> condition) {
    long begun = System.nanoTime();
    while (!see(condition)) {
      if (TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) > PATIENCE_SECONDS) {
        throw new AssertionError("not so within " + PATIENCE_SECONDS + " s");
      }
      awaitPulse();
    }
  }
}
