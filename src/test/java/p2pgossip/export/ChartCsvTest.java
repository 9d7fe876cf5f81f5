package p2pgossip.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.export.SampleSession.ANN;
import static p2pgossip.export.SampleSession.RUMOR;
import static p2pgossip.export.SampleSession.START;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.export.ChartCsv.Run;
import p2pgossip.export.ChartCsv.Table;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Arrival;
import p2pgossip.network.Conditions;
import p2pgossip.network.Naming;
import p2pgossip.network.Spread;
import p2pgossip.network.WholeNetwork;
import p2pgossip.scenario.ConditionColumns;

class ChartCsvTest {

  @TempDir private Path folder;

  private static Spread ofThree() {
    WholeNetwork network = new WholeNetwork();
    SampleSession.ofThree().observations().forEach(network::note);
    return Objects.requireNonNull(network.spread(RUMOR.id()));
  }

  private static Spread untold(String text) {
    Rumor rumor = new Rumor(new RumorId("-2"), ANN, START, text);
    return new Spread(
        rumor, Map.of(ANN, new Arrival(ANN, null, START, 0, 0, 0, true)), 3, List.of(), 0, 0, 0);
  }

  private static String text(Table table, Run... runs) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChartCsv.write(out, table, List.of(runs), Progress.UNHEARD);
    return out.toString(UTF_8).replace("\r\n", "\n");
  }

  /// A table, each line of which ends with the conditions of the sample.
  private static String under(String table) {
    String head = "," + String.join(",", ConditionColumns.NAMES);
    StringBuilder whole = new StringBuilder();
    for (String line : table.lines().toList()) {
      String end = whole.isEmpty() ? head : ",,,,,,,,,push-pull,3,blind-counter:6,256,,5,,";
      whole.append(line).append(end).append('\n');
    }
    return whole.toString();
  }

  @Test
  void everyTableHasTheConditionsOfTheSpread() throws IOException {
    Spread bare = ofThree();
    Instant birth = START.plusMillis(100);
    Spreading push =
        new Spreading(
            Strategy.PUSH, 2, new Interest(Interest.End.COIN, Interest.Contacts.UNNECESSARY, 4), 9);
    Conditions conditions =
        new Conditions(
            new p2pgossip.network.Run(
                2,
                "Push, then flood",
                "=variant",
                3,
                "small-world:4:0.1",
                -7,
                1,
                List.of(ANN),
                p2pgossip.network.Run.Time.REAL,
                false),
            List.of(
                new Conditions.InForce(birth, push, Duration.ofMillis(500)),
                new Conditions.InForce(
                    birth.plusMillis(200),
                    push.withStrategy(Strategy.FLOOD),
                    Duration.ofMillis(500))),
            false,
            List.of(
                new Conditions.FaultSpan(
                    new Fault.Loss<>(new p2pgossip.fault.Path.Everywhere<>(), 0.2),
                    birth,
                    birth.plusMillis(50))),
            List.of());
    Spread spread =
        new Spread(
            bare.rumor(), bare.key(), bare.arrivals(), 3, bare.trips(), 4, 1, 1, conditions, null);

    for (Table table : Table.values()) {
      assertThat(text(table, new Run("A", spread)).lines().skip(1))
          .isNotEmpty()
          .allMatch(
              line ->
                  line.endsWith(
                      ",2,\"Push, then"
                          + " flood\",'=variant,3,small-world:4:0.1,-7,1,real,push,2,coin:4,9,,0.5,then"
                          + " flood from 0.2 s,loss of 20 % everywhere from 0 s to 0.05 s"));
    }
  }

  @Test
  void coverageGoesUpWithTime() throws IOException {
    assertThat(text(Table.COVERAGE, new Run("A", ofThree())))
        .isEqualTo(
            under(
                """
                rumor,id,seconds,reached,population,coverage,duplicates
                A,r1,0.0,1,3,0.3333333333333333,0
                A,r1,0.003,2,3,0.6666666666666666,0
                A,r1,0.302,3,3,1.0,0
                A,r1,0.402,3,3,1.0,1
                """));
  }

  @Test
  void eachPeriodHasALine() throws IOException {
    assertThat(text(Table.PERIODS, new Run("A", ofThree())))
        .isEqualTo(
            under(
                """
                rumor,id,period,hearers,reached,population,coverage,duplicates
                A,r1,0,3,3,3,1.0,1
                """));
  }

  @Test
  void figuresAreInOneLine() throws IOException {
    assertThat(text(Table.FIGURES, new Run("A", ofThree())))
        .isEqualTo(
            under(
                """
                rumor,id,origin,born,text,reached,population,t50_s,t99_s,t_last_s,copies,copies_per_peer,duplicates,lost,redundancy,longest_hops,mean_hops,copies_to_last,copies_to_last_per_peer,redundancy_to_last,busiest_tenth,over
                A,r1,127.0.0.1:8081,2026-11-22T08:00:00.100Z,Have you heard?,3,3,0.003,0.302,0.302,4,1.3333333333333333,1,1,1.0,2,1.5,3,1.0,0.5,0.5,false
                """));
  }

  @Test
  void unknownValuesAreEmpty() throws IOException {
    assertThat(text(Table.FIGURES, new Run("B", untold("x"))).lines().toList().get(1))
        .isEqualTo(
            "B,'-2,127.0.0.1:8081,2026-11-22T08:00:00Z,x,1,3,,,0.0,0,0.0,0,0,,0,,0,0.0,,,false,,,,,,,,,,,,,,,,");
  }

  @Test
  void hearersAreInTheOrderOfHearing() throws IOException {
    assertThat(text(Table.ARRIVALS, new Run("A", ofThree())))
        .isEqualTo(
            under(
                """
                rumor,id,peer,from,heard_at,seconds,hops,period,repeats,spreading,copies_sent
                A,r1,127.0.0.1:8081,,2026-11-22T08:00:00.100Z,0.0,0,0,0,true,1
                A,r1,127.0.0.1:8082,127.0.0.1:8081,2026-11-22T08:00:00.103Z,0.003,1,0,1,true,2
                A,r1,127.0.0.1:8083,127.0.0.1:8082,2026-11-22T08:00:00.402Z,0.302,2,0,0,true,1
                """));
  }

  @Test
  void anyNameIsReadAsItWasWrittenButOnOneLine() throws IOException {
    Path file = folder.resolve("charts.csv");
    String name = "“He said: \"no\",\nthen ran”";

    ChartCsv.write(
        file,
        Table.PERIODS,
        List.of(new Run(name, ofThree()), new Run("B", untold("x"))),
        Progress.UNHEARD);

    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      assertThat(reader.stream().map(line -> line.getField(0)).toList())
          .containsExactly("rumor", "“He said: \"no\",\\nthen ran”", "B");
    }
  }

  @Test
  void noTextPassesForAFormula() throws IOException {
    String formula = "=HYPERLINK(\"http://example.org\")";

    assertThat(text(Table.FIGURES, new Run(formula, untold(formula))).lines().toList().get(1))
        .startsWith("\"'=HYPERLINK(\"\"http://example.org\"\")\",'-2,")
        .contains(",\"'=HYPERLINK(\"\"http://example.org\"\")\",1,3,");
  }

  @Test
  void namesAreTheLastColumns() throws IOException {
    Naming names = new Naming(Map.of(ANN, new PeerName("Ann, \"the 1st\"")), true);
    Run named = new Run("A", ofThree(), names);

    assertThat(text(Table.ARRIVALS, named).lines())
        .satisfiesExactly(
            head -> assertThat(head).endsWith(",peer_name,from_name"),
            ann -> assertThat(ann).endsWith(",\"Ann, \"\"the 1st\"\"\","),
            bob -> assertThat(bob).endsWith(",,\"Ann, \"\"the 1st\"\"\""),
            eve -> assertThat(eve).endsWith(",,"));
    assertThat(text(Table.FIGURES, named).lines())
        .satisfiesExactly(
            head -> assertThat(head).endsWith(",origin_name"),
            figures -> assertThat(figures).endsWith(",\"Ann, \"\"the 1st\"\"\""));
    assertThat(text(Table.COVERAGE, named))
        .isEqualTo(text(Table.COVERAGE, new Run("A", ofThree())));
  }
}
