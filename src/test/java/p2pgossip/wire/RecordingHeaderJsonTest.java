package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingHeaderJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | \"format\" is missing, so this is not a recording",
        "{\"format\":\"other\"} | \"format\" must be \"p2pgossip-recording\", not \"other\"",
        "{\"format\":\"p2pgossip-recording\",\"version\":2} | this recording was made by a newer"
            + " program: it is of version 2, and up to 1 can be read; open it with that program"
      })
  void whatThisProgramCannotReadIsRefusedInWords(String json, String words) {
    assertThatExceptionOfType(WireException.class)
        .isThrownBy(() -> RecordingHeaderJson.read(json.getBytes(UTF_8), 1_000))
        .withMessage(words);
  }
}
