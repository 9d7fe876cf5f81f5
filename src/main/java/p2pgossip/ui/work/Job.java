package p2pgossip.ui.work;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;
import p2pgossip.export.Progress;

/// Runs one piece of work at a time in the background, and can cancel it. FX thread only, except
/// for the work itself.
public final class Job implements AutoCloseable {

  /// The work; it runs in the background.
  @FunctionalInterface
  public interface Work<T> {
    /// @throws IOException when a file can't be written or read
    T run(Progress progress) throws IOException;
  }

  private final Executor background;
  private final Executor fxThread;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");

  /// Of the work that is under way.
  private @Nullable AtomicBoolean cancelled;

  private boolean closed;

  /// @param background runs the work
  public Job(Executor background, Executor fxThread) {
    this.background = background;
    this.fxThread = fxThread;
  }

  /// Whether some work is under way.
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// Of the work that is under way, 0 to 1.
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// Does nothing while something else is under way, or once it is closed.
  ///
  /// @param done hears the outcome, on the FX thread
  /// @param failed hears of a failure likewise
  public <T> void run(Work<T> work, Consumer<T> done, Consumer<IOException> failed) {
    if (closed || running.get()) {
      return;
    }
    AtomicBoolean stop = new AtomicBoolean();
    cancelled = stop;
    progress.set(0);
    running.set(true);
    background.execute(() -> runHere(work, done, failed, stop));
  }

  private <T> void runHere(
      Work<T> work, Consumer<T> done, Consumer<IOException> failed, AtomicBoolean stop) {
    Runnable outcome = () -> {};
    try {
      T result = work.run(share -> report(share, stop));
      outcome = () -> done.accept(result);
    } catch (IOException e) {
      outcome = () -> failed.accept(e);
    } catch (CancellationException e) {
      // The user asked for it, and sees that it is over.
      outcome = () -> {};
    } catch (RuntimeException e) {
      // The user hears of it, and so does the code that runs the background, which logs it.
      IOException mistake = new IOException("something went wrong in this program (" + e + ")", e);
      outcome = () -> failed.accept(mistake);
      throw e;
    } finally {
      Runnable last = outcome;
      fxThread.execute(() -> end(stop, last));
    }
  }

  private void report(double share, AtomicBoolean stop) {
    if (stop.get()) {
      throw new CancellationException("called off by the user");
    }
    // In order with the end of it, so that it can't be taken for that of the next.
    fxThread.execute(() -> progress.set(share));
  }

  private void end(AtomicBoolean stop, Runnable outcome) {
    cancelled = null;
    running.set(false);
    if (!closed && !stop.get()) {
      outcome.run();
    }
  }

  /// Lets the work end soon, without a result.
  public void cancel() {
    if (cancelled != null) {
      cancelled.set(true);
    }
  }

  /// Cancels the work in progress, and accepts no more. Idempotent.
  @Override
  public void close() {
    closed = true;
    cancel();
  }
}
