package p2pgossip.export;

/// Receives the progress of a task, some hundred times in its course, on the thread that performs
/// it.
@FunctionalInterface
public interface Progress {

  /// Ignores the progress.
  Progress UNHEARD = share -> {};

  /// @param share of the work that is done, 0 to 1
  /// @throws java.util.concurrent.CancellationException when the work is to end here without a
  ///     result
  void at(double share);

  /// Counts `of` equal parts.
  default Parts parts(long of) {
    return new Parts(this, of);
  }

  /// Reports one in a few of the parts.
  final class Parts {
    private static final int TOLD = 200;

    private final Progress progress;
    private final long of;
    private final long every;
    private long done;

    private Parts(Progress progress, long of) {
      this.progress = progress;
      this.of = Math.max(1, of);
      this.every = Math.max(1, of / TOLD);
    }

    /// One more part is done.
    public void next() {
      done++;
      if (done % every == 0) {
        progress.at(Math.min(1, (double) done / of));
      }
    }
  }
}
