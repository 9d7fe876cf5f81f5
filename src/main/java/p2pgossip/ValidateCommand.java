package p2pgossip;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import p2pgossip.experiment.Validation;
import p2pgossip.scenario.ComparedFigure;
import p2pgossip.wire.ComparedFiguresJson;

/// `./run.sh validate`: checks the simulation against theory, as Markdown or JSON.
final class ValidateCommand {

  /// The word that selects it, as the first of the command line.
  static final String NAME = "validate";

  private static final int ALL_AGREE = 0;
  private static final int ONE_IS_OFF = 1;
  private static final int BAD_FLAG = 2;

  private static final String HELP =
      """
      Usage: ./run.sh validate [--quick] [--json]
      Runs the simulation and checks it against all that is known of it: exact, published and asymptotic
      figures, each with its source. Takes a minute or two.

            --quick   A twentieth of the runs, in some seconds.
            --json    One JSON object in place of a table in Markdown.
        -h, --help    Show this and end.

      The exit status is 1 if a figure is off.
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final EndSignals signals;
  private final IntConsumer endAtOnce;
  private final Measurements measurements;

  /// Makes the figures. It ends early when its thread is interrupted.
  interface Measurements {
    void compare(boolean quick, Validation.Listener listener) throws InterruptedException;
  }

  /// @param endAtOnce ends the process with an exit status
  ValidateCommand(PrintStream out, PrintStream err, IntConsumer endAtOnce) {
    this(
        out,
        err,
        new EndSignals(),
        endAtOnce,
        (quick, listener) -> {
          List<ComparedFigure> _ =
              Validation.compare(quick, Runtime.getRuntime().availableProcessors(), listener);
        });
  }

  /// @param signals not handled yet
  ValidateCommand(
      PrintStream out,
      PrintStream err,
      EndSignals signals,
      IntConsumer endAtOnce,
      Measurements measurements) {
    this.out = out;
    this.err = err;
    this.signals = signals;
    this.endAtOnce = endAtOnce;
    this.measurements = measurements;
  }

  /// @param given the flags after the word
  /// @return the exit status
  int run(String... given) {
    Set<String> flags = Set.copyOf(List.of(given));
    for (String flag : given) {
      if (!Set.of("--quick", "--json", "-h", "--help").contains(flag)) {
        err.println(
            "p2pgossip validate: there is no flag \"%s\"; see ./run.sh validate --help"
                .formatted(flag));
        return BAD_FLAG;
      }
    }
    if (flags.contains("-h") || flags.contains("--help")) {
      out.print(HELP);
      return ALL_AGREE;
    }
    return compare(flags.contains("--quick"), flags.contains("--json"));
  }

  private int compare(boolean quick, boolean asJson) {
    List<ComparedFigure> figures = new ArrayList<>();
    Thread measuring = Thread.currentThread();
    try (OrderlyEnd ending = new OrderlyEnd(err, signals, endAtOnce, measuring::interrupt)) {
      boolean partial = false;
      try {
        measurements.compare(
            quick,
            figure -> {
              figures.add(figure);
              if (ending.isWanted()) {
                throw new InterruptedException("that is enough");
              }
            });
      } catch (InterruptedException e) {
        partial = true;
        if (!ending.isWanted()) {
          measuring.interrupt();
          return ONE_IS_OFF;
        }
      }
      int status = show(figures, asJson, partial);
      return partial ? ending.exitStatus() : status;
    }
  }

  /// Prints the figures.
  ///
  /// @param partial whether there were to be more
  /// @return the exit status
  int show(List<ComparedFigure> figures, boolean asJson, boolean partial) {
    if (asJson) {
      out.println(ComparedFiguresJson.text(figures, Validation.SEED, partial));
    } else {
      print(figures);
    }
    if (partial) {
      String words =
          "Ended early: %s of %s figures are known.".formatted(figures.size(), Validation.FIGURES);
      (asJson ? err : out).println((asJson ? "p2pgossip: " : "") + words);
    }
    return figures.stream().allMatch(ComparedFigure::holds) ? ALL_AGREE : ONE_IS_OFF;
  }

  private void print(List<ComparedFigure> figures) {
    out.println(
        "| claim | kind | known | ours | standard error | allowed | verdict | reading | source |");
    out.println("|---|---|---|---|---|---|---|---|---|");
    for (ComparedFigure figure : figures) {
      out.println(
          "| %s | %s | %s | %s | %s | %s | %s | %s | %s |"
              .formatted(
                  figure.claim(),
                  figure.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  shown(figure.expected(), "%.5g"),
                  shown(figure.ours(), "%.5g"),
                  shown(figure.standardError(), "%.2g"),
                  shown(figure.allowed(), "%.2g"),
                  figure.verdict(),
                  figure.reading(),
                  figure.source()));
    }
    long off = figures.stream().filter(figure -> !figure.holds()).count();
    long compared =
        figures.stream()
            .filter(figure -> figure.kind() != ComparedFigure.Kind.NOT_COMPARABLE)
            .count();
    out.println();
    out.println(
        "%s figures compared, %s off; %s not comparable."
            .formatted(compared, off, figures.size() - compared));
  }

  private static String shown(double value, String pattern) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, pattern, value);
  }
}
