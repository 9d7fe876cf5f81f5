package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Strategy;
import p2pgossip.gossip.Tuning;
import p2pgossip.gossip.Tuning.Speech;
import p2pgossip.testing.Words;

class TuningJsonTest {

  private static final Tuning ALL =
      new Tuning(
          Duration.ofMillis(1_500), true, false, new Speech("Hear, hear"), Strategy.PUSH, 2, null);

  private static Tuning read(String json) throws WireException {
    return TuningJson.read(json.getBytes(UTF_8));
  }

  @Test
  void aChangeLooksAsTheProtocolHasIt() {
    assertThat(TuningJson.write(ALL))
        .asString(UTF_8)
        .isEqualTo(
            "{\"period\":{\"secs\":1,\"nanos\":500000000},\"update\":true,\"paused\":false,"
                + "\"text\":\"Hear, hear\",\"spreading\":{\"strategy\":\"push\",\"fanout\":2}}");
    assertThat(TuningJson.write(Tuning.NONE)).asString(UTF_8).isEqualTo("{}");
  }

  @Test
  void everyChangeIsReadAsItWasWritten() throws WireException {
    assertThat(TuningJson.read(TuningJson.write(ALL))).isEqualTo(ALL);
    RandomValues values = new RandomValues(new Random(20261127));
    for (int i = 0; i < 500; i++) {
      PeerSettings before = values.of(PeerSettings.class);
      PeerSettings after = values.of(PeerSettings.class);
      Tuning tuning = Tuning.between(before, after);
      assertThat(TuningJson.read(TuningJson.write(tuning))).isEqualTo(tuning);
      assertThat(Tuning.between(tuning.applyTo(before), after)).isEqualTo(Tuning.NONE);
    }
  }

  @Test
  void settingsAreReadAsTheyWereWritten() throws WireException {
    RandomValues values = new RandomValues(new Random(20261127));
    for (int i = 0; i < 500; i++) {
      PeerSettings settings = values.of(PeerSettings.class);
      assertThat(TuningJson.readSettings(TuningJson.writeSettings(settings))).isEqualTo(settings);
    }
  }

  @Test
  void aNullTextMeansRandomSentencesAndAbsenceMeansNoChange() throws WireException {
    PeerSettings said = PeerSettings.DEFAULT.withText("Hear, hear");
    assertThat(read("{\"text\":null}").applyTo(said).text()).isNull();
    assertThat(read("{}").applyTo(said)).isEqualTo(said);
    assertThat(read("{}").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"perod\":1} | … no field \"perod\"; … paused, period, spreading, text, update",
        "{\"max_peers\":1} | … no field \"max_peers\"; … paused, period, spreading, text, update",
        "{\"tunable\":true} | … no field \"tunable\"; … paused, period, spreading, text, update",
        "{\"spreading\":{\"k\":1}} | … no field \"k\" in \"spreading\"; … fanout, forwarding,"
            + " strategy",
        "{\"update\":1} | \"update\" … true or false, not a number",
        "{\"update\":null} | \"update\" … true or false, not null",
        "{\"paused\":true,\"paused\":false} | \"paused\" is given twice",
        "{\"period\":5} | \"period\" … object … not a number",
        "{\"period\":{\"secs\":0,\"nanos\":0}} | period of 0.0 s …",
        "{\"text\":7} | \"text\" … string, not a number",
        "{\"spreading\":{\"fanout\":0}} | \"fanout\" of \"spreading\" … whole number … from 1 to"
            + " 100, not 0",
        "{\"spreading\":{\"strategy\":\"shout\"}} | \"strategy\" of \"spreading\" … \"direct\" …"
            + " \"anti-entropy\", not \"shout\"",
        "[] | a change of settings … object, not an array"
      })
  void anErrorIsExplained(String json, String reason) {
    assertThat(reasonFor(json)).matches(Words.of(reason));
  }

  @Test
  void aTextIsBounded() {
    assertThat(reasonFor("{\"text\":\"" + "x".repeat(4_097) + "\"}"))
        .matches(Words.of("message text … 4096 …"));
  }

  private static String reasonFor(String json) {
    return Refusals.reasonFor(TuningJsonTest::read, json);
  }
}
