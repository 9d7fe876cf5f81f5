package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import p2pgossip.scenario.ComparedFigure;
import p2pgossip.scenario.ComparedFigure.Kind;
import p2pgossip.testing.Recorder;
import p2pgossip.wire.ComparedFiguresJson;

/// What stands round the measurements, which take some seconds: `.ci/run` makes them.
class ValidateCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static final ComparedFigure RIGHT =
      new ComparedFigure("a claim", Kind.EXACT, 7.5, 7.25, 0.125, 0.4375, "a reading", "a source");
  private static final ComparedFigure WRONG =
      new ComparedFigure("another", Kind.SEEN, 1, 2, 0.5, 0.25, "a reading", "a source");

  private final EndSignals signals = new EndSignals();
  private final Recorder<Integer> endedAtOnce = new Recorder<>();

  private ValidateCommand command() {
    return command((_, _) -> {});
  }

  private ValidateCommand command(ValidateCommand.Measurements measurements) {
    return new ValidateCommand(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        signals,
        endedAtOnce::accept,
        measurements);
  }

  /// The signal comes while the third figure is measured.
  @Test
  void aSignalEndsItWithTheFiguresThatAreKnown() {
    ValidateCommand.Measurements three =
        (_, listener) -> {
          listener.compared(RIGHT);
          listener.compared(WRONG);
          signals.signalled(130);
          new CountDownLatch(1).await();
        };

    assertThat(command(three).run()).isEqualTo(130);
    assertThat(printed())
        .contains("| a claim | exact |", "| another | seen |", "2 figures compared, 1 off;")
        .endsWith("Ended early: 2 of 155 figures are known.\n");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "p2pgossip: ending, and writing the results of what is done; a second time ends at"
                + " once\n");
    out.reset();

    assertThat(command(three).run("--json")).isEqualTo(130);
    JsonObject all = JsonParser.parseString(printed()).getAsJsonObject();
    assertThat(all.get("partial").getAsBoolean()).isTrue();
    assertThat(all.getAsJsonArray("rows")).hasSize(2);
    assertThat(endedAtOnce).isEmpty();
  }

  @Test
  void whatWasKnownBeforeTheSignalIsWhole() {
    assertThat(command((_, listener) -> listener.compared(RIGHT)).run("--json")).isZero();
    assertThat(printed()).doesNotContain("partial");
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theStatusIsOneIfAFigureIsOff() {
    assertThat(command().show(List.of(RIGHT), false, false)).isZero();
    assertThat(command().show(List.of(RIGHT, WRONG), false, false)).isEqualTo(1);
    assertThat(command().show(List.of(WRONG), true, false)).isEqualTo(1);
  }

  @Test
  void itIsATableInMarkdown() {
    int _ =
        command()
            .show(
                List.of(RIGHT, WRONG, ComparedFigure.notComparable("t_ave", "a reason", "them")),
                false,
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
        JsonParser.parseString(ComparedFiguresJson.text(List.of(WRONG), 3, false))
            .getAsJsonObject();

    assertThat(all.get("seed").getAsLong()).isEqualTo(3);
    assertThat(all.get("agrees").getAsBoolean()).isFalse();
    assertThat(all.getAsJsonArray("rows"))
        .singleElement()
        .hasToString(
            "{\"claim\":\"another\",\"kind\":\"seen\",\"expected\":1.0,\"ours\":2.0,"
                + "\"standard_error\":0.5,\"allowed\":0.25,\"verdict\":\"OFF\","
                + "\"reading\":\"a reading\",\"source\":\"a source\"}");
    assertThat(
            ComparedFiguresJson.text(
                List.of(ComparedFigure.notComparable("a", "b", "c")), 3, false))
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
