package p2pgossip.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static p2pgossip.export.SampleSession.ANN;
import static p2pgossip.export.SampleSession.BOB;
import static p2pgossip.export.SampleSession.EVE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.testing.Recorder;

class ShivizLogTest {

  /// An event as ShiViz reads it.
  private record Read(String date, String event, String host, Map<String, Integer> clock) {}

  /// An event with its clock.
  private record Clocked(ShivizEvent event, Map<PeerAddress, Integer> clock) {}

  @TempDir private Path folder;

  private static String text(Recorded recorded) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ShivizLog.write(out, ShivizLog.events(recorded), Progress.UNHEARD);
    return out.toString(UTF_8);
  }

  private static List<Read> read(String log) {
    String expression = log.lines().findFirst().orElseThrow();
    // In regular expressions of JavaScript, unlike those of Java, a brace may stand alone.
    Matcher matcher =
        Pattern.compile(expression.replace("{.*}", "\\{.*\\}"))
            .matcher(log.substring(expression.length() + 2));
    List<Read> events = new ArrayList<>();
    while (matcher.find()) {
      Map<String, Integer> clock = new HashMap<>();
      Matcher entries = Pattern.compile("\"([^\"]+)\":(\\d+)").matcher(matcher.group("clock"));
      while (entries.find()) {
        clock.put(entries.group(1), Integer.valueOf(entries.group(2)));
      }
      events.add(
          new Read(matcher.group("date"), matcher.group("event"), matcher.group("host"), clock));
    }
    return events;
  }

  private static List<Clocked> clocked(List<ShivizEvent> events, Map<Integer, ShivizEvent> sendings)
      throws IOException {
    Recorder<Clocked> all = new Recorder<>();
    VectorClocks.give(
        events,
        sendings,
        (event, hosts, clock) -> all.accept(new Clocked(event, entries(hosts, clock))));
    return all.all();
  }

  private static Map<PeerAddress, Integer> entries(List<PeerAddress> hosts, int[] clock) {
    Map<PeerAddress, Integer> entries = new HashMap<>();
    for (int i = 0; i < clock.length; i++) {
      if (clock[i] > 0) {
        entries.put(hosts.get(i), clock[i]);
      }
    }
    return entries;
  }

  /// Whether one happened before the other.
  private static boolean dominates(Map<PeerAddress, Integer> later, Map<PeerAddress, Integer> one) {
    return !later.equals(one)
        && one.entrySet().stream()
            .allMatch(entry -> later.getOrDefault(entry.getKey(), 0) >= entry.getValue());
  }

  private static Map<String, String> joined(Recorded recorded) {
    List<ShivizEvent> events = ShivizLog.events(recorded);
    Map<String, String> joined = new HashMap<>();
    for (var entry : MessageJoin.of(events).entrySet()) {
      joined.put(
          SampleSession.START.until(events.get(entry.getKey()).at()).toMillis() + "",
          SampleSession.START.until(entry.getValue().at()).toMillis() + "");
    }
    return joined;
  }

  @Test
  void everyEventIsWrittenWithItsClock() throws IOException {
    assertThat(text(SampleSession.ofThree()))
        .startsWith(
            """
            (?<date>\\S+) (?<event>.*)\\n(?<host>\\S+) (?<clock>{.*})

            2026-11-22T08:00:00.100Z begins the rumour “Have you heard?”
            127.0.0.1:8081 {"127.0.0.1:8081":1}
            2026-11-22T08:00:00.101Z tells 127.0.0.1:8082 the rumour “Have you heard?” (copy 1, hop 1)
            127.0.0.1:8081 {"127.0.0.1:8081":2}
            2026-11-22T08:00:00.103Z hears the rumour “Have you heard?” from 127.0.0.1:8081 (hop 1)
            127.0.0.1:8082 {"127.0.0.1:8081":2, "127.0.0.1:8082":1}
            """);
  }

  @Test
  void theExpressionFindsEveryEvent() throws IOException {
    Recorded recorded = SampleSession.random(10, 300, 5);

    assertThat(read(text(recorded)))
        .hasSize(recorded.observations().size())
        .allMatch(event -> event.clock().containsKey(event.host()));
  }

  @Test
  void noTextFromOutsidePassesForAnEvent() throws IOException {
    String bad = "x\n127.0.0.1:8083 {\"127.0.0.1:8083\":9}\r\u2028\u001b[2J";
    Recorded recorded =
        new SampleSession()
            .messageSent(1, ANN, BOB, bad)
            .messageReceived(2, BOB, ANN, bad)
            .recorded();

    List<Read> events = read(text(recorded));

    assertThat(events).extracting(Read::host).containsExactly(ANN.toString(), BOB.toString());
    assertThat(events.getFirst().event())
        .isEqualTo(
            "sends 127.0.0.1:8082 “x\\n127.0.0.1:8083 {\"127.0.0.1:8083\":9}\\r\\u2028\\u001b[2J”");
  }

  /// What ShiViz checks before it draws.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyHostCountsFromOneWithoutAGap(long seed) throws IOException {
    Map<String, Integer> last = new HashMap<>();
    for (Read event : read(text(SampleSession.random(12, 400, seed)))) {
      int own = Objects.requireNonNull(event.clock().get(event.host()));
      assertThat(own).isEqualTo(last.getOrDefault(event.host(), 0) + 1);
      last.put(event.host(), own);
      assertThat(event.clock()).allSatisfy((host, time) -> assertThat(last).containsKey(host));
      assertThat(event.clock())
          .allSatisfy((host, time) -> assertThat(time).isLessThanOrEqualTo(last.get(host)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyReceiptComesAfterItsSending(long seed) throws IOException {
    List<ShivizEvent> events = ShivizLog.events(SampleSession.random(12, 400, seed));
    Map<Integer, ShivizEvent> sendings = MessageJoin.of(events);

    Map<Integer, Map<PeerAddress, Integer>> clocks = new HashMap<>();
    for (Clocked clocked : clocked(events, sendings)) {
      clocks.put(clocked.event().index(), clocked.clock());
    }

    assertThat(clocks).hasSameSizeAs(events);
    assertThat(sendings).hasSizeGreaterThan(200);
    sendings.forEach(
        (receipt, sending) ->
            assertThat(dominates(clocks.get(receipt), clocks.get(sending.index()))).isTrue());
  }

  @Test
  void concurrentEventsAreNotOrdered() throws IOException {
    Recorded recorded = new SampleSession().told(1, ANN).told(2, BOB).recorded();
    List<Clocked> clocked = clocked(ShivizLog.events(recorded), Map.of());

    assertThat(clocked).extracting(Clocked::clock).containsExactly(Map.of(ANN, 1), Map.of(BOB, 1));
  }

  @Test
  void aReceiptByAClockThatIsSlowStillFollowsItsSending() throws IOException {
    Recorded recorded =
        new SampleSession().heard(90, BOB, ANN, 1, 1).sent(100, ANN, BOB, 1, 1).recorded();

    assertThat(read(text(recorded)))
        .extracting(Read::host, Read::clock)
        .containsExactly(
            tuple(ANN.toString(), Map.of(ANN.toString(), 1)),
            tuple(BOB.toString(), Map.of(ANN.toString(), 1, BOB.toString(), 1)));
  }

  @Test
  void copiesOfARestartedPeerAreDistinguished() {
    Recorded recorded =
        new SampleSession()
            .sent(100, ANN, BOB, 1, 1)
            .heard(102, BOB, ANN, 1, 1)
            .happened(
                ANN,
                new GossipEvent.Started(
                    SampleSession.at(5_000),
                    ANN,
                    new Peer(
                        SampleSession.at(5_000),
                        PeerSettings.DEFAULT.period(),
                        ANN.port(),
                        null,
                        Set.of())))
            .sent(6_000, ANN, BOB, 1, 1)
            .repeated(6_002, BOB, ANN, 1, 1)
            .recorded();

    assertThat(joined(recorded)).isEqualTo(Map.of("102", "100", "6002", "6000"));
  }

  @Test
  void aMessageBelongsToTheNearestSendingOfItsWords() {
    Recorded recorded =
        new SampleSession()
            .messageSent(1_000, ANN, BOB, "hello")
            .messageSent(2_000, ANN, BOB, "hello")
            .messageReceived(2_004, BOB, ANN, "hello")
            .messageSent(3_000, ANN, BOB, "hello")
            .messageReceived(3_004, BOB, ANN, "hello")
            .messageReceived(3_900, EVE, ANN, "hello")
            .recorded();

    assertThat(joined(recorded)).isEqualTo(Map.of("2004", "2000", "3004", "3000"));
  }

  @Test
  void circularWaitsAreWrittenWithoutAnArrow() throws IOException {
    // Each hears something before it sends what the other heard: no order can be right.
    Recorded recorded =
        new SampleSession()
            .messageReceived(10, ANN, BOB, "a")
            .messageSent(20, ANN, BOB, "b")
            .messageReceived(11, BOB, ANN, "b")
            .messageSent(21, BOB, ANN, "a")
            .recorded();

    assertThat(read(text(recorded)))
        .extracting(Read::host, Read::clock)
        .containsExactly(
            tuple(ANN.toString(), Map.of(ANN.toString(), 1)),
            tuple(ANN.toString(), Map.of(ANN.toString(), 2)),
            tuple(BOB.toString(), Map.of(ANN.toString(), 2, BOB.toString(), 1)),
            tuple(BOB.toString(), Map.of(ANN.toString(), 2, BOB.toString(), 2)));
  }

  @Test
  void ofALongSessionTheLatestEventsAreWritten() throws IOException {
    Path file = folder.resolve("long.shiviz");
    SampleSession session = new SampleSession();
    for (int i = 1; i <= ShivizLog.MOST_EVENTS + 5; i++) {
      session.sent(i, ANN, BOB, 1, i);
    }

    ShivizLog.Written written = ShivizLog.write(file, session.recorded(), Progress.UNHEARD);

    assertThat(written).isEqualTo(new ShivizLog.Written(ShivizLog.MOST_EVENTS, 5));
    List<Read> events = read(Files.readString(file));
    assertThat(events).hasSize(ShivizLog.MOST_EVENTS);
    assertThat(events.getFirst())
        .isEqualTo(
            new Read(
                "2026-11-22T08:00:00.006Z",
                "tells 127.0.0.1:8082 the rumour “Have you heard?” (copy 6, hop 1)",
                ANN.toString(),
                Map.of(ANN.toString(), 1)));
  }

  @Test
  void aSessionWithoutEventsIsRefusedInWords() {
    Recorded nothing =
        new Recorded(
            List.of(), List.of(new Observation.LostSight(SampleSession.START, ANN, "gone")));

    assertThatThrownBy(
            () -> ShivizLog.write(folder.resolve("no.shiviz"), nothing, Progress.UNHEARD))
        .isInstanceOf(IOException.class)
        .hasMessage("there are no events yet");
  }
}
