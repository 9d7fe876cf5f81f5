package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sender;
import p2pgossip.testing.Words;

class GossipEventJsonTest {

  private static final Instant AT = Instant.parse("2026-11-22T06:45:13.004Z");
  private static final PeerAddress PEER = PeerAddress.parse("10.0.0.7:8080");
  private static final PeerAddress OTHER = PeerAddress.parse("10.0.0.3:8080");
  private static final Copy COPY =
      new Copy(
          new Rumor(
              new RumorId("9f86d081884c7d65"),
              PEER,
              Instant.parse("2026-11-22T06:45:06.600Z"),
              "The bridge is closed"),
          1,
          42);

  private static final String SENT =
      "{\"type\":\"copy-sent\",\"at\":\"2026-11-22T06:45:13.004Z\",\"to\":\"10.0.0.3:8080\","
          + "\"copy\":{\"id\":\"9f86d081884c7d65\",\"origin\":\"10.0.0.7:8080\","
          + "\"born\":\"2026-11-22T06:45:06.600Z\",\"hops\":1,\"copy\":42,"
          + "\"text\":\"The bridge is closed\"},\"in_answer\":false}";

  private static Reading<GossipEvent> read(String json) throws WireException {
    return GossipEventJson.read(json.getBytes(UTF_8));
  }

  private static GossipEvent readAgain(GossipEvent event) throws WireException {
    return switch (GossipEventJson.read(GossipEventJson.write(event))) {
      case Reading.Understood<GossipEvent>(GossipEvent same) -> same;
      case Reading.Unknown<GossipEvent>(String type) -> throw new AssertionError(type);
    };
  }

  private static String reasonFor(String json) {
    return Refusals.reasonFor(GossipEventJsonTest::read, json);
  }

  static Stream<Class<?>> everyType() {
    return RandomValues.permitted(GossipEvent.class);
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void everyEventIsReadAsItWasWritten(Class<? extends GossipEvent> type) throws WireException {
    RandomValues values = new RandomValues(new Random(20261122));
    for (int i = 0; i < 200; i++) {
      GossipEvent event = values.of(type);
      assertThat(readAgain(event)).isEqualTo(event);
    }
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void everyEventIsOneLineThatBeginsWithItsTypeAndTime(Class<? extends GossipEvent> type) {
    RandomValues values = new RandomValues(new Random(20261122));
    assertThat(GossipEventJson.write(values.of(type)))
        .asString(UTF_8)
        .matches("\\{\"type\":\"[a-z]+(-[a-z]+)*\",\"at\":\"[^\"]+Z\"[^\\n\\r]*}");
  }

  @Test
  void noTwoEventsHaveOneName() {
    RandomValues values = new RandomValues(new Random(20261122));
    Set<String> names =
        everyType()
            .map(type -> new String(GossipEventJson.write((GossipEvent) values.of(type)), UTF_8))
            .map(json -> json.split("\"", 5)[3])
            .collect(Collectors.toSet());
    assertThat(names).hasSize((int) everyType().count());
  }

  @Test
  void aCopyThatIsSentLooksAsTheProtocolHasIt() {
    assertThat(GossipEventJson.write(new GossipEvent.CopySent(AT, OTHER, COPY, false)))
        .asString(UTF_8)
        .isEqualTo(SENT);
  }

  @Test
  void unknownValuesAreLeftOut() {
    assertThat(GossipEventJson.write(new GossipEvent.PeriodBegan(AT, 8, null, 1)))
        .asString(UTF_8)
        .isEqualTo(
            "{\"type\":\"period-began\",\"at\":\"2026-11-22T06:45:13.004Z\",\"number\":8,"
                + "\"neighbors\":1}");
    assertThat(GossipEventJson.write(new GossipEvent.RumorHeard(AT, COPY, null, false)))
        .asString(UTF_8)
        .doesNotContain("sender");
  }

  @Test
  void theOrderOfTheFieldsDoesNotMatter() throws WireException {
    assertThat(
            read(
                "{\"peer\":\"10.0.0.3:8080\",\"at\":\"2026-11-22T06:45:13.004Z\","
                    + "\"type\":\"peer-recovered\"}"))
        .isEqualTo(new Reading.Understood<>(new GossipEvent.PeerRecovered(AT, OTHER)));
  }

  @Test
  void nullCountsAsAbsent() throws WireException {
    assertThat(
            read(
                "{\"type\":\"caller-refused\",\"at\":\"2026-11-22T06:45:13.004Z\","
                    + "\"caller\":null,\"reason\":\"full\"}"))
        .isEqualTo(new Reading.Understood<>(new GossipEvent.CallerRefused(AT, null, "full")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"telepathy\"} | telepathy",
        "{\"type\":\"telepathy\",\"at\":7,\"to\":[],\"to\":null} | telepathy",
        "{\"type\":\"\"} | ''",
        "{\"type\":\"Started\"} | Started"
      })
  void anUnknownTypeIsNamed(String json, String type) throws WireException {
    assertThat(read(json)).isEqualTo(new Reading.Unknown<GossipEvent>(type));
  }

  @Test
  void aLongNameOfATypeIsCutShort() throws WireException {
    assertThat(read("{\"type\":\"" + "x".repeat(100_000) + "\"}"))
        .isEqualTo(new Reading.Unknown<GossipEvent>("x".repeat(60) + "…"));
  }

  @Test
  void unknownFieldsAreIgnored() throws WireException {
    assertThat(read(SENT.replace("\"hops\"", "\"new\":[{}],\"new\":1,\"hops\"")))
        .isEqualTo(new Reading.Understood<>(new GossipEvent.CopySent(AT, OTHER, COPY, false)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | \"type\" is missing",
        "{\"type\":7} | \"type\" … string, not a number",
        "{\"type\":\"a\",\"type\":\"a\"} | \"type\" is given twice",
        "[] | an event … object, not an array",
        "null | an event … object, not null",
        "'' | … ends too early",
        "{\"type\":\"stopped\" | … ends too early",
        "{\"type\":\"stopped\"} | \"at\" is missing",
        "{\"type\":\"stopped\",\"at\":\"now\"} | \"at\" … time … not \"now\"",
        "{\"type\":\"stopped\",\"at\":\"2026-02-30T00:00:00Z\"} | \"at\" is not a date:"
            + " \"2026-02-30T00:00:00Z\""
      })
  void anythingButAnEventIsRefusedInWords(String json, String reason) {
    assertThat(reasonFor(json)).matches(Words.of(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"to\":\"10.0.0.3:8080\", | '' | \"to\" is missing",
        "\"10.0.0.3:8080\" | \"localhost:1\" | \"to\" … address … not \"localhost:1\"",
        "\"in_answer\":false | \"in_answer\":0 | \"in_answer\" … true or false, not a number",
        "\"copy\":{ | \"copy\":7,\"x\":{ | \"copy\" … object, not a number",
        "\"id\":\"9f86d081884c7d65\", | '' | \"id\" of \"copy\" is missing",
        "9f86d081884c7d65 | '' | \"id\" of \"copy\" … 1 to 64 letters … not \"\"",
        "\"hops\":1 | \"hops\":10001 | \"hops\" of \"copy\" … whole number … from 0 to 10000, not"
            + " 10001",
        "\"copy\":42 | \"copy\":-1 | \"copy\" of \"copy\" … whole number … from 0 to"
            + " 9223372036854775807, not -1",
        "\"born\" | \"hops\":1,\"born\" | \"hops\" of \"copy\" is given twice",
        "2026-11-22T06:45:06.600Z | yesterday | \"born\" of \"copy\" … time … not \"yesterday\"",
        "\"text\":\"The bridge is closed\" | \"text\":null | \"text\" of \"copy\" … string, not"
            + " null"
      })
  void aWrongFieldIsNamedWithWhatItShouldBe(String right, String wrong, String reason) {
    assertThat(reasonFor(SENT.replace(right, wrong))).matches(Words.of(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | \"sender\" must have one of \"named\", \"presumed\" and \"unnamed\"",
        "{\"named\":\"nobody\"} | \"named\" of \"sender\" … address … not \"nobody\"",
        "{\"unnamed\":\"localhost\"} | \"unnamed\" of \"sender\" … IP address, not"
            + " \"localhost\"",
        "\"10.0.0.3:8080\" | \"sender\" … object, not a string"
      })
  void anInvalidSenderIsRefused(String sender, String reason) {
    assertThat(
            reasonFor(
                "{\"type\":\"message-received\",\"at\":\"2026-11-22T06:45:13Z\",\"text\":\"hi\","
                    + "\"sender\":"
                    + sender
                    + "}"))
        .matches(Words.of(reason));
  }

  @Test
  void anUnknownKindIsRefusedWithTheKnownOnes() {
    assertThat(
            reasonFor(
                "{\"type\":\"peer-forgotten\",\"at\":\"2026-11-22T06:45:13Z\","
                    + "\"peer\":\"10.0.0.3:8080\",\"failure\":{\"kind\":\"bored\"}}"))
        .isEqualTo(
            "\"kind\" of \"failure\" must be \"unreachable\" or \"timed-out\" or \"not-a-peer\" or"
                + " \"refused\" or \"untrusted\" or \"unauthorized\", not \"bored\"");
  }

  @Test
  void settingsOutOfTheirRangeAreRefused() {
    String json =
        new String(
            GossipEventJson.write(new GossipEvent.SettingsChanged(AT, PeerSettings.DEFAULT)),
            UTF_8);
    assertThat(reasonFor(json.replace("\"secs\":5", "\"secs\":0")))
        .matches(Words.of("period of 0.0 s …"));
    assertThat(reasonFor(json.replace("\"fanout\":3", "\"fanout\":0")))
        .matches(
            Words.of(
                "\"fanout\" of \"spreading\" of \"settings\" … whole number … from 1 to 100, not"
                    + " 0"));
  }

  @Test
  void longTextsAreCutWhereTheyAreWrittenAndWhereTheyAreRead() throws WireException {
    String longText = "é".repeat(GossipEventJson.LONGEST_TEXT + 1);
    String cut = longText.substring(1);
    Sender sender = new Sender.Named(OTHER);
    assertThat(readAgain(new GossipEvent.MessageReceived(AT, sender, longText)))
        .isEqualTo(new GossipEvent.MessageReceived(AT, sender, cut));
    assertThat(
            read(
                "{\"type\":\"message-sent\",\"at\":\"2026-11-22T06:45:13.004Z\",\"flight\":1,"
                    + "\"to\":\"10.0.0.3:8080\",\"text\":\""
                    + longText
                    + "\"}"))
        .isEqualTo(new Reading.Understood<>(new GossipEvent.MessageSent(AT, 1, OTHER, cut)));
  }

  @Test
  void aSurrogatePairIsNotCutInHalf() throws WireException {
    String cause = "x".repeat(Values.LONGEST_WORDS - 1) + "😀";
    assertThat(readAgain(new GossipEvent.Trouble(AT, "writing", cause)))
        .isEqualTo(new GossipEvent.Trouble(AT, "writing", "x".repeat(Values.LONGEST_WORDS - 1)));
  }

  @Test
  void moreThanTwoThousandPeersAreCutWhereTheyAreWrittenAndRefusedWhereTheyAreRead()
      throws WireException {
    Set<PeerAddress> many = RandomPeers.known(new Random(1), 2_001).keySet();
    GossipEvent.PeersReported shown =
        (GossipEvent.PeersReported) readAgain(new GossipEvent.PeersReported(AT, OTHER, many));
    assertThat(shown.peers()).hasSize(2_000).isSubsetOf(many);
    String list =
        many.stream().map(peer -> "\"" + peer + "\"").collect(Collectors.joining(",", "[", "]"));
    assertThat(
            reasonFor(
                "{\"type\":\"peers-reported\",\"at\":\"2026-11-22T06:45:13Z\","
                    + "\"by\":\"10.0.0.3:8080\",\"peers\":"
                    + list
                    + "}"))
        .matches(Words.of("\"peers\" … at most 2000 … not 2001"));
  }

  @Test
  void theLargestEventKeepsWithinItsBound() {
    String worst = "\u0001".repeat(100_000);
    assertThat(GossipEventJson.write(new GossipEvent.MessageSent(AT, 1, OTHER, worst)))
        .hasSizeLessThanOrEqualTo(GossipEventJson.LARGEST);
    assertThat(
            GossipEventJson.write(
                new GossipEvent.MessageFailed(
                    AT, 1, OTHER, worst, new Failure(Failure.Kind.REFUSED, worst))))
        .hasSizeLessThanOrEqualTo(GossipEventJson.LARGEST);
  }

  @Test
  void aNegativeRoundTripCountsAsZero() throws WireException {
    assertThat(
            readAgain(
                new GossipEvent.CopyDelivered(
                    AT, OTHER, COPY, Hearing.NEWS, Duration.ofMillis(-3))))
        .isEqualTo(new GossipEvent.CopyDelivered(AT, OTHER, COPY, Hearing.NEWS, Duration.ZERO));
  }

  @Test
  void anEventThatBreaksOffAnywhereIsRefused() {
    byte[] whole = SENT.getBytes(UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(reasonFor(new String(cut, UTF_8))).matches(".* ends too early|not JSON: .*");
    }
  }
}
