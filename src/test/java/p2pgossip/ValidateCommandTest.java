package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.scenario.ComparedFigure;
import p2pgossip.scenario.ComparedFigure.Kind;
import p2pgossip.wire.ComparedFiguresJson;

/// What stands round the measurements, which take some seconds: `.ci/run` makes them.
class ValidateCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static final ComparedFigure RIGHT =
      new ComparedFigure("a claim", Kind.EXACT, 7.5, 7.25, 0.125, 0.4375, "a reading", "a source");
  private static final ComparedFigure WRONG =
      new ComparedFigure("another", Kind.SEEN, 1, 2, 0.5, 0.25, "a reading", "a source");

  private ValidateCommand command() {
    return new ValidateCommand(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theStatusIsOneIfAFigureIsOff() {
    assertThat(command().show(List.of(RIGHT), false)).isZero();
    assertThat(command().show(List.of(RIGHT, WRONG), false)).isEqualTo(1);
    assertThat(command().show(List.of(WRONG), true)).isEqualTo(1);
  }

  @Test
  void itIsATableInMarkdown() {
    int _ =
        command()
            .show(
                List.of(RIGHT, WRONG, ComparedFigure.notComparable("t_ave", "a reason", "them")),
                false);

    assertThat(printed())
        .isEqualTo(
            """
            | claim | kind | known | ours | standard error | allowed | verdict | reading | source |
            |---|---|---|---|---|---|---|---|---|
            | a claim | exact | 7.5000 | 7.2500 | 0.13 | 0.44 | agrees | a reading | a source |
            | another | seen | 1.0000 | 2.0000 | 0.50 | 0.25 | OFF | a reading | a source |
            | t_ave | not comparable |  |  |  |  | not comparable | a reason | them |

            2 figures compared, 1 off; 1 not comparable.
            """);
  }

  @Test
  void asJsonItHasTheSame() {
    JsonObject all =
        JsonParser.parseString(ComparedFiguresJson.text(List.of(WRONG), 3)).getAsJsonObject();

    assertThat(all.get("seed").getAsLong()).isEqualTo(3);
    assertThat(all.get("agrees").getAsBoolean()).isFalse();
    assertThat(all.getAsJsonArray("rows"))
        .singleElement()
        .hasToString(
            "{\"claim\":\"another\",\"kind\":\"seen\",\"expected\":1.0,\"ours\":2.0,"
                + "\"standard_error\":0.5,\"allowed\":0.25,\"verdict\":\"OFF\","
                + "\"reading\":\"a reading\",\"source\":\"a source\"}");
    assertThat(ComparedFiguresJson.text(List.of(ComparedFigure.notComparable("a", "b", "c")), 3))
        .contains("\"expected\":null");
  }

  @Test
  void anUnknownFlagIsRefusedInWordsAndHelpIsGiven() {
    assertThat(command().run("--quikc")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "p2pgossip validate: there is no flag \"--quikc\"; see ./run.sh validate --help\n");
    assertThat(command().run("--help")).isZero();
    assertThat(printed()).startsWith("Usage: ./run.sh validate").contains("--quick", "--json");
  }
}
