package p2pgossip.ui.graph.layout;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.graphstream.graph.Graph;
import org.graphstream.stream.thread.ThreadProxyPipe;
import p2pgossip.ui.graph.layout.SettlingSpringBox.Place;

/// Lays out a graph on a thread of its own. The thread sleeps once the layout has settled, so that
/// a graph at rest costs nothing. It follows the graph through GraphStream's thread pipe; whoever
/// changes the graph wakes it afterwards.
///
/// All methods are for the thread that owns the graph.
public final class LayoutThread implements AutoCloseable {

  /// Between two steps that the user watches, in milliseconds: no faster than the screen.
  private static final long PAUSE_MILLIS = 8;

  /// Changes that follow one another within this time belong together: a network that starts comes
  /// in many pieces, and is arranged once, when most of it is there.
  private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  /// A graph that has been at rest this long is known to the user.
  private static final long KNOWN_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final SettlingSpringBox layout;
  private final ThreadProxyPipe pipe = new ThreadProxyPipe();
  private final Semaphore wakeUps = new Semaphore(0);
  private final AtomicInteger asked = new AtomicInteger();
  private final Thread thread;
  private volatile boolean watched = true;
  private volatile int settledAfter;
  private volatile Map<String, Place> places = Map.of();

  public LayoutThread(Graph graph, Random random) {
    layout = new SettlingSpringBox(random);
    pipe.addSink(layout);
    pipe.init(graph, false);
    thread = Thread.ofPlatform().daemon().name("graph layout").unstarted(this::run);
    thread.start();
  }

  /// Whether the user watches the settling. If not, it runs without pauses.
  public void setWatched(boolean watched) {
    this.watched = watched;
  }

  /// How much wider than high the graph should become.
  public void setAspect(double aspect) {
    layout.setAspect(aspect);
  }

  /// Says that the graph has changed.
  public void wake() {
    asked.incrementAndGet();
    wakeUps.release();
  }

  /// Whether the layout has come to rest after the last change. True after a failure, too: then the
  /// thread's handler has reported it, and the nodes stay where they are.
  public boolean isSettled() {
    return settledAfter == asked.get() || !thread.isAlive();
  }

  /// The latest places, by the identifiers of the nodes. Nodes that were just added may be missing.
  public Map<String, Place> places() {
    return places;
  }

  private void run() {
    int seen = 0;
    long seenAt = System.nanoTime();
    long settledAt = seenAt;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        int changes = asked.get();
        if (changes != seen) {
          boolean atRest = seen == settledAfter;
          seen = changes;
          seenAt = System.nanoTime();
          if (atRest && seenAt - settledAt >= KNOWN_NANOS) {
            layout.begin();
          }
        }
        pipe.pump();
        if (changes == settledAfter) {
          wakeUps.acquire();
        } else if (layout.isCold() && !layout.untangle()) {
          settledAfter = changes;
          settledAt = System.nanoTime();
        } else {
          boolean quiet = !watched || System.nanoTime() - seenAt >= QUIET_NANOS;
          if (layout.isAllNew() || (quiet && layout.isAnother())) {
            layout.arrange();
          }
          layout.compute();
          places = layout.places();
          if (watched) {
            wakeUps.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
          }
        }
      }
    } catch (InterruptedException e) {
      // It is closed.
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the thread. Waits for its present step, which takes some milliseconds.
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pipe.unregisterFromSource();
  }
}
