package p2pgossip.results;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.CsvTable;
import p2pgossip.file.Sha256;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.ScenarioBase;
import p2pgossip.wire.ScenarioJson;

/// The form of a run as a line of a table: `repetition` (from 1), `seed`, `scale`, `scenario` (a
/// hash, empty on arrays), every parameter, every measure, `failure` and `version`. By all but the
/// last of these it is known which run it is, whatever else the experiment has. Immutable.
public final class ResultTable {

  private static final int SEED = 1;
  private static final int SCALE = 2;
  private static final int SCENARIO = 3;
  private static final int FIRST_PARAMETER = 4;
  private static final int FIRST_MEASURE = FIRST_PARAMETER + Parameter.ALL.size();
  private static final int FAILURE = FIRST_MEASURE + Measure.ALL.size();
  private static final int VERSION = FAILURE + 1;
  private static final int CELLS = VERSION + 1;

  private static final int LETTERS_OF_A_SCENARIO = 16;

  private final Experiment experiment;
  private final String program;
  private final String scenario;
  private final Experiment.Finder finder;

  /// @param program the name and version of the program that makes the runs
  public ResultTable(Experiment experiment, String program) {
    this.experiment = experiment;
    this.program = program;
    this.scenario = hash(experiment);
    this.finder = experiment.finder();
  }

  private static String hash(Experiment experiment) {
    if (!(experiment.base() instanceof ScenarioBase base)) {
      return "";
    }
    byte[] file = ScenarioJson.write(base.seeded(0));
    return Sha256.hex(file).substring(0, LETTERS_OF_A_SCENARIO);
  }

  /// The names of the columns, in their order.
  static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("repetition", "seed", "scale", "scenario"));
    Parameter.ALL.forEach(parameter -> columns.add(parameter.label()));
    Measure.ALL.forEach(measure -> columns.add(measure.label()));
    columns.add("failure");
    columns.add("version");
    return columns;
  }

  /// The cells of a run.
  List<@Nullable Object> cells(Outcome outcome) {
    List<@Nullable Object> cells = new ArrayList<>(CELLS);
    cells.add(outcome.repetition() + 1);
    cells.add(experiment.seed(outcome.point(), outcome.repetition()));
    cells.add(experiment.scale().label());
    cells.add(scenario);
    cells.addAll(experiment.values(outcome.point()));
    Measure.ALL.forEach(measure -> cells.add(outcome.value(measure)));
    cells.add(outcome.failure());
    cells.add(program);
    return cells;
  }

  /// The first line of a log, without its line break.
  static String logHeader() {
    return String.join(",", columns()) + ",check";
  }

  /// The line of a run in a log, without its line break. It ends with a checksum of what is before
  /// it, by which a damaged line is known.
  public String logLine(Outcome outcome) {
    String line = CsvTable.line(cells(outcome));
    return line + "," + check(line);
  }

  /// Reads a line of a log.
  ///
  /// @return null if it is a run that the experiment does not have
  /// @throws IllegalArgumentException when the line is damaged, or of another version, in words
  public @Nullable Outcome read(String line) {
    int comma = line.lastIndexOf(',');
    if (comma < 0 || !line.substring(comma + 1).equals(check(line.substring(0, comma)))) {
      throw new IllegalArgumentException("it is damaged");
    }
    List<String> cells = CsvTable.cells(line.substring(0, comma));
    if (cells.size() != CELLS) {
      throw new IllegalArgumentException("it has another number of cells");
    }
    if (!cells.get(VERSION).equals(program)) {
      throw new IllegalArgumentException("it is of another version of the program");
    }
    try {
      return outcome(cells);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a number in it can't be read", e);
    }
  }

  private @Nullable Outcome outcome(List<String> cells) {
    int repetition = Integer.parseInt(cells.getFirst()) - 1;
    if (repetition < 0
        || repetition >= experiment.repeats().most()
        || !cells.get(SCALE).equals(experiment.scale().label())
        || !cells.get(SCENARIO).equals(scenario)) {
      return null;
    }
    OptionalInt found = finder.point(cells.subList(FIRST_PARAMETER, FIRST_MEASURE));
    if (found.isEmpty()) {
      return null;
    }
    int point = found.getAsInt();
    if (Long.parseLong(cells.get(SEED)) != experiment.seed(point, repetition)) {
      return null;
    }
    String failure = cells.get(FAILURE);
    return failure.isEmpty()
        ? Outcome.measured(
            point, repetition, measure -> number(cells.get(FIRST_MEASURE + measure.place())))
        : Outcome.failed(point, repetition, failure);
  }

  private static double number(String cell) {
    double number = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    if (!cell.isEmpty() && !Double.isFinite(number)) {
      throw new IllegalArgumentException("a number in it is not finite");
    }
    return number;
  }

  private static String check(String line) {
    CRC32 sum = new CRC32();
    sum.update(line.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }
}
