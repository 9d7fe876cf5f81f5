package p2pgossip.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The cost and smoothness of a window that follows a swarm of 50 with a period of 200 ms: once
/// with a sentence to each neighbour each period, once without; a rumour is told every 2 s. Each
/// runs in a process of its own, peers and window together, on a screen of its own that is drawn in
/// software.
///
/// Arguments, all optional: seconds measured (30), seconds before that (20), runs (1), topology
/// (small-world:4:0.1).
public final class FollowBenchmark {

  private FollowBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("30", "20", "1", "small-world:4:0.1"));
    for (int i = 0; i < args.length; i++) {
      arguments.set(i, args[i]);
    }
    int runs = Integer.parseInt(arguments.get(2));
    try (VirtualScreen screen = new VirtualScreen()) {
      for (boolean sentences : new boolean[] {true, false}) {
        for (int run = 0; run < runs; run++) {
          follow(
              screen,
              arguments.get(0),
              arguments.get(1),
              arguments.get(3),
              sentences ? "--paused=false" : "--no-sentences");
        }
      }
    }
  }

  private static void follow(VirtualScreen screen, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), FollowedSwarm.class.getName()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(screen.environment());
    Process process = builder.inheritIO().start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("the window that was to be measured failed");
      }
    } finally {
      process.destroy();
    }
  }
}
