package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemJsonTest {

  private static String detail(String json) {
    return ProblemJson.readDetail(json.getBytes(UTF_8));
  }

  @Test
  void aProblemIsWrittenAsRfc9457HasIt() {
    assertThat(ProblemJson.write(400, "Bad Request", "\"port\" is missing"))
        .asString(UTF_8)
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                + "\"detail\":\"\\\"port\\\" is missing\"}");
  }

  @Test
  void itsDetailIsRead() {
    assertThat(ProblemJson.readDetail(ProblemJson.write(503, "Service Unavailable", "full")))
        .isEqualTo("full");
  }

  @Test
  void withoutADetailItsTitleIsRead() {
    assertThat(detail("{\"detail\":7,\"title\":\"Busy\"}")).isEqualTo("Busy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "null", "{\"detail\":", "<html>", "{\"status\":400}"})
  void withoutEitherNothingIsRead(String json) {
    assertThat(detail(json)).isNull();
  }
}
