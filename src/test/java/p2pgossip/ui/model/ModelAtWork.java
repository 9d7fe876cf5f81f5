package p2pgossip.ui.model;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.journal.JournalLine;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.ui.beat.Beat;

/// A view model with a real peer behind it, and a thread that stands for the FX thread. Everything
/// asked of the model is done on that thread.
final class ModelAtWork implements AutoCloseable {

  static final PeerSettings QUICK = PeerSettings.DEFAULT.withPeriod(Duration.ofMillis(100));

  /// For a request. No test waits for it to run out, so it leaves room for a busy machine.
  static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  private static final Duration LONG = Duration.ofSeconds(30);

  private final ScheduledExecutorService fxThread = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final PeerViewModel model;

  ModelAtWork(PeerRuntime runtime, PeerSettings settings) {
    model =
        new PeerViewModel(runtime, settings, background, fxThread, new Beat(fxThread, fxThread));
  }

  /// Reads something off the model.
  <T> T see(Function<PeerViewModel, T> what) {
    return onFxThread(() -> what.apply(model));
  }

  /// Does something as a control would.
  void ask(Consumer<PeerViewModel> what) {
    onFxThread(
        () -> {
          what.accept(model);
          return 0;
        });
  }

  private <T> T onFxThread(Callable<T> task) {
    Future<T> future = fxThread.submit(task);
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  void until(Predicate<PeerViewModel> condition) {
    await().atMost(LONG).pollInterval(Duration.ofMillis(10)).until(() -> see(condition::test));
  }

  void untilState(PeerState state) {
    until(it -> it.stateProperty().get() == state);
  }

  /// Starts on any free port, and says where it is reached.
  PeerAddress start(PeerAddress... targets) {
    ask(it -> it.start(0, "", List.of(targets)));
    untilState(PeerState.RUNNING);
    return see(it -> it.addressProperty().get());
  }

  List<ConnectAttempt> attempts() {
    return see(it -> List.copyOf(it.attempts().all()));
  }

  /// The texts of the log.
  List<String> log() {
    return see(it -> it.journal().log().shown().stream().map(JournalLine::text).toList());
  }

  @Override
  public void close() {
    ask(PeerViewModel::close);
    untilState(PeerState.STOPPED);
    fxThread.close();
    background.close();
  }
}
