package p2pgossip.ui.laboratory;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import p2pgossip.bench.Row;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.laboratory.HeardRounds;
import p2pgossip.laboratory.SingleRun;
import p2pgossip.laboratory.SingleRun.RoundOutcome;
import p2pgossip.laboratory.WorkEnd;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.topology.Topology;

/// How smoothly the field of a million peers plays: frames a second while each frame shows another
/// round, and while it is zoomed as well, with the longest time from one frame to the next.
///
/// Arguments: peers (1000000), seconds for each part (6). Flags of the JVM as for the tests;
/// `-Dglass.platform=Headless -Dprism.order=sw` draws in software without a display.
public final class FieldBenchmark extends Application {

  private static final double WIDTH = 900;
  private static final double HEIGHT = 640;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private int peers;
  private int seconds;
  private int rounds = 1;

  /// Runs the benchmark and ends.
  public static void main(String[] arguments) {
    launch(arguments);
  }

  @Override
  public void start(Stage stage) {
    var arguments = getParameters().getRaw();
    peers = arguments.isEmpty() ? 1_000_000 : Integer.parseInt(arguments.get(0));
    seconds = arguments.size() < 2 ? 6 : Integer.parseInt(arguments.get(1));
    FieldView field = new FieldView();
    stage.setScene(new Scene(field, WIDTH, HEIGHT));
    stage.show();
    Topology topology = Topology.parse("small-world:6:0.01");
    Told told = new Told(field, FieldLayout.of(topology, peers));
    SingleRun.begin(
        new PopulationSettings(
            peers,
            topology,
            new Spreading(Strategy.PUSH, 1, Interest.NEVER_LOST, Copy.MOST_HOPS),
            0,
            Crashes.NONE,
            1),
        told,
        told);
  }

  /// Shows the run once it is over.
  private final class Told implements SingleRun.Listener, WorkEnd {

    private final FieldView field;
    private final FieldLayout layout;

    private Told(FieldView field, FieldLayout layout) {
      this.field = field;
      this.layout = layout;
    }

    @Override
    public void wired(HeardRounds heard) {
      Platform.runLater(() -> field.show(heard, layout));
    }

    @Override
    public void advanced(RoundOutcome outcome) {
      Platform.runLater(() -> rounds = outcome.round());
    }

    @Override
    public void ended() {
      Platform.runLater(() -> play(field));
    }

    @Override
    public void failed(String words) {
      throw new IllegalStateException(words);
    }

    @Override
    public void calledOff() {
      throw new IllegalStateException("nobody calls it off");
    }
  }

  private void play(FieldView field) {
    LongConsumer playing = frame -> field.show((int) (frame % rounds) + 1, rounds);
    part(
        "played, all of it",
        playing,
        () ->
            part(
                "played and zoomed",
                frame -> {
                  playing.accept(frame);
                  field.zoom(frame / 12 % 2 == 0);
                },
                Platform::exit));
  }

  private void part(String name, LongConsumer action, Runnable next) {
    new AnimationTimer() {

      private final long startCpu = cpuNanos();
      private long frames;
      private long began;
      private long previous;
      private long longest;

      @Override
      public void handle(long pulse) {
        long now = System.nanoTime();
        if (frames == 0) {
          began = now;
        } else {
          longest = Math.max(longest, now - previous);
        }
        previous = now;
        action.accept(frames++);
        if (now - began >= seconds * 1_000_000_000L) {
          stop();
          print(name, frames / ((now - began) / 1e9), frames, longest, cpuNanos() - startCpu);
          next.run();
        }
      }
    }.start();
  }

  private void print(String name, double rate, long frames, long longestNanos, long cpuNanos) {
    new Row(
            Row.format("Field of %,d peers, %.0f x %.0f pixels: %s", peers, WIDTH, HEIGHT, name),
            Row.format(
                "%.1f frames a second (%.1f ms of processor time each), %d ms at most between two",
                rate, cpuNanos / 1e6 / frames, longestNanos / 1_000_000),
            "30 frames a second")
        .print();
  }

  /// Of all threads that run now.
  private long cpuNanos() {
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      sum += Math.max(0, threads.getThreadCpuTime(id));
    }
    return sum;
  }
}
