package p2pgossip.laboratory;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One piece of long work on a thread of its own, which can be paused and called off. Its
/// failures, a lack of memory included, are told in words. Thread-safe.
public final class Work implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Work.class);

  /// The work itself.
  @FunctionalInterface
  interface Task {
    /// @param gate to pass now and then
    /// @throws IllegalArgumentException when it can't be done, with the reason for the user
    /// @throws IOException when a file can't be read or written, likewise
    void run(Gate gate) throws InterruptedException, IOException;
  }

  private final Gate gate = new Gate();
  private final Thread thread;

  private Work(Task task, WorkEnd end) {
    thread = Thread.ofPlatform().daemon().name("laboratory").unstarted(() -> run(task, end));
  }

  /// Begins it.
  static Work begin(Task task, WorkEnd end) {
    Work work = new Work(task, end);
    work.thread.start();
    return work;
  }

  /// The number of threads for heavy work: one processor is left to the windows and their peers.
  static int threads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }

  private void run(Task task, WorkEnd end) {
    try {
      task.run(gate);
      end.ended();
    } catch (InterruptedException e) {
      LOG.trace("The work is called off", e);
      end.calledOff();
    } catch (OutOfMemoryError e) {
      LOG.debug("The work does not fit into memory", e);
      end.failed("There is not enough memory for it. Take fewer peers, or close other windows.");
    } catch (IllegalArgumentException | IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        // An interrupt closes the file that is being read or written.
        LOG.trace("The work is called off", e);
        end.calledOff();
      } else {
        LOG.debug("The work can't be done", e);
        end.failed(Sentence.of(e));
      }
    } catch (RuntimeException e) {
      LOG.warn("The work failed", e);
      end.failed("Something went wrong in this program (" + e + ").");
    }
  }

  /// @param paused whether it stands still from now on, as soon as a step is done
  public void setPaused(boolean paused) {
    gate.set(paused);
  }

  /// Lets it end soon, also while it is paused. Idempotent.
  @Override
  public void close() {
    thread.interrupt();
    gate.set(false);
  }
}
