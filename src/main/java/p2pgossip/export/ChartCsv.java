package p2pgossip.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.CsvTable;
import p2pgossip.file.WholeFile;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.Rumor;
import p2pgossip.network.Arrival;
import p2pgossip.network.Naming;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadCurve;
import p2pgossip.network.SpreadFigures;
import p2pgossip.network.SpreadTimes;
import p2pgossip.scenario.ConditionColumns;
import p2pgossip.scenario.FigureColumns;

/// Writes spreads as tables in CSV (RFC 4180), in UTF-8, with a header line. Times count from the
/// rumour's birth in seconds, with a decimal point; points in time are RFC 3339 in UTC; unknown
/// values and NaN are empty. Every table begins with the rumour's name and id, so that it can hold
/// several, and ends with the conditions of the spread: [ConditionColumns].
///
/// Rumours come from anywhere; [CsvTable] makes their texts harmless.
public final class ChartCsv {

  /// One spread and its name.
  ///
  /// @param names of its peers
  public record Run(String name, Spread spread, Naming names) {

    /// A spread among peers without names.
    public Run(String name, Spread spread) {
      this(name, spread, Naming.NONE);
    }
  }

  /// The kinds of tables, each with its columns after `rumor,id`.
  public enum Table {
    /// `seconds,reached,population,coverage,duplicates`: a line for each moment at which the rumour
    /// was heard, for the first time or again. `coverage` is reached/population, 0 to 1; the counts
    /// are cumulative.
    COVERAGE,
    /// `period,hearers,reached,population,coverage,duplicates`: a line for each period from 0 on,
    /// as in [SpreadCurve.Round]; `hearers` and `duplicates` are of this period, `reached` is
    /// cumulative.
    PERIODS,
    /// One line for each rumour, as in [SpreadFigures], with the columns of [FigureColumns] after
    /// `origin,born,text`; `over` is true if nothing carries it any longer.
    FIGURES,
    /// `peer,from,heard_at,seconds,hops,period,repeats,spreading,copies_sent`: a line for each peer
    /// that has heard it, as in [Arrival], in the order of hearing; `spreading` is true or false.
    ARRIVALS;

    /// Where a peer of one of the spreads has a name, these columns are the last: `origin_name` of
    /// figures, `peer_name` and `from_name` of arrivals.
    private List<String> nameColumns() {
      return switch (this) {
        case COVERAGE, PERIODS -> List.of();
        case FIGURES -> List.of("origin_name");
        case ARRIVALS -> List.of("peer_name", "from_name");
      };
    }

    private List<String> columns() {
      return switch (this) {
        case COVERAGE -> List.of("seconds", "reached", "population", "coverage", "duplicates");
        case PERIODS ->
            List.of("period", "hearers", "reached", "population", "coverage", "duplicates");
        case FIGURES -> {
          List<String> columns = new ArrayList<>();
          columns.addAll(List.of("origin", "born", "text", "reached", "population"));
          columns.addAll(List.of("t50_s", "t99_s", "t_last_s"));
          columns.addAll(FigureColumns.NAMES);
          columns.add("over");
          yield columns;
        }
        case ARRIVALS ->
            List.of(
                "peer",
                "from",
                "heard_at",
                "seconds",
                "hops",
                "period",
                "repeats",
                "spreading",
                "copies_sent");
      };
    }
  }

  private ChartCsv() {}

  /// @throws IOException when it can't be written; an old file stays as it was
  public static void write(Path file, Table table, List<Run> runs, Progress progress)
      throws IOException {
    WholeFile.save(file, out -> write(out, table, runs, progress));
  }

  static void write(OutputStream out, Table table, List<Run> runs, Progress progress)
      throws IOException {
    Progress.Parts parts = progress.parts(runs.size());
    boolean named = runs.stream().anyMatch(run -> !run.names().names().isEmpty());
    try (CsvTable csv = new CsvTable(out, columns(table, named))) {
      Rows rows = new Rows(csv, named);
      for (Run run : runs) {
        rows.begin(run);
        switch (table) {
          case COVERAGE -> coverage(rows, run.spread());
          case PERIODS -> periods(rows, run.spread());
          case FIGURES -> figures(rows, run.spread());
          case ARRIVALS -> arrivals(rows, run.spread());
        }
        parts.next();
      }
    }
  }

  private static List<String> columns(Table table, boolean named) {
    List<String> columns = new ArrayList<>(List.of("rumor", "id"));
    columns.addAll(table.columns());
    columns.addAll(ConditionColumns.NAMES);
    if (named) {
      columns.addAll(table.nameColumns());
    }
    return columns;
  }

  private static void coverage(Rows rows, Spread spread) {
    SpreadCurve curve = SpreadCurve.of(spread);
    for (SpreadCurve.Step step : curve.steps()) {
      rows.add(
          seconds(step.sinceBirth()),
          step.reached(),
          curve.population(),
          share(step.reached(), curve.population()),
          step.duplicates());
    }
  }

  private static void periods(Rows rows, Spread spread) {
    SpreadCurve curve = SpreadCurve.of(spread);
    for (SpreadCurve.Round round : curve.rounds()) {
      rows.add(
          round.period(),
          round.hearers(),
          round.reached(),
          curve.population(),
          share(round.reached(), curve.population()),
          round.duplicates());
    }
  }

  private static void figures(Rows rows, Spread spread) {
    SpreadFigures figures = SpreadFigures.of(spread);
    Rumor rumor = spread.rumor();
    List<@Nullable Object> cells = new ArrayList<>();
    cells.addAll(List.of(rumor.origin(), rumor.born(), rumor.text()));
    cells.addAll(List.of(figures.reached(), figures.population()));
    cells.add(seconds(figures.t50()));
    cells.add(seconds(figures.t99()));
    cells.add(seconds(figures.tLast()));
    cells.addAll(FigureColumns.of(figures));
    cells.add(spread.isOver());
    rows.add(Arrays.asList(rumor.origin()), cells.toArray());
  }

  private static void arrivals(Rows rows, Spread spread) {
    SpreadTimes times = SpreadTimes.of(spread);
    List<Arrival> inOrder =
        spread.arrivals().values().stream()
            .sorted(Comparator.comparing(Arrival::at).thenComparing(Arrival::peer))
            .toList();
    for (Arrival arrival : inOrder) {
      rows.add(
          Arrays.asList(arrival.peer(), arrival.from()),
          arrival.peer(),
          arrival.from(),
          arrival.at(),
          seconds(times.since(arrival.at())),
          arrival.hops(),
          arrival.periods(),
          arrival.repeats(),
          arrival.spreading(),
          spread.sent().getOrDefault(arrival.peer(), 0L));
    }
  }

  private static @Nullable Double seconds(@Nullable Duration time) {
    return time == null ? null : time.toNanos() / 1e9;
  }

  private static double share(int part, int whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }

  /// The lines of one table.
  private static final class Rows {
    private final CsvTable csv;
    private String name = "";
    private String id = "";
    private List<@Nullable Object> conditions = List.of();
    private Naming names = Naming.NONE;
    private final boolean named;

    /// @param named whether the table has columns for names
    Rows(CsvTable csv, boolean named) {
      this.csv = csv;
      this.named = named;
    }

    void begin(Run run) {
      name = run.name();
      names = run.names();
      Spread spread = run.spread();
      id = spread.rumor().id().text();
      conditions = ConditionColumns.of(spread.conditions(), SpreadTimes.of(spread));
    }

    void add(@Nullable Object... values) {
      add(List.of(), values);
    }

    /// @param called whose names are the last cells
    void add(List<@Nullable PeerAddress> called, @Nullable Object... values) {
      List<@Nullable Object> line = new ArrayList<>();
      line.add(name);
      line.add(id);
      line.addAll(Arrays.asList(values));
      line.addAll(conditions);
      if (named) {
        for (PeerAddress peer : called) {
          PeerName its = peer == null ? null : names.of(peer);
          line.add(its == null ? null : its.text());
        }
      }
      csv.row(line);
    }
  }
}
