package p2pgossip.ui.beat;

import java.util.List;
import p2pgossip.testing.Recorder;

/// What reaches the handler of uncaught failures of the thread that a test runs on.
public final class Uncaught {

  private Uncaught() {}

  /// Runs it, and says what was reported meanwhile in place of being printed.
  public static List<Throwable> during(Runnable action) {
    Recorder<Throwable> reported = new Recorder<>();
    Thread thread = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
    thread.setUncaughtExceptionHandler((where, cause) -> reported.accept(cause));
    try {
      action.run();
    } finally {
      thread.setUncaughtExceptionHandler(before);
    }
    return reported.all();
  }
}
