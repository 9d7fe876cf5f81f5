package p2pgossip.ui.spread;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import p2pgossip.experiment.Counterpart;
import p2pgossip.laboratory.SpreadTheory;

/// Finds what theory says, which can take seconds, one question at a time. Keeps the last answer.
/// FX thread only.
public final class Theories {

  private final Executor background;
  private final Executor fxThread;
  private @Nullable Counterpart wanted;
  private @Nullable Counterpart answered;
  private @Nullable SpreadTheory answer;
  private boolean busy;

  /// @param background runs what takes a while
  public Theories(Executor background, Executor fxThread) {
    this.background = background;
    this.fxThread = fxThread;
  }

  /// What theory says of it; null while that is being found.
  ///
  /// @param changed is called once it is known
  @Nullable SpreadTheory of(Counterpart peers, Runnable changed) {
    if (peers.equals(answered)) {
      return answer;
    }
    wanted = peers;
    if (!busy) {
      find(peers, changed);
    }
    return null;
  }

  private void find(Counterpart peers, Runnable changed) {
    busy = true;
    background.execute(
        () -> {
          SpreadTheory found = SpreadTheory.of(peers);
          fxThread.execute(() -> take(peers, found, changed));
        });
  }

  private void take(Counterpart peers, SpreadTheory found, Runnable changed) {
    busy = false;
    answered = peers;
    answer = found;
    Counterpart next = wanted;
    if (next != null && !next.equals(peers)) {
      find(next, changed);
    } else {
      changed.run();
    }
  }
}
