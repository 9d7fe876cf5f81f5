package p2pgossip.bench;

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
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Link;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;
import p2pgossip.ui.graph.GraphPane;

/// How smoothly a large graph moves: frames a second while it settles, while it is zoomed and
/// moved, and while messages fly, with the longest time for which the FX thread did not answer.
/// Then what it costs at rest.
///
/// Arguments: peers (500), links (2000), seconds for each part (6). Flags of the JVM as for the
/// tests; `-Dglass.platform=Headless -Dprism.order=sw` draws in software without a display.
public final class GraphPaneBenchmark extends Application {

  private static final double WIDTH = 900;
  private static final double HEIGHT = 640;
  private static final List<Role> OTHERS =
      EnumSet.complementOf(EnumSet.of(Role.SELF)).stream().toList();

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong longestNanos = new AtomicLong();
  private final Random random = new Random(42);
  private int seconds;

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
    GraphPane pane = new GraphPane(random);
    stage.setScene(new Scene(pane, WIDTH, HEIGHT));
    stage.show();
    NetworkPicture picture = picture(peers, links);
    System.out.printf(
        "%d peers, %d links, %.0f x %.0f pixels, %s%n",
        peers, picture.links().size(), WIDTH, HEIGHT, System.getProperty("prism.order", "default"));
    var ignored = watch.scheduleAtFixedRate(this::feelPulse, 0, 5, TimeUnit.MILLISECONDS);
    pane.show(picture);
    List<PeerAddress> addresses = picture.nodes().keySet().stream().sorted().toList();
    long[] flight = {0};
    part(
        "settling",
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
                            pane.messageSent(flight[0], addresses.getFirst(), to);
                            pane.messageDelivered(flight[0]++);
                          }
                          pane.pan(3 * Math.cos(frame / 20.0), 3 * Math.sin(frame / 20.0));
                        },
                        () -> part("at rest", pane, frame -> {}, () -> end(pane)))));
  }

  private interface EveryFrame {
    void accept(long frame);
  }

  private void part(String name, GraphPane pane, EveryFrame action, Runnable next) {
    longestNanos.set(0);
    long startCpu = cpuNanos();
    long startFrames = pane.framesDrawn();
    long start = System.nanoTime();
    new AnimationTimer() {
      private long frame;

      @Override
      public void handle(long now) {
        action.accept(frame++);
        double passed = (System.nanoTime() - start) / 1e9;
        if (passed >= seconds) {
          stop();
          System.out.printf(
              "%-30s %5.1f frames drawn a second, longest stall %4d ms, %3.0f %% of a core%n",
              name,
              (pane.framesDrawn() - startFrames) / passed,
              longestNanos.get() / 1_000_000,
              (cpuNanos() - startCpu) / passed / 1e7);
          next.run();
        }
      }
    }.start();
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
