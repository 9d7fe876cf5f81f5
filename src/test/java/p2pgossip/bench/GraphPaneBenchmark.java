package p2pgossip.bench;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Link;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Passing;
import p2pgossip.network.Role;
import p2pgossip.ui.beat.ScreenBeat;
import p2pgossip.ui.graph.GraphPane;

/// How smoothly a large graph moves: frames a second while it is loaded and settles, is zoomed and
/// moved, and while messages move, with the longest time for which the FX thread did not respond.
/// Then its cost at rest.
///
/// The processor time of a frame is meaningful even on a busy machine. With 20 peers, the part with
/// 8 messages a second is a window at rest in a network of 20 whose period is 5 seconds.
///
/// Arguments: peers (500), links (2000), seconds for each part (6). Flags of the JVM as for the
/// tests; `-Dglass.platform=Headless -Dprism.order=sw` draws in software without a display.
public final class GraphPaneBenchmark extends Application {

  private static final double WIDTH = 900;
  private static final double HEIGHT = 640;
  private static final String MOVING = "> 20 frames a second, < 100 ms";
  private static final List<Role> OTHERS =
      EnumSet.complementOf(EnumSet.of(Role.SELF)).stream().toList();

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong longestNanos = new AtomicLong();
  private final Random random = new Random(42);
  private int seconds;
  private String what = "";

  @SuppressWarnings("NullAway.Init")
  private Future<?> pulse;

  /// Runs the benchmark and ends.
  public static void main(String[] arguments) {
    launch(arguments);
  }

  @Override
  public void start(Stage stage) {
    List<String> arguments = getParameters().getRaw();
    int peers = arguments.isEmpty() ? 500 : Integer.parseInt(arguments.get(0));
    int links = arguments.size() < 2 ? 2_000 : Integer.parseInt(arguments.get(1));
    seconds = arguments.size() < 3 ? 6 : Integer.parseInt(arguments.get(2));
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    GraphPane pane = new GraphPane(random, ScreenBeat.get());
    stage.setScene(new Scene(pane, WIDTH, HEIGHT));
    stage.show();
    NetworkPicture picture = picture(peers, links);
    what =
        Row.format(
            "Graph of %,d peers and %,d links, %.0f x %.0f pixels: ",
            peers, picture.links().size(), WIDTH, HEIGHT);
    // Into a window that has been drawn, as in the program: the window's first frame does not
    // count.
    PauseTransition opening = new PauseTransition(Duration.seconds(2));
    opening.setOnFinished(event -> run(pane, picture));
    opening.play();
  }

  private void run(GraphPane pane, NetworkPicture picture) {
    pulse = watch.scheduleAtFixedRate(this::feelPulse, 0, 5, TimeUnit.MILLISECONDS);
    List<PeerAddress> addresses = picture.nodes().keySet().stream().sorted().toList();
    long[] flight = {0};
    Platform.runLater(() -> pane.show(picture));
    part(
        "loading and settling",
        pane,
        frame -> {},
        () ->
            part(
                "zooming and moving",
                pane,
                frame -> {
                  pane.zoom(Math.sin(frame / 25.0) > 0 ? 1.01 : 1 / 1.01);
                  pane.pan(6 * Math.cos(frame / 20.0), 6 * Math.sin(frame / 20.0));
                },
                () ->
                    part(
                        "300 messages a second, moving",
                        pane,
                        frame -> {
                          for (int i = 0; i < 5; i++) {
                            PeerAddress to =
                                addresses.get(1 + random.nextInt(addresses.size() - 1));
                            PeerAddress from = addresses.getFirst();
                            pane.showPassed(
                                List.of(
                                    Passing.messageSent(flight[0], from, to),
                                    Passing.messageDelivered(flight[0]++, from, to)),
                                Set.of());
                          }
                          pane.pan(3 * Math.cos(frame / 20.0), 3 * Math.sin(frame / 20.0));
                        },
                        () ->
                            quietPart(
                                "8 messages a second",
                                pane,
                                () -> {
                                  PeerAddress from = addresses.getFirst();
                                  PeerAddress to = addresses.get(1);
                                  pane.showPassed(
                                      List.of(
                                          Passing.messageSent(flight[0], from, to),
                                          Passing.messageDelivered(flight[0]++, from, to),
                                          Passing.messageReceived(to, from)),
                                      Set.of());
                                },
                                () -> quietPart("at rest", pane, () -> {}, () -> end(pane))))));
  }

  private interface EveryFrame {
    void accept(long frame);
  }

  private void part(String name, GraphPane pane, EveryFrame action, Runnable next) {
    Figures figures = new Figures(pane);
    new AnimationTimer() {
      private long frame;

      @Override
      public void handle(long now) {
        action.accept(frame++);
        if (figures.seconds() >= seconds) {
          stop();
          figures.print(name, MOVING);
          next.run();
        }
      }
    }.start();
  }

  /// As [#part], but without a frame timer and without measuring the response of the FX thread,
  /// both of which cost more than a graph at rest. The action runs four times a second.
  private void quietPart(String name, GraphPane pane, Runnable action, Runnable next) {
    pulse.cancel(false);
    Figures figures = new Figures(pane);
    Future<?> beat =
        watch.scheduleAtFixedRate(() -> Platform.runLater(action), 0, 250, TimeUnit.MILLISECONDS);
    var ignored =
        watch.schedule(
            () ->
                Platform.runLater(
                    () -> {
                      beat.cancel(false);
                      figures.print(name, "of a core, as little as can be");
                      next.run();
                    }),
            seconds,
            TimeUnit.SECONDS);
  }

  /// The figures since this was made.
  private final class Figures {

    private final GraphPane pane;
    private final long startCpu = cpuNanos();
    private final long startFrames;
    private final long start = System.nanoTime();

    private Figures(GraphPane pane) {
      this.pane = pane;
      this.startFrames = pane.framesDrawn();
      longestNanos.set(0);
    }

    private double seconds() {
      return (System.nanoTime() - start) / 1e9;
    }

    private void print(String name, String expected) {
      long frames = pane.framesDrawn() - startFrames;
      double cpuMillis = (cpuNanos() - startCpu) / 1e6;
      new Row(
              what + name,
              Row.format(
                  "%.1f frames a second (%.1f ms of processor time each),"
                      + " FX thread blocked for %d ms at most, %.1f %% of a core",
                  frames / seconds(),
                  frames == 0 ? 0 : cpuMillis / frames,
                  longestNanos.get() / 1_000_000,
                  cpuMillis / seconds() / 10),
              expected)
          .print();
    }
  }

  private void feelPulse() {
    long asked = System.nanoTime();
    Platform.runLater(() -> longestNanos.accumulateAndGet(System.nanoTime() - asked, Math::max));
  }

  /// Of all threads that run now.
  private long cpuNanos() {
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      sum += Math.max(0, threads.getThreadCpuTime(id));
    }
    return sum;
  }

  private void end(GraphPane pane) {
    watch.shutdownNow();
    pane.close();
    Platform.exit();
  }

  private NetworkPicture picture(int peers, int links) {
    List<PeerAddress> addresses = new ArrayList<>();
    Map<PeerAddress, NetworkNode> nodes = new HashMap<>();
    for (int i = 0; i < peers; i++) {
      PeerAddress address = PeerAddress.parse("127.0.0.1:" + (8_080 + i));
      Role role = i == 0 ? Role.SELF : OTHERS.get(i % OTHERS.size());
      addresses.add(address);
      nodes.put(address, new NetworkNode(address, role));
    }
    Set<Link> directed = new HashSet<>();
    while (directed.size() < links) {
      PeerAddress from = addresses.get(random.nextInt(peers));
      PeerAddress to = addresses.get(random.nextInt(peers));
      if (!from.equals(to)) {
        directed.add(new Link(from, to));
      }
    }
    return new NetworkPicture(nodes, directed);
  }
}
