package p2pgossip.net;

/// Calls listeners for what came over the network.
final class Guarded {

  private Guarded() {}

  /// An exception of a listener must neither end the connection of another nor be lost.
  static void run(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
