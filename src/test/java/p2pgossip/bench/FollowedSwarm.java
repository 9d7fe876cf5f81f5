package p2pgossip.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import p2pgossip.Main;
import p2pgossip.ui.graph.GraphPane;

/// The program with a swarm in its window, measured from within: the other half of
/// [FollowBenchmark].
///
/// Arguments: seconds measured, seconds before that, topology, and a flag of the program.
public final class FollowedSwarm {

  private static final int PEERS = 50;
  private static final String PERIOD_SECONDS = "0.2";
  private static final Duration BETWEEN_RUMORS = Duration.ofSeconds(2);
  private static final long FEELING_MILLIS = 5;
  private static final long LONG_MILLIS = 100;

  private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(2);
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final String how;

  // Of the FX thread.
  private final List<Long> waits = new ArrayList<>();
  private long longestWork;
  private long frames;
  private long framesMoved;
  private double lastPlaces;
  private int feltMoving;

  private FollowedSwarm(String how) {
    this.how = how;
  }

  /// Ends the process after the measurement.
  public static void main(String[] args) {
    FollowedSwarm followed =
        new FollowedSwarm(
            args[2] + ", " + (args[3].startsWith("--no") ? "without sentences" : "with sentences"));
    Thread.ofPlatform()
        .daemon()
        .start(
            () ->
                followed.measureAndEnd(
                    Duration.ofSeconds(Long.parseLong(args[0])),
                    Duration.ofSeconds(Long.parseLong(args[1]))));
    Main.main(
        new String[] {
          "--peers",
          Integer.toString(PEERS),
          "--topology",
          args[2],
          "--period",
          PERIOD_SECONDS,
          "--seed",
          "1",
          "--theme",
          "light",
          args[3]
        });
  }

  private void measureAndEnd(Duration measured, Duration warmUp) {
    int status = 1;
    try {
      measure(measured, warmUp);
      status = 0;
    } catch (IOException | ExecutionException | InterruptedException | RuntimeException e) {
      e.printStackTrace();
    }
    // Skips the program's own end, which is not measured here.
    Runtime.getRuntime().halt(status);
  }

  private void measure(Duration measured, Duration warmUp)
      throws IOException, ExecutionException, InterruptedException {
    Waiting.until("the swarm can be steered", () -> lookUp("#swarm-spread") != null);
    Waiting.until("the graph is there", () -> lookUp(".graph-pane") != null);
    GraphPane graph = (GraphPane) present(lookUp(".graph-pane"));
    ButtonBase tell = (ButtonBase) present(lookUp("#swarm-spread"));
    var _ =
        watch.scheduleAtFixedRate(
            () -> Platform.runLater(tell::fire),
            0,
            BETWEEN_RUMORS.toMillis(),
            TimeUnit.MILLISECONDS);
    Waiting.pause(warmUp);
    Scene scene = graph.getScene();
    long fxThread = ask(() -> Thread.currentThread().threadId());
    ask(
        () -> {
          Pane inAir = flightsOver(graph);
          scene.addPostLayoutPulseListener(() -> frameIsDue(inAir));
          return frames;
        });
    var _ =
        watch.scheduleAtFixedRate(
            () -> feelPulse(graph, fxThread), 0, FEELING_MILLIS, TimeUnit.MILLISECONDS);
    ProcessUsage usage = ProcessUsage.ofThisProcess();
    Duration busyBefore = usage.processorTime();
    long graphBefore = ask(graph::framesDrawn);
    long begun = System.nanoTime();
    Waiting.pause(measured);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double busy = usage.processorTime().minus(busyBefore).toNanos() / 1e9;
    long graphFrames = ask(graph::framesDrawn) - graphBefore;
    print(seconds, busy, graphFrames, usage.residentMebibytes());
  }

  private void print(double seconds, double busy, long graphFrames, long resident)
      throws ExecutionException, InterruptedException {
    List<Long> felt = ask(() -> List.copyOf(waits));
    double movingPart = ask(() -> (double) feltMoving) / felt.size();
    double moving = seconds * movingPart;
    long all = ask(() -> frames);
    long moved = ask(() -> framesMoved);
    long work = ask(() -> longestWork);
    List<Long> sorted = new ArrayList<>(felt);
    Collections.sort(sorted);
    String what = Row.format("Window on a swarm of %d, period 200 ms, %s: ", PEERS, how);
    new Row(
            what + "frames a second while anything moves",
            Row.format(
                "%.1f in which a message has moved (%.1f of the whole window, %.1f with the graph"
                    + " below drawn anew; something moved %.0f %% of the time)",
                moved / moving, all / moving, graphFrames / moving, movingPart * 100),
            "> 20")
        .print();
    new Row(
            what + "FX thread blocked, at most",
            Row.format(
                "%d ms, during which it worked for %d ms at most (99.9 %% below %d ms; longer than"
                    + " %d ms %d times in %.0f s)",
                sorted.getLast() / 1_000_000,
                work / 1_000_000,
                sorted.get((int) (sorted.size() * 0.999)) / 1_000_000,
                LONG_MILLIS,
                longOnes(felt),
                seconds),
            "< 100 ms")
        .print();
    new Row(
            what + "processor, peers and window together",
            Row.format("%.2f cores", busy / seconds),
            "< 1.5 cores")
        .print();
    new Row(what + "resident memory", resident + " MiB", "< 600 MB").print();
  }

  /// Consecutive tasks that waited behind the same long one count as one.
  private static long longOnes(List<Long> felt) {
    long count = 0;
    boolean before = false;
    for (long wait : felt) {
      boolean isLong = wait > LONG_MILLIS * 1_000_000;
      if (isLong && !before) {
        count++;
      }
      before = isLong;
    }
    return count;
  }

  private void frameIsDue(Pane inAir) {
    frames++;
    double places = placesIn(inAir);
    if (places != lastPlaces) {
      lastPlaces = places;
      framesMoved++;
    }
  }

  /// Changes as soon as anything moves or fades.
  private static double placesIn(Pane inAir) {
    double sum = 0;
    for (Node group : inAir.getChildren()) {
      for (Node dot : ((Parent) group).getChildrenUnmodifiable()) {
        if (dot.isVisible()) {
          sum += dot.getTranslateX() + 3 * dot.getTranslateY() + dot.getOpacity();
        }
      }
    }
    return sum;
  }

  /// The pane on which messages are drawn. Found by its name, since it is internal to the graph.
  private static Pane flightsOver(Parent parent) {
    Pane found = findFlights(parent);
    if (found == null) {
      throw new IllegalStateException("the graph has no layer of messages");
    }
    return found;
  }

  private static @Nullable Pane findFlights(Parent parent) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (child instanceof Pane pane && child.getClass().getSimpleName().equals("MessageLayer")) {
        return pane;
      }
      Pane below = child instanceof Parent inner ? findFlights(inner) : null;
      if (below != null) {
        return below;
      }
    }
    return null;
  }

  /// When other programs use the processor too, a wait is longer than the work behind it: the
  /// processor time of the FX thread shows how long it would have been.
  private void feelPulse(GraphPane graph, long fxThread) {
    long workBefore = threads.getThreadCpuTime(fxThread);
    long asked = System.nanoTime();
    Platform.runLater(
        () -> {
          waits.add(System.nanoTime() - asked);
          longestWork = Math.max(longestWork, threads.getCurrentThreadCpuTime() - workBefore);
          if (graph.isMoving()) {
            feltMoving++;
          }
        });
  }

  private static @Nullable Node lookUp(String selector) {
    try {
      return FollowedSwarm.<@Nullable Node>ask(
          () -> {
            for (Window window : Window.getWindows()) {
              Node found = window.getScene().getRoot().lookup(selector);
              if (found != null) {
                return found;
              }
            }
            return null;
          });
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (IllegalStateException e) {
      // The toolkit is still starting.
      return null;
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a measurement", e);
    }
  }

  private static Node present(@Nullable Node node) {
    if (node == null) {
      throw new IllegalStateException("it was there a moment ago");
    }
    return node;
  }

  private static <T extends @Nullable Object> T ask(Supplier<T> question)
      throws ExecutionException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(question::get);
    Platform.runLater(task);
    return task.get();
  }
}
