package p2pgossip.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.CsvTable;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.Sha256;
import p2pgossip.file.UserFile;
import p2pgossip.file.WholeFile;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.network.Arrival;
import p2pgossip.network.SpreadCurve;
import p2pgossip.network.SpreadFigures;
import p2pgossip.network.SpreadTimes;
import p2pgossip.scenario.ConditionColumns;
import p2pgossip.scenario.FigureColumns;
import p2pgossip.scenario.Report;
import p2pgossip.wire.ReportJson;

/// Writes a report into a folder: the whole as `report.json`, and as tables (RFC 4180, with a
/// header line; times in seconds, peers by number, empty cells for unknown values) `figures.csv`,
/// `arrivals.csv`, `curve.csv`, `rounds.csv` and `events.csv`. Where peers have names, these are
/// the last columns: `origin_name` of figures, `peer_name` and `from_name` of arrivals, `peer_name`
/// of events.
public final class ReportFiles {

  private static final List<String> NAMES =
      List.of(
          "report.json", "figures.csv", "arrivals.csv", "curve.csv", "rounds.csv", "events.csv");

  /// The size of a small report, so that a full disk shows.
  private static final int TRIAL_BYTES = 16 * 1024;

  private static final String CONDITIONS = "," + String.join(",", ConditionColumns.NAMES);

  private ReportFiles() {}

  /// Checks that a report can be written, before the runs take their time: creates the folder if
  /// necessary, and a file in it, which is deleted again.
  ///
  /// @throws IOException when it can't, naming the folder or file and the reason
  public static void tryFolder(Path folder) throws IOException {
    makeFolder(folder);
    for (String name : NAMES) {
      UserFile.requireFileOrNothing(folder.resolve(name));
    }
    Path trial = folder.resolve(".trial");
    WholeFile.save(trial, out -> out.write(new byte[TRIAL_BYTES]));
    Files.delete(trial);
  }

  private static void makeFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new FileSystemException(folder.toString(), null, "it is not a folder");
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(folder, e), e);
    }
  }

  /// Creates the folder if necessary, and replaces files with the same names: all of them, or none
  /// if one can't be written.
  ///
  /// @param program the name and version of the program that ran it
  /// @throws IOException when it can't be written, naming the file and the reason
  public static void write(Report report, String program, Path folder) throws IOException {
    makeFolder(folder);
    SequencedMap<Path, WholeFile.Body> files = new LinkedHashMap<>();
    byte[] json = ReportJson.write(report, program);
    files.put(folder.resolve("report.json"), out -> out.write(json));
    List<List<@Nullable Object>> figures = new ArrayList<>();
    List<List<@Nullable Object>> arrivals = new ArrayList<>();
    List<List<@Nullable Object>> curve = new ArrayList<>();
    List<List<@Nullable Object>> rounds = new ArrayList<>();
    List<List<@Nullable Object>> events = new ArrayList<>();
    boolean named =
        report.runs().stream()
            .flatMap(run -> run.peers().stream())
            .anyMatch(peer -> peer.name() != null);
    for (Report.Run run : report.runs()) {
      Names names = new Names(run, named);
      for (Report.RumorReport rumor : run.rumors()) {
        SpreadTimes times = SpreadTimes.of(rumor.spread());
        List<@Nullable Object> under = ConditionColumns.of(rumor.spread().conditions(), times);
        List<List<@Nullable Object>> figuresOfIt = List.of(figures(run, rumor, names));
        addAll(figures, figuresOfIt, under);
        names.addTo(figures, List.of(rumor), it -> Arrays.asList(it.rumor().origin()));
        addAll(arrivals, arrivals(run, rumor, names, times), under);
        names.addTo(arrivals, rumor.arrivals(), it -> Arrays.asList(it.peer(), it.from()));
        addAll(curve, curve(run, rumor), under);
        addAll(rounds, rounds(run, rumor), under);
      }
      addEvents(events, run, names);
      names.addTo(events, run.happenings(), it -> Arrays.asList(it.peer()));
    }
    addTable(
        files,
        folder.resolve("figures.csv"),
        "run,rumor,origin,text,reached,population,t50,t99,t_last,"
            + String.join(",", FigureColumns.NAMES)
            + ",carried"
            + CONDITIONS
            + (named ? ",origin_name" : ""),
        figures);
    addTable(
        files,
        folder.resolve("arrivals.csv"),
        "run,rumor,peer,from,at,hops,periods,repeats,spreading"
            + CONDITIONS
            + (named ? ",peer_name,from_name" : ""),
        arrivals);
    addTable(
        files,
        folder.resolve("curve.csv"),
        "run,rumor,at,reached,share,duplicates" + CONDITIONS,
        curve);
    addTable(
        files,
        folder.resolve("rounds.csv"),
        "run,rumor,period,hearers,reached,duplicates" + CONDITIONS,
        rounds);
    addTable(
        files,
        folder.resolve("events.csv"),
        "run,at,peer,what,about" + (named ? ",peer_name" : ""),
        events);
    WholeFile.saveAll(files);
  }

  /// The SHA-256 of the file `report.json`, in hexadecimal.
  ///
  /// @param program as in [#write]
  public static String sha256(Report report, String program) {
    return Sha256.hex(ReportJson.write(report, program));
  }

  /// Each row, followed by the conditions of its rumour.
  private static void addAll(
      List<List<@Nullable Object>> all,
      List<List<@Nullable Object>> rows,
      List<@Nullable Object> under) {
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> whole = new ArrayList<>(row);
      whole.addAll(under);
      all.add(whole);
    }
  }

  private static void addTable(
      SequencedMap<Path, WholeFile.Body> files,
      Path file,
      String head,
      List<List<@Nullable Object>> rows) {
    files.put(
        file,
        out -> {
          try (CsvTable csv = new CsvTable(out, List.of(head.split(",")))) {
            rows.forEach(csv::row);
          }
        });
  }

  private static List<@Nullable Object> figures(
      Report.Run run, Report.RumorReport rumor, Names names) {
    SpreadFigures of = rumor.figures();
    List<@Nullable Object> cells =
        new ArrayList<>(
            Arrays.asList(
                run.name(),
                rumor.rumor().id().text(),
                names.of(rumor.rumor().origin()),
                rumor.rumor().text(),
                of.reached(),
                of.population(),
                seconds(of.t50()),
                seconds(of.t99()),
                seconds(of.tLast())));
    for (Object cell : FigureColumns.of(of)) {
      cells.add(cell instanceof Double number ? number(number) : cell);
    }
    cells.add(rumor.carried());
    return cells;
  }

  private static List<List<@Nullable Object>> arrivals(
      Report.Run run, Report.RumorReport rumor, Names names, SpreadTimes times) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Arrival arrival : rumor.arrivals()) {
      rows.add(
          Arrays.asList(
              run.name(),
              rumor.rumor().id().text(),
              names.of(arrival.peer()),
              names.of(arrival.from()),
              seconds(times.since(arrival.at())),
              arrival.hops(),
              arrival.periods(),
              arrival.repeats(),
              arrival.spreading()));
    }
    return rows;
  }

  private static List<List<@Nullable Object>> curve(Report.Run run, Report.RumorReport rumor) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    SpreadCurve curve = rumor.curve();
    int population = curve.population();
    for (SpreadCurve.Step step : curve.steps()) {
      rows.add(
          Arrays.asList(
              run.name(),
              rumor.rumor().id().text(),
              seconds(step.sinceBirth()),
              step.reached(),
              number((double) step.reached() / population),
              step.duplicates()));
    }
    return rows;
  }

  private static List<List<@Nullable Object>> rounds(Report.Run run, Report.RumorReport rumor) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (SpreadCurve.Round round : rumor.curve().rounds()) {
      rows.add(
          Arrays.asList(
              run.name(),
              rumor.rumor().id().text(),
              round.period(),
              round.hearers(),
              round.reached(),
              round.duplicates()));
    }
    return rows;
  }

  private static void addEvents(List<List<@Nullable Object>> rows, Report.Run run, Names names) {
    for (Report.Happening happening : run.happenings()) {
      rows.add(
          Arrays.asList(
              run.name(),
              seconds(happening.at()),
              names.of(happening.peer()),
              happening.what(),
              happening.about()));
    }
  }

  private static @Nullable BigDecimal seconds(@Nullable Duration time) {
    return time == null ? null : BigDecimal.valueOf(time.toNanos() / 1_000, 6);
  }

  private static @Nullable BigDecimal number(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(Math.round(number * 10_000), 4).stripTrailingZeros()
        : null;
  }

  /// The peers of one run as numbers, any other as its address; and their names.
  private static final class Names {

    private final Map<PeerAddress, String> numbers = new HashMap<>();
    private final Map<PeerAddress, PeerName> names = new HashMap<>();
    private final boolean named;

    /// @param named whether the tables have columns for names
    private Names(Report.Run run, boolean named) {
      this.named = named;
      for (Report.Member peer : run.peers()) {
        numbers.put(peer.address(), Integer.toString(peer.number()));
        if (peer.name() != null) {
          names.put(peer.address(), peer.name());
        }
      }
    }

    /// Adds the names of peers to the last rows of a table, of which each belongs to one thing.
    private <T> void addTo(
        List<List<@Nullable Object>> rows,
        List<T> things,
        Function<T, List<@Nullable PeerAddress>> peers) {
      if (!named) {
        return;
      }
      int first = rows.size() - things.size();
      for (int i = 0; i < things.size(); i++) {
        List<@Nullable Object> row = new ArrayList<>(rows.get(first + i));
        for (PeerAddress peer : peers.apply(things.get(i))) {
          PeerName name = peer == null ? null : names.get(peer);
          row.add(name == null ? null : name.text());
        }
        rows.set(first + i, row);
      }
    }

    private String of(@Nullable PeerAddress peer) {
      return peer == null ? "" : numbers.getOrDefault(peer, peer.toString());
    }
  }
}
