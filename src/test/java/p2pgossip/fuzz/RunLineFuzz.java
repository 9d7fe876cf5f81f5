package p2pgossip.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Spreading;
import p2pgossip.results.ResultTable;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.PopulationBase;
import p2pgossip.sweep.Repeats;
import p2pgossip.sweep.Scale;
import p2pgossip.topology.Complete;

/// A line in the log of a sweep: as it is, and with the checksum that it should have.
public final class RunLineFuzz {

  private static final int MOST = 3;

  private static final Experiment EXPERIMENT =
      new Experiment(
          "a trial",
          "",
          1,
          Scale.ARRAYS,
          new PopulationBase(30, new Complete(), Spreading.DEFAULT, 0, 0, 0, 500),
          List.of(new Axis(Parameter.FANOUT, List.of("1", "2"))),
          false,
          new Repeats(MOST, null),
          List.of(Measure.REACHED),
          true);

  private static final ResultTable TABLE = new ResultTable(EXPERIMENT, "p2pgossip test");

  private RunLineFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String line = new String(input, StandardCharsets.UTF_8);
    read(line);
    int comma = line.lastIndexOf(',');
    if (comma >= 0) {
      String cells = line.substring(0, comma);
      CRC32 sum = new CRC32();
      sum.update(cells.getBytes(StandardCharsets.UTF_8));
      read(cells + "," + String.format(Locale.ROOT, "%08x", sum.getValue()));
    }
  }

  private static void read(String line) {
    @Nullable Outcome read;
    try {
      read = TABLE.read(line);
    } catch (IllegalArgumentException e) {
      Must.beOneLine(String.valueOf(e.getMessage()));
      return;
    }
    if (read != null) {
      Must.beAtMost(EXPERIMENT.points() - 1, read.point());
      Must.beAtMost(MOST - 1, read.repetition());
      if (read.failure() == null) {
        Must.beSame(read, TABLE.read(TABLE.logLine(read)));
      }
    }
  }
}
