package p2pgossip.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import p2pgossip.file.CsvTable;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.Spreading;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.Measure;
import p2pgossip.lesson.Plan;
import p2pgossip.lesson.RunResult;
import p2pgossip.population.PopulationSettings;
import p2pgossip.scenario.Scenario;

/// The runs of a lesson as tables in CSV: their settings, figures and curves.
final class RunTables {

  private static final List<String> FIGURES =
      List.of("run", "words", "rumor", "measure", "value", "unit", "meaning");

  private RunTables() {}

  /// Fills a table.
  @FunctionalInterface
  private interface Rows {
    void add(CsvTable table);
  }

  private static byte[] table(List<String> columns, Rows rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvTable table = new CsvTable(bytes, columns)) {
      rows.add(table);
    } catch (IOException e) {
      throw new UncheckedIOException("a table in memory can't be written", e);
    }
    return bytes.toByteArray();
  }

  /// The figures of all runs that were made.
  static byte[] figures(LessonProgress progress) {
    return table(
        FIGURES,
        table ->
            progress
                .lesson()
                .blocks(Block.Run.class)
                .forEach(
                    run ->
                        progress
                            .result(run.name())
                            .ifPresent(result -> addFigures(table, run, result))));
  }

  /// The figures of one run.
  static byte[] figures(Block.Run run, RunResult result) {
    return table(FIGURES, table -> addFigures(table, run, result));
  }

  private static void addFigures(CsvTable table, Block.Run run, RunResult result) {
    int rumor = 0;
    for (RunResult.Told told : result.rumors()) {
      rumor++;
      List<Map.Entry<Measure, Double>> figures =
          told.figures().entrySet().stream()
              .sorted(Comparator.comparing(Map.Entry::getKey))
              .toList();
      for (Map.Entry<Measure, Double> figure : figures) {
        table.row(
            List.of(
                run.name(),
                run.words(),
                rumor,
                figure.getKey().label(),
                figure.getValue(),
                unit(figure.getKey(), run.plan()),
                figure.getKey().words()));
      }
    }
  }

  private static String unit(Measure measure, Plan plan) {
    return switch (measure.style()) {
      case TIME -> plan.timeUnit();
      case SHARE -> "share";
      case COUNT, NUMBER -> "";
    };
  }

  /// The coverage by time.
  static byte[] curve(Block.Run run, RunResult result) {
    return table(
        List.of("rumor", run.plan().timeUnit(), "share"),
        table -> {
          int rumor = 0;
          for (RunResult.Told told : result.rumors()) {
            rumor++;
            for (RunResult.Point point : told.curve()) {
              table.row(List.of(rumor, point.time(), point.share()));
            }
          }
        });
  }

  /// How a run was to be made, its seed included.
  static byte[] settings(Plan plan) {
    return table(
        List.of("setting", "value"),
        table -> {
          switch (plan) {
            case Plan.InRounds(PopulationSettings settings, int runs) ->
                addSettings(table, settings, runs);
            case Plan.Staged(Scenario scenario, boolean real) -> {
              add(table, "on", real ? "real peers" : "virtual time");
              add(table, "scenario", scenario.name());
              add(table, "peers", scenario.peers());
              add(table, "topology", scenario.topology().label());
              add(table, "seed", scenario.seed());
              scenario.variants().forEach(variant -> add(table, "variant", variant.name()));
            }
          }
        });
  }

  private static void addSettings(CsvTable table, PopulationSettings settings, int runs) {
    Spreading spreading = settings.spreading();
    add(table, "on", "rounds");
    add(table, "peers", settings.peers());
    add(table, "topology", settings.topology().label());
    add(table, "strategy", spreading.strategy().label());
    add(table, "fanout", spreading.fanout());
    add(table, "interest", InterestLabel.of(spreading.interest()));
    add(table, "hop-limit", spreading.hopLimit());
    add(table, "forwarding", spreading.forwarding().label());
    add(table, "loss", settings.loss());
    add(table, "crash", settings.crashes().share());
    add(table, "seed", settings.seed());
    add(table, "runs", runs);
  }

  private static void add(CsvTable table, String setting, Object value) {
    table.row(List.of(setting, value));
  }
}
