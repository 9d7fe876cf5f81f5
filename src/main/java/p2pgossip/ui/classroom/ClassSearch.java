package p2pgossip.ui.classroom;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.classroom.ClassAnnouncement;
import p2pgossip.multicast.NearbyClasses;

/// Looks for classes from [#begin] until it is closed, without making the FX thread wait. FX thread
/// only.
final class ClassSearch implements AutoCloseable {

  private final NearbyClasses nearby;
  private final Executor background;
  private final Executor fxThread;
  private @Nullable Runnable ending;
  private boolean closed;

  ClassSearch(NearbyClasses nearby, Executor background, Executor fxThread) {
    this.nearby = nearby;
    this.background = background;
    this.fxThread = fxThread;
  }

  /// @param found given all classes whenever they change, and `failed` the reason why none can be
  ///     heard of, as a sentence; both on the FX thread, and not after this is closed
  void begin(Consumer<List<ClassAnnouncement>> found, Consumer<String> failed) {
    background.execute(
        () -> {
          try {
            Runnable end =
                nearby.listen(classes -> onScreen(() -> found.accept(List.copyOf(classes))));
            fxThread.execute(() -> begun(end));
          } catch (IOException e) {
            onScreen(() -> failed.accept(Sentence.of(e)));
          }
        });
  }

  private void onScreen(Runnable showing) {
    fxThread.execute(
        () -> {
          if (!closed) {
            showing.run();
          }
        });
  }

  private void begun(Runnable end) {
    if (closed) {
      background.execute(end);
    } else {
      ending = end;
    }
  }

  /// Idempotent.
  @Override
  public void close() {
    closed = true;
    Runnable end = ending;
    ending = null;
    if (end != null) {
      background.execute(end);
    }
  }
}
