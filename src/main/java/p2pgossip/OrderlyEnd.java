package p2pgossip;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/// How work on the terminal ends when the process is told to end: a first signal has it given up,
/// and what there is of it written; a second one ends the process at once. Thread-safe.
final class OrderlyEnd implements AutoCloseable {

  private final PrintStream err;
  private final EndSignals signals;
  private final IntConsumer endAtOnce;
  private final Runnable wanted;
  private final AtomicBoolean ending = new AtomicBoolean();

  /// @param signals not handled yet; restored by [#close]
  /// @param endAtOnce ends the process with an exit status
  /// @param wanted is called at the first signal, on a thread of the JVM's
  OrderlyEnd(PrintStream err, EndSignals signals, IntConsumer endAtOnce, Runnable wanted) {
    this.err = err;
    this.signals = signals;
    this.endAtOnce = endAtOnce;
    this.wanted = wanted;
    signals.handleBy(this::end);
  }

  private void end() {
    if (ending.getAndSet(true)) {
      endAtOnce.accept(signals.exitStatus());
    } else {
      err.println(
          "p2pgossip: ending, and writing the results of what is done; a second time ends at once");
      wanted.run();
    }
  }

  /// Whether a signal has come.
  boolean isWanted() {
    return ending.get();
  }

  /// The exit status that stands for the signal.
  int exitStatus() {
    return signals.exitStatus();
  }

  /// Lets the signals do again what they did before.
  @Override
  public void close() {
    signals.restore();
  }
}
