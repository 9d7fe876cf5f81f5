package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Latency;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Spreading;
import p2pgossip.network.Arrival;
import p2pgossip.network.Conditions;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadCurve;
import p2pgossip.network.SpreadFigures;
import p2pgossip.network.SpreadTimes;
import p2pgossip.scenario.Churn;
import p2pgossip.scenario.ConditionWords;
import p2pgossip.scenario.NameChoice;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.SettingsChange;
import p2pgossip.scenario.TimedAction;

/// What was run and what came of it, for other programs, also in years to come. The request has the
/// form of a scenario file; in the results, times are in seconds, and peers are numbers.
public final class ReportJson {

  private ReportJson() {}

  /// On many lines, indented, with a line break at the end; unknown values are left out.
  ///
  /// @param program the name and version of the program that ran it
  public static byte[] write(Report report, String program) {
    return JsonOutput.file(out -> write(out, report, program));
  }

  private static void write(JsonWriter out, Report report, String program) throws IOException {
    Scenario scenario = report.scenario();
    Duration quiet = scenario.quiet();
    out.beginObject();
    out.name("program").value(program);
    out.name("scenario").value(scenario.name());
    out.name("description").value(scenario.description());
    out.name("seed").value(scenario.seed());
    out.name("lasts").value(SpanText.of(scenario.lasts()));
    out.name("quiet").value(quiet == null ? null : SpanText.of(quiet));
    Latency latency = scenario.traits().latency();
    if (latency != null) {
      LatencyJson.CODEC.onOneLine().write(out.name("latency"), latency);
    }
    Churn churn = scenario.traits().churn();
    if (churn != null) {
      ChurnJson.CODEC.onOneLine().write(out.name("churn"), churn);
    }
    if (scenario.traits().inStep()) {
      out.name("in_step").value(true);
    }
    if (scenario.traits().names() != NameChoice.PORTS) {
      out.name("names").value(scenario.traits().names().label());
    }
    out.name("actions").beginArray();
    for (TimedAction action : scenario.actions()) {
      JsonOutput.onOneLine(out, line -> ActionJson.CODEC.write(line, action));
    }
    out.endArray();
    out.name("began").value(report.began().toString());
    out.name("complete").value(report.complete());
    out.name("runs").beginArray();
    for (Report.Run run : report.runs()) {
      write(out, run);
    }
    out.endArray();
    out.endObject();
  }

  private static void write(JsonWriter out, Report.Run run) throws IOException {
    Map<PeerAddress, Integer> numbers = new HashMap<>();
    run.peers().forEach(peer -> numbers.put(peer.address(), peer.number()));
    out.beginObject();
    out.name("name").value(run.name());
    out.name("number").value(run.run().number());
    out.name("repetition").value(run.run().repetition());
    out.name("seed").value(run.run().seed());
    out.name("time").value(Names.TIMES.of(run.run().time()));
    out.name("topology").value(run.topology().label());
    // Including defaults, which may differ in the next version.
    SettingsChangeJson.CODEC.write(out.name("settings"), SettingsChange.to(run.settings()));
    out.name("tls").value(run.secure());
    out.name("began").value(run.began().toString());
    writeSeconds(out.name("lasted"), run.lasted());
    out.name("peers").beginArray();
    for (Report.Member peer : run.peers()) {
      out.beginObject();
      out.name("number").value(peer.number());
      out.name("address").value(peer.address().toString());
      out.name("original").value(peer.original());
      PeerJson.NAME.write(out, peer.name());
      out.endObject();
    }
    out.endArray();
    out.name("rumors").beginArray();
    for (Report.RumorReport rumor : run.rumors()) {
      write(out, rumor, run, numbers);
    }
    out.endArray();
    out.name("happenings").beginArray();
    for (Report.Happening happening : run.happenings()) {
      out.beginObject();
      writeSeconds(out.name("at"), happening.at());
      writePeer(out.name("peer"), happening.peer(), numbers);
      out.name("what").value(happening.what());
      out.name("about").value(happening.about());
      out.endObject();
    }
    out.endArray();
    out.endObject();
  }

  private static void write(
      JsonWriter out, Report.RumorReport report, Report.Run run, Map<PeerAddress, Integer> numbers)
      throws IOException {
    SpreadTimes times = SpreadTimes.of(report.spread());
    out.beginObject();
    out.name("id").value(report.rumor().id().text());
    out.name("text").value(report.rumor().text());
    writePeer(out.name("origin"), report.rumor().origin(), numbers);
    writeSeconds(out.name("born"), Duration.between(run.began(), report.rumor().born()));
    out.name("carried").value(report.carried());
    write(out.name("conditions"), report.spread());
    write(out.name("figures"), report.figures());
    out.name("arrivals").beginArray();
    for (Arrival arrival : report.arrivals()) {
      out.beginObject();
      writePeer(out.name("peer"), arrival.peer(), numbers);
      writePeer(out.name("from"), arrival.from(), numbers);
      writeSeconds(out.name("at"), times.since(arrival.at()));
      out.name("hops").value(arrival.hops());
      out.name("periods").value(arrival.periods());
      out.name("repeats").value(arrival.repeats());
      out.name("spreading").value(arrival.spreading());
      out.endObject();
    }
    out.endArray();
    out.name("curve").beginArray();
    for (SpreadCurve.Step step : report.curve().steps()) {
      out.beginObject();
      writeSeconds(out.name("at"), step.sinceBirth());
      out.name("reached").value(step.reached());
      out.name("duplicates").value(step.duplicates());
      out.endObject();
    }
    out.endArray();
    out.name("rounds").beginArray();
    for (SpreadCurve.Round round : report.curve().rounds()) {
      out.beginObject();
      out.name("period").value(round.period());
      out.name("hearers").value(round.hearers());
      out.name("reached").value(round.reached());
      out.name("duplicates").value(round.duplicates());
      out.endObject();
    }
    out.endArray();
    out.endObject();
  }

  /// The conditions of the spread without the run, which contains it.
  private static void write(JsonWriter out, Spread spread) throws IOException {
    Conditions conditions = spread.conditions();
    SpreadTimes times = SpreadTimes.of(spread);
    out.beginObject();
    out.name("settings").beginArray();
    for (Conditions.InForce it : conditions.settings()) {
      Spreading spreading = it.spreading();
      out.beginObject();
      writeSeconds(out.name("from"), times.since(it.from()));
      out.name("strategy").value(Names.STRATEGIES.of(spreading.strategy()));
      out.name("fanout").value(spreading.fanout());
      out.name("interest").value(InterestLabel.of(spreading.interest()));
      out.name("hop_limit").value(spreading.hopLimit());
      Forwarding forwarding = spreading.toldForwarding();
      if (forwarding != null) {
        out.name("forwarding").value(forwarding.label());
      }
      out.name("period").value(SpanText.of(it.period()));
      out.endObject();
    }
    out.endArray();
    out.name("mixed").value(conditions.mixed());
    out.name("faults").beginArray();
    for (Conditions.FaultSpan span : conditions.faults()) {
      Instant until = span.until();
      out.beginObject();
      writeSeconds(out.name("from"), times.since(span.from()));
      writeSeconds(out.name("to"), until == null ? null : times.since(until));
      FaultJson.CODEC.write(out.name("fault"), span.fault());
      out.endObject();
    }
    out.endArray();
    out.name("in_words").value(ConditionWords.full(conditions, times));
    out.endObject();
  }

  private static void write(JsonWriter out, SpreadFigures figures) throws IOException {
    out.beginObject();
    out.name("reached").value(figures.reached());
    out.name("population").value(figures.population());
    writeSeconds(out.name("t50"), figures.t50());
    writeSeconds(out.name("t99"), figures.t99());
    writeSeconds(out.name("t_last"), figures.tLast());
    out.name("copies").value(figures.copies());
    writeNumber(out.name("copies_per_peer"), figures.copiesPerPeer());
    out.name("duplicates").value(figures.duplicates());
    out.name("lost").value(figures.lost());
    writeNumber(out.name("redundancy"), figures.redundancy());
    out.name("longest_hops").value(figures.longestHops());
    writeNumber(out.name("mean_hops"), figures.meanHops());
    out.name("copies_to_last").value(figures.copiesToLast());
    writeNumber(out.name("copies_to_last_per_peer"), figures.copiesToLastPerPeer());
    writeNumber(out.name("redundancy_to_last"), figures.redundancyToLast());
    writeNumber(out.name("busiest_tenth"), figures.busiestTenth());
    out.endObject();
  }

  /// The number of a peer of the run; the address of any other.
  private static void writePeer(
      JsonWriter out, @Nullable PeerAddress peer, Map<PeerAddress, Integer> numbers)
      throws IOException {
    Integer number = peer == null ? null : numbers.get(peer);
    if (number != null) {
      out.value(number);
    } else {
      out.value(peer == null ? null : peer.toString());
    }
  }

  private static void writeSeconds(JsonWriter out, @Nullable Duration time) throws IOException {
    if (time == null) {
      out.nullValue();
    } else {
      out.value(Math.round(time.toNanos() / 1e3) / 1e6);
    }
  }

  private static void writeNumber(JsonWriter out, double number) throws IOException {
    if (Double.isFinite(number)) {
      out.value(number);
    } else {
      out.nullValue();
    }
  }
}
