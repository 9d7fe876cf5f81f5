package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The words in which JSON and its fields are refused. The tests of each format only say which
/// field is at fault, and for what.
class FieldsTest {

  private interface Use {
    Object of(Fields fields) throws WireException;
  }

  private static String refusal(String json, Use use) {
    return catchThrowableOfType(
            WireException.class, () -> use.of(JsonInput.object(json.getBytes(UTF_8), "a thing")))
        .reason();
  }

  private static Arguments wrong(String value, Use use, String words) {
    return Arguments.of("{\"a\":" + value + "}", use, "\"a\" " + words);
  }

  private static List<Arguments> wrongValues() {
    Use text = it -> it.text("a");
    return List.of(
        wrong("7", text, "must be a string, not a number"),
        wrong("null", text, "must be a string, not null"),
        wrong("true", text, "must be a string, not a boolean"),
        wrong("[\"b\"]", text, "must be a string, not an array"),
        wrong("{}", text, "must be a string, not an object"),
        wrong("\"b\",\"a\":\"b\"", text, "is given twice"),
        wrong("0", it -> it.flag("a"), "must be true or false, not a number"),
        wrong("11", it -> it.whole("a", 1, 10), "must be a whole number from 1 to 10, not 11"),
        wrong("0", it -> it.whole("a", 1, 10), "must be a whole number from 1 to 10, not 0"),
        wrong("1e1", it -> it.whole("a", 1, 10), "must be a whole number from 1 to 10, not 1e1"),
        wrong(
            "\"1\"",
            it -> it.whole("a", 1, 10),
            "must be a whole number from 1 to 10, not a string"),
        wrong(
            "-1",
            it -> it.count("a"),
            "must be a whole number from 0 to 9223372036854775807, not -1"),
        wrong("\"7\"", it -> it.signed("a"), "must be a whole number, not a string"),
        wrong("0.5", it -> it.signed("a"), "must be a whole number of at most 64 bits, not 0.5"),
        wrong("1e999", it -> it.fraction("a", 1), "must be a number from 0 to 1, not 1e999"),
        wrong("\"1\"", it -> it.fraction("a", 1), "must be a number from 0 to 1, not a string"),
        wrong(
            "\"now\"",
            it -> it.time("a"),
            "must be a time such as 2026-11-22T06:45:06.6Z, not \"now\""),
        wrong(
            "\"soon\"",
            it -> it.span("a"),
            "must be a time such as \"500 ms\", \"2.5 s\" or \"1 min\", not \"soon\""),
        wrong(
            "\"localhost:1\"",
            it -> it.address("a"),
            "must be an address such as 10.0.0.7:8080 or [2001:db8::1]:8080, not \"localhost:1\""),
        wrong("\"localhost\"", it -> it.ip("a"), "must be an IP address, not \"localhost\""),
        wrong(
            "\"a b\"",
            it -> it.id("a"),
            "must be 1 to 64 letters, digits, '.', '_' or '-', not \"a b\""),
        wrong(
            '"' + "x".repeat(65) + '"',
            it -> it.id("a"),
            "must be 1 to 64 letters, digits, '.', '_' or '-', not \"" + "x".repeat(60) + "…\""),
        wrong(
            "\"shout\"",
            it -> it.choice("a", Names.STRATEGIES),
            "must be \"direct\" or \"flood\" or \"gossip1\" or \"push\" or \"pull\" or"
                + " \"push-pull\" or \"anti-entropy\", not \"shout\""),
        wrong("7", it -> it.object("a"), "must be an object, not a number"),
        wrong("7", it -> it.items("a", 2), "must be an array, not a number"),
        wrong("[1,2,3]", it -> it.items("a", 2), "must have at most 2 items, not 3"),
        wrong("[null]", it -> it.objects("a", 2), "must hold objects, not null"),
        wrong("[7]", it -> it.ids("a", 2), "must hold strings, not a number"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("wrongValues")
  void aWrongValueIsNamedWithWhatItShouldBe(String json, Use use, String words) {
    assertThat(refusal(json, use)).isEqualTo(words);
  }

  @Test
  void aFieldIsNamedWithTheObjectsAroundIt() {
    assertThat(refusal("{}", it -> it.text("a"))).isEqualTo("\"a\" is missing");
    assertThat(refusal("{\"b\":{}}", it -> it.object("b").text("a")))
        .isEqualTo("\"a\" of \"b\" is missing");
    assertThat(refusal("{\"b\":[{\"a\":\"\"},{}]}", it -> it.objects("b", 2).getLast().text("a")))
        .isEqualTo("\"a\" of item 2 of \"b\" is missing");
  }

  @Test
  void aFieldThatIsUnknownIsNamedWithThoseThatThereAre() {
    assertThat(refusal("{\"x\":1}", FieldsTest::onlyTwo))
        .isEqualTo("there is no field \"x\"; there are a, b");
    assertThat(refusal("{\"c\":{\"x\":1}}", it -> onlyTwo(it.object("c"))))
        .isEqualTo("there is no field \"x\" in \"c\"; there are a, b");
  }

  private static Set<String> onlyTwo(Fields fields) throws WireException {
    fields.requireOnly(Set.of("b", "a"));
    return fields.names();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | a thing must be an object, not an array",
        "null | a thing must be an object, not null",
        "\"a\" | a thing must be an object, not a string",
        "7 | a thing must be an object, not a number",
        "'' | the JSON ends too early",
        "{\"a\":1 | the JSON ends too early",
        "{'a':1} | not JSON: unexpected character at line 1 column 3 path $.",
        "{} {} | not JSON: unexpected character at line 1 column 5 path $"
      })
  void whatIsNoObjectIsRefused(String json, String words) {
    assertThat(refusal(json, Fields::names)).isEqualTo(words);
  }

  @Test
  void errorsInAFileNameTheLine() {
    assertThat(refusalOfFile("{\n\"a\":7}", it -> it.text("a")))
        .isEqualTo("line 2: \"a\" must be a string, not a number");
    assertThat(refusalOfFile("{\n\"x\":7}", FieldsTest::onlyTwo))
        .isEqualTo("line 2: there is no field \"x\"; there are a, b");
    assertThat(refusalOfFile("{\n", Fields::names)).isEqualTo("line 2: the JSON ends too early");
    assertThat(refusalOfFile("[]", Fields::names))
        .isEqualTo("a thing must be an object, not an array");
  }

  private static String refusalOfFile(String json, Use use) {
    return catchThrowableOfType(
            WireException.class, () -> use.of(JsonInput.file(json.getBytes(UTF_8), "a thing")))
        .reason();
  }
}
