package p2pgossip.swarm;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Arrival;
import p2pgossip.network.SpreadCurve;
import p2pgossip.network.SpreadFigures;
import p2pgossip.scenario.Report;
import p2pgossip.wire.ReportJson;

/// Writes a report into a folder: all of it as `report.json`, and as tables (RFC 4180, with a head line;
/// times in seconds, peers by number, an empty cell where there is no value) `figures.csv`,
/// `arrivals.csv`, `curve.csv`, `rounds.csv` and `events.csv`.
public final class ReportFiles {

  private ReportFiles() {}

  /// Makes the folder where there is none, and writes over what stands there by the same names.
  ///
  /// @param program the name and version of what ran it
  /// @throws IOException when it can't be written
  public static void write(Report report, String program, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("report.json"), ReportJson.write(report, program));
    List<List<String>> figures = new ArrayList<>();
    List<List<String>> arrivals = new ArrayList<>();
    List<List<String>> curve = new ArrayList<>();
    List<List<String>> rounds = new ArrayList<>();
    List<List<String>> events = new ArrayList<>();
    for (Report.Run run : report.runs()) {
      Names names = new Names(run);
      for (Report.RumorReport rumor : run.rumors()) {
        figures.add(figures(run, rumor, names));
        addArrivals(arrivals, run, rumor, names);
        addCurve(curve, run, rumor);
        addRounds(rounds, run, rumor);
      }
      addEvents(events, run, names);
    }
    table(
        folder.resolve("figures.csv"),
        "run,rumor,origin,text,reached,population,t50,t99,t_last,copies,copies_per_peer,duplicates"
            + ",lost,redundancy,longest_hops,mean_hops",
        figures);
    table(
        folder.resolve("arrivals.csv"),
        "run,rumor,peer,from,at,hops,periods,repeats,spreading",
        arrivals);
    table(folder.resolve("curve.csv"), "run,rumor,at,reached,share,duplicates", curve);
    table(folder.resolve("rounds.csv"), "run,rumor,period,hearers,reached,duplicates", rounds);
    table(folder.resolve("events.csv"), "run,at,peer,what,about", events);
  }

  private static void table(Path file, String head, List<List<String>> rows) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(head.split(","));
      rows.forEach(csv::writeRecord);
    }
  }

  private static List<String> figures(Report.Run run, Report.RumorReport rumor, Names names) {
    SpreadFigures of = rumor.figures();
    return List.of(
        run.name(),
        rumor.rumor().id().text(),
        names.of(rumor.rumor().origin()),
        rumor.rumor().text(),
        Integer.toString(of.reached()),
        Integer.toString(of.population()),
        seconds(of.t50()),
        seconds(of.t99()),
        seconds(of.tLast()),
        Long.toString(of.copies()),
        number(of.copiesPerPeer()),
        Long.toString(of.duplicates()),
        Long.toString(of.lost()),
        number(of.redundancy()),
        Integer.toString(of.longestHops()),
        number(of.meanHops()));
  }

  private static void addArrivals(
      List<List<String>> rows, Report.Run run, Report.RumorReport rumor, Names names) {
    for (Arrival arrival : rumor.arrivals()) {
      rows.add(
          List.of(
              run.name(),
              rumor.rumor().id().text(),
              names.of(arrival.peer()),
              names.of(arrival.from()),
              seconds(Duration.between(rumor.rumor().born(), arrival.at())),
              Integer.toString(arrival.hops()),
              Long.toString(arrival.periods()),
              Long.toString(arrival.repeats()),
              Boolean.toString(arrival.spreading())));
    }
  }

  private static void addCurve(List<List<String>> rows, Report.Run run, Report.RumorReport rumor) {
    int population = rumor.curve().population();
    for (SpreadCurve.Step step : rumor.curve().steps()) {
      rows.add(
          List.of(
              run.name(),
              rumor.rumor().id().text(),
              seconds(step.sinceBirth()),
              Integer.toString(step.reached()),
              number((double) step.reached() / population),
              Long.toString(step.duplicates())));
    }
  }

  private static void addRounds(List<List<String>> rows, Report.Run run, Report.RumorReport rumor) {
    for (SpreadCurve.Round round : rumor.curve().rounds()) {
      rows.add(
          List.of(
              run.name(),
              rumor.rumor().id().text(),
              Integer.toString(round.period()),
              Integer.toString(round.hearers()),
              Integer.toString(round.reached()),
              Long.toString(round.duplicates())));
    }
  }

  private static void addEvents(List<List<String>> rows, Report.Run run, Names names) {
    for (Report.Happening happening : run.happenings()) {
      rows.add(
          List.of(
              run.name(),
              seconds(happening.at()),
              names.of(happening.peer()),
              happening.what(),
              happening.about()));
    }
  }

  private static String seconds(@Nullable Duration time) {
    return time == null ? "" : BigDecimal.valueOf(time.toNanos() / 1_000, 6).toPlainString();
  }

  private static String number(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(Math.round(number * 10_000), 4).stripTrailingZeros().toPlainString()
        : "";
  }

  /// The peers of one run by their numbers, any other by its address.
  private static final class Names {

    private final Map<PeerAddress, String> numbers = new HashMap<>();

    private Names(Report.Run run) {
      run.peers().forEach(peer -> numbers.put(peer.address(), Integer.toString(peer.number())));
    }

    private String of(@Nullable PeerAddress peer) {
      return peer == null ? "" : numbers.getOrDefault(peer, peer.toString());
    }
  }
}
