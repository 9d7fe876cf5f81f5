package p2pgossip.ui.laboratory;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import p2pgossip.laboratory.Work;
import p2pgossip.laboratory.WorkEnd;

/// The work that a page follows, one piece at a time. What it tells arrives with the frames; what a
/// piece before it still tells is not heard any more. FX thread only.
final class WatchedWork implements AutoCloseable {

  /// The page.
  interface Watcher {

    /// All that was told so far has arrived.
    ///
    /// @param seconds since the frame before, 0 for the first
    /// @return whether frames are wanted even if no work is under way
    boolean frame(double seconds);

    /// The work is over, by itself or because it was stopped.
    ///
    /// @param words why it failed, as a sentence; empty if it did not
    void ended(String words);
  }

  private final Watcher watcher;
  private final Runnable changed;
  private final Frames frames = new Frames(this::frame);
  private Mailbox mailbox = new Mailbox();
  private @Nullable Work work;
  private boolean paused;
  private boolean stopped;

  /// @param changed is called when work begins or ends
  WatchedWork(Watcher watcher, Runnable changed) {
    this.watcher = watcher;
    this.changed = changed;
  }

  /// Hands on what one piece of work tells, and how it ends. For any thread.
  final class Telling implements WorkEnd {

    private final Mailbox box;

    private Telling(Mailbox box) {
      this.box = box;
    }

    /// Has the FX thread do something with the next frame.
    void put(Runnable message) {
      box.put(message);
    }

    @Override
    public void ended() {
      put(() -> end(""));
    }

    @Override
    public void failed(String words) {
      put(() -> end(words));
    }

    @Override
    public void calledOff() {
      put(() -> end(""));
    }
  }

  boolean isUnderWay() {
    return work != null;
  }

  /// Whether the last work was called off.
  boolean wasStopped() {
    return stopped;
  }

  boolean isPaused() {
    return paused;
  }

  /// Begins work in place of what is under way.
  ///
  /// @param beginning begins it, with what takes what it tells
  void begin(Function<Telling, Work> beginning) {
    stop();
    mailbox = new Mailbox();
    paused = false;
    stopped = false;
    work = beginning.apply(new Telling(mailbox));
    follow();
    changed.run();
  }

  /// Asks for frames.
  void follow() {
    frames.start();
  }

  /// Does nothing while no work is under way.
  void setPaused(boolean wanted) {
    if (work != null) {
      paused = wanted;
      work.setPaused(wanted);
    }
  }

  /// Calls off what is under way. What there is of it stays.
  void stop() {
    if (work != null) {
      stopped = true;
      work.close();
    }
  }

  private boolean frame(double seconds) {
    mailbox.empty();
    return watcher.frame(seconds) || work != null;
  }

  private void end(String words) {
    work = null;
    paused = false;
    watcher.ended(words);
    changed.run();
  }

  /// Idempotent.
  @Override
  public void close() {
    stop();
    frames.stop();
  }
}
