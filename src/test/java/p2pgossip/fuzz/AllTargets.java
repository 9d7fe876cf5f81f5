package p2pgossip.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// All targets in one fuzzer, for a run that is too short to set one up for each. The first byte of
/// an input selects the target. None takes more than twice its share of the time, so that slow
/// targets, such as servers, leave some to the others.
public final class AllTargets {

  private static final char FIRST = 'A';

  /// What each may take before its share is compared with the others': enough for its kept inputs.
  private static final long AT_LEAST = Duration.ofSeconds(1).toNanos();

  private static final List<Share> SHARES =
      Targets.BY_NAME.entrySet().stream()
          .map(target -> new Share(target.getKey(), target.getValue()))
          .toList();

  private static final long BEGUN = System.nanoTime();

  private AllTargets() {}

  private static final class Share {

    private final String name;
    private final Consumer<byte[]> target;
    private long inputs;
    private long nanos;

    private Share(String name, Consumer<byte[]> target) {
      this.name = name;
      this.target = target;
    }

    private boolean isUsedUp() {
      return nanos > Math.max(AT_LEAST, 2 * (System.nanoTime() - BEGUN) / SHARES.size());
    }
  }

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    Share share = SHARES.get(Math.floorMod(input[0] - FIRST, SHARES.size()));
    if (share.isUsedUp()) {
      return;
    }
    long begun = System.nanoTime();
    share.target.accept(Arrays.copyOfRange(input, 1, input.length));
    // The first input also sets up its target, such as a server with its certificate.
    if (share.inputs > 0) {
      share.nanos += System.nanoTime() - begun;
    }
    share.inputs++;
  }

  /// Reports how many inputs each target was given.
  public static void fuzzerTearDown() {
    PrintStream out = System.err;
    for (Share share : SHARES) {
      out.printf("tried %-17s %9d inputs in %.1f s%n", share.name, share.inputs, share.nanos / 1e9);
    }
  }

  /// Writes the kept inputs to a folder, each with the byte of its target before it.
  public static void main(String[] folder) throws IOException {
    Path to = Files.createDirectories(Path.of(folder[0]));
    List<String> names = new ArrayList<>(Targets.BY_NAME.keySet());
    for (Path input : Targets.inputs()) {
      String name = Targets.nameOf(input);
      byte[] kept = Files.readAllBytes(input);
      byte[] marked = new byte[kept.length + 1];
      marked[0] = (byte) (FIRST + names.indexOf(name));
      System.arraycopy(kept, 0, marked, 1, kept.length);
      Files.write(to.resolve(name + "-" + input.getFileName()), marked);
    }
  }
}
