package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Observation;
import p2pgossip.testing.Words;

class ObservationJsonTest {

  private static final Instant AT = Instant.parse("2026-11-22T06:45:13.004Z");
  private static final PeerAddress PEER = PeerAddress.parse("10.0.0.7:8080");
  private static final PeerAddress OTHER = PeerAddress.parse("10.0.0.3:8080");

  private static Reading<Observation> read(String json) throws WireException {
    return ObservationJson.read(json.getBytes(UTF_8));
  }

  private static String reasonFor(String json) {
    return Refusals.reasonFor(ObservationJsonTest::read, json);
  }

  static Stream<Class<?>> everyObservation() {
    return RandomValues.permitted(Observation.class);
  }

  static Stream<Class<?>> everyFault() {
    return RandomValues.permitted(Fault.class);
  }

  @ParameterizedTest
  @MethodSource("everyObservation")
  void everyObservationIsReadAsItWasWritten(Class<? extends Observation> type)
      throws WireException {
    RandomValues values = new RandomValues(new Random(20261122));
    for (int i = 0; i < 300; i++) {
      Observation observation = values.of(type);
      byte[] line = ObservationJson.write(observation);
      assertThat(new String(line, UTF_8)).doesNotContain("\n", "\r");
      assertThat(ObservationJson.read(line))
          .isEqualTo(new Reading.Understood<Observation>(observation));
    }
  }

  @ParameterizedTest
  @MethodSource("everyFault")
  void everyFaultIsReadAsItWasWritten(Class<?> type) throws WireException {
    RandomValues values = new RandomValues(new Random(20261122));
    for (int i = 0; i < 300; i++) {
      Fault<PeerAddress> fault = values.fault(type);
      assertThat(FaultJson.read(FaultJson.write(fault))).isEqualTo(fault);
    }
  }

  @Test
  void theTimeIsWrittenOnceIfTheClocksAreTheSame() throws WireException {
    Observation here = new Observation.Happened(PEER, new GossipEvent.PeerRecovered(AT, OTHER));
    assertThat(ObservationJson.write(here))
        .asString(UTF_8)
        .isEqualTo(
            "{\"type\":\"happened\",\"observer\":\"10.0.0.7:8080\",\"event\":"
                + "{\"type\":\"peer-recovered\",\"at\":\"2026-11-22T06:45:13.004Z\","
                + "\"peer\":\"10.0.0.3:8080\"}}");
    Observation elsewhere =
        new Observation.Happened(AT.plusSeconds(1), PEER, new GossipEvent.PeerRecovered(AT, OTHER));
    assertThat(ObservationJson.write(elsewhere))
        .asString(UTF_8)
        .startsWith("{\"type\":\"happened\",\"at\":\"2026-11-22T06:45:14.004Z\",");
    assertThat(ObservationJson.read(ObservationJson.write(elsewhere)))
        .isEqualTo(new Reading.Understood<>(elsewhere));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"dreamt\"} | dreamt",
        "{\"type\":\"happened\",\"observer\":\"10.0.0.7:8080\",\"event\":{\"type\":\"telepathy\"}}"
            + " | telepathy"
      })
  void anUnknownTypeIsNamed(String json, String type) throws WireException {
    assertThat(read(json)).isEqualTo(new Reading.Unknown<Observation>(type));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | an observation … object, not a number",
        "{} | \"type\" is missing",
        "{\"type\":\"happened\",\"observer\":\"10.0.0.7:8080\",\"event\":{\"type\":\"stopped\"}} |"
            + " \"at\" of \"event\" is missing",
        "{\"type\":\"happened\",\"event\":{\"type\":\"stopped\"}} | \"observer\" is missing",
        "{\"type\":\"lost-sight\",\"observer\":\"10.0.0.7:8080\",\"reason\":\"x\"} | \"at\" is"
            + " missing",
        "{\"type\":\"seen\",\"state\":[]} | \"state\" … object, not an array",
        "{\"type\":\"faults-changed\",\"at\":\"2026-11-22T06:45:13Z\",\"faults\":[{}]} | \"type\""
            + " of item 1 of \"faults\" is missing",
        "{\"type\":\"faults-changed\",\"at\":\"2026-11-22T06:45:13Z\",\"faults\":"
            + "[{\"type\":\"flood\"}]} | \"type\" of item 1 of \"faults\" must be \"freeze\","
            + " \"loss\", \"delay\", \"duplicate\", \"block\" or \"partition\", not \"flood\""
      })
  void aDamagedLineIsRefusedWithWhatWasExpected(String json, String reason) {
    assertThat(reasonFor(json)).matches(Words.of(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"loss\",\"path\":{\"type\":\"everywhere\"},\"share\":1.5} | \"share\" … number"
            + " … from 0 to 1, not 1.5",
        "{\"type\":\"loss\",\"path\":{\"type\":\"everywhere\"},\"share\":1e999} | \"share\" …"
            + " number … from 0 to 1, not 1e999",
        "{\"type\":\"loss\",\"path\":{\"type\":\"everywhere\"},\"share\":\"1\"} | \"share\" …"
            + " number … from 0 to 1, not a string",
        "{\"type\":\"duplicate\",\"path\":{\"type\":\"everywhere\"},\"share\":2} | \"share\" …"
            + " number … from 0 to 1, not 2",
        "{\"type\":\"block\",\"path\":{\"type\":\"back\"}} | \"type\" of \"path\" must be"
            + " \"one-way\", \"between\", \"around\" or \"everywhere\", not \"back\"",
        "{\"type\":\"delay\",\"path\":{\"type\":\"everywhere\"},\"mean_ns\":1,\"jitter_ns\":2000000}"
            + " | a jitter of 2 ms …",
        "{\"type\":\"partition\",\"sides\":[[\"10.0.0.7:1\"],[\"10.0.0.7:1\"]]} | … two sides …",
        "{\"type\":\"partition\",\"sides\":[7]} | \"sides\" … array, not a number",
        "{\"type\":\"block\",\"path\":{\"type\":\"around\",\"peers\":[7]}} | \"peers\" of \"path\""
            + " … strings, not a number"
      })
  void anImpossibleFaultIsRefusedInWords(String json, String reason) {
    assertThat(Refusals.reasonFor(it -> FaultJson.read(it.getBytes(UTF_8)), json))
        .matches(Words.of(reason));
  }
}
