package p2pgossip.bench;

import java.util.Arrays;
import java.util.Locale;

/// One row of the table of benchmarks. `src/bench/bench.sh` takes every line of standard output
/// that begins with `| ` for one; everything else that a benchmark prints only shows its progress.
///
/// @param what was measured
/// @param figure with its unit
/// @param expected the goal, or a figure to compare it with
public record Row(String what, String figure, String expected) {

  public void print() {
    System.out.println("| " + what + " | " + figure + " | " + expected + " |");
  }

  public static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
