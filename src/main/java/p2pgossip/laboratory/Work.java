package p2pgossip.laboratory;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One piece of long work on a thread of its own, which can be paused and called off. Nothing that
/// happens in it, an array that does not fit into memory included, reaches anybody but as words.
/// Thread-safe.
public final class Work implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Work.class);

  /// The work itself.
  @FunctionalInterface
  interface Task {
    /// @param gate to pass now and then
    /// @throws IllegalArgumentException when it can't be done, with the reason for the user
    void run(Gate gate) throws InterruptedException;
  }

  private final Gate gate = new Gate();
  private final Thread thread;

  private Work(Task task, Consumer<String> failed, Runnable calledOff) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("laboratory")
            .unstarted(() -> run(task, failed, calledOff));
  }

  /// Begins it.
  ///
  /// @param failed is told in a sentence what went wrong, on the thread of the work
  /// @param calledOff is told that it has ended early, likewise
  static Work begin(Task task, Consumer<String> failed, Runnable calledOff) {
    Work work = new Work(task, failed, calledOff);
    work.thread.start();
    return work;
  }

  /// The number of threads for heavy work: one processor is left to the windows and their peers.
  static int threads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }

  private void run(Task task, Consumer<String> failed, Runnable calledOff) {
    try {
      task.run(gate);
    } catch (InterruptedException e) {
      LOG.trace("The work is called off", e);
      calledOff.run();
    } catch (OutOfMemoryError e) {
      LOG.debug("The work does not fit into memory", e);
      failed.accept("There is not enough memory for it. Take fewer peers, or close other windows.");
    } catch (IllegalArgumentException e) {
      LOG.debug("The work can't be done", e);
      failed.accept(sentence(String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      LOG.warn("The work failed", e);
      failed.accept("Something went wrong in this program (" + e + ").");
    }
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  /// @param paused whether it stands still from now on, as soon as a step is done
  public void setPaused(boolean paused) {
    gate.set(paused);
  }

  /// Lets it end soon. Idempotent.
  @Override
  public void close() {
    thread.interrupt();
  }
}
