package p2pgossip.net;

/// Calls those who are told of what came over the network.
final class Guarded {

  private Guarded() {}

  /// What the listener throws must not end the connection of another, nor be lost.
  static void run(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
