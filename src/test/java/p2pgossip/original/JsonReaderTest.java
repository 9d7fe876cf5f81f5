package p2pgossip.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  @Test
  void readsEveryKindOfValue() throws Json.Refused {
    assertThat(
            JsonReader.read(" {\"a\" : [1, -2.5e+3, true, false, null], \"\\u00e4\\n\" : {} }\n"))
        .isEqualTo(
            new Json.Fields(
                Map.of(
                    "a",
                    new Json.Items(
                        List.of(
                            new Json.Figure("1"),
                            new Json.Figure("-2.5e+3"),
                            new Json.Truth(true),
                            new Json.Truth(false),
                            new Json.Nothing())),
                    "ä\n",
                    new Json.Fields(Map.of()))));
  }

  @Test
  void readsBackWhatItWrites() throws Json.Refused {
    Json.Text text = new Json.Text("a \"quoted\" \\ line\n\u0001 and 😀");

    assertThat(JsonReader.read(text.toString())).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1,\"a\":1}",
        "{a:1}",
        "{'a':1}",
        "[1,]",
        "[1 2]",
        "01",
        "1.",
        ".5",
        "+1",
        "NaN",
        "tru",
        "True",
        "\"a",
        "\"\t\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\ud800\"",
        "{} {}",
        "// a\n1"
      })
  void refusesAnythingButJson(String text) {
    assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(Json.Refused.class);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    assertThatThrownBy(() -> JsonReader.read(new byte[] {'"', (byte) 0xff, '"'}))
        .isInstanceOf(Json.Refused.class)
        .hasMessage("not UTF-8");
  }

  @Test
  void refusesToDescendWithoutEnd() {
    assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
        .isInstanceOf(Json.Refused.class)
        .hasMessageContaining("nested too deep");
  }
}
