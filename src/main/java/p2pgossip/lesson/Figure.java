package p2pgossip.lesson;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import p2pgossip.theory.Formulas;
import p2pgossip.theory.MeanField;

/// A number that the program works out; nobody types it in.
public sealed interface Figure {

  /// A number that the lesson is about, as it stands.
  record Given(double value) implements Figure {}

  /// What came out of a run.
  ///
  /// @param rumor of the run, from 1
  /// @param at the time of [Measure#SHARE], in rounds or seconds; empty for the end
  record OfRun(String run, Measure measure, int rumor, OptionalInt at) implements Figure {}

  /// What theory says of the settings of a run.
  ///
  /// @param at as above
  record OfTheory(String run, Measure measure, OptionalInt at) implements Figure {}

  /// One of the settings of a run.
  record OfPlan(String run, Setting setting) implements Figure {}

  /// What the student predicted as a number.
  record Predicted(String prediction) implements Figure {}

  /// A formula.
  record Computed(Formula formula, Figure of) implements Figure {}

  /// Two figures together.
  record Joined(Join join, Figure one, Figure other) implements Figure {}

  /// The settings that have a number.
  enum Setting {
    PEERS("peers"),
    RUNS("runs"),
    FANOUT("fanout"),
    K("k"),
    LOSS("loss"),
    CRASH("crash");

    private final String label;

    Setting(String label) {
      this.label = label;
    }

    static Setting labelled(String label) {
      return Arrays.stream(values())
          .filter(it -> it.label.equals(label))
          .findFirst()
          .orElseThrow(
              () ->
                  Named.unknown(
                      "setting", label, Arrays.stream(values()).map(it -> it.label).toList()));
    }
  }

  /// The formulas. Those of theory have their source in [Formulas] and [MeanField].
  enum Formula {
    LOG2("log2", Measure.Style.NUMBER, value -> Math.log(value) / Math.log(2)),
    LN("ln", Measure.Style.NUMBER, Math::log),
    PUSH_ROUNDS("push-rounds", Measure.Style.NUMBER, peers -> Formulas.pushRounds(peers, 1)),
    PULL_ROUNDS("pull-rounds", Measure.Style.NUMBER, peers -> Formulas.pullRounds(peers, 1)),
    PUSH_PULL_ROUNDS(
        "push-pull-rounds", Measure.Style.NUMBER, peers -> Formulas.pushPullRounds(peers, 1)),
    /// Of k, for feedback and coin.
    DEMERS_RESIDUE("demers-residue", Measure.Style.SHARE, MeanField::residue),
    /// Of the copies per peer.
    TRAFFIC_RESIDUE("traffic-residue", Measure.Style.SHARE, Formulas::residue),
    /// Of the fanout, for peers that tell it once.
    SHARE_REACHED("share-reached", Measure.Style.SHARE, Formulas::shareReached);

    private final String label;
    private final Measure.Style style;

    @SuppressWarnings("ImmutableEnumChecker") // None of the functions has a state.
    private final DoubleUnaryOperator function;

    Formula(String label, Measure.Style style, DoubleUnaryOperator function) {
      this.label = label;
      this.style = style;
      this.function = function;
    }

    String label() {
      return label;
    }

    Measure.Style style() {
      return style;
    }

    double of(double value) {
      return function.applyAsDouble(value);
    }
  }

  /// The ways to join two figures.
  enum Join {
    RATIO("ratio"),
    DIFFERENCE("difference"),
    PRODUCT("product");

    private final String label;

    Join(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    double of(double one, double other) {
      return switch (this) {
        case RATIO -> one / other;
        case DIFFERENCE -> one - other;
        case PRODUCT -> one * other;
      };
    }
  }

  /// How it is written.
  default Measure.Style style() {
    return switch (this) {
      case Given _, Predicted _ -> Measure.Style.NUMBER;
      case OfRun it -> it.measure().style();
      case OfTheory it -> it.measure().style();
      case OfPlan it ->
          it.setting() == Setting.LOSS || it.setting() == Setting.CRASH
              ? Measure.Style.SHARE
              : Measure.Style.COUNT;
      case Computed it -> it.formula().style();
      case Joined it -> it.join() == Join.DIFFERENCE ? it.one().style() : Measure.Style.NUMBER;
    };
  }

  /// The figures of which it consists, itself included.
  default Stream<Figure> parts() {
    return switch (this) {
      case Computed it -> Stream.concat(Stream.of(this), it.of().parts());
      case Joined it ->
          Stream.of(Stream.of(this), it.one().parts(), it.other().parts()).flatMap(each -> each);
      case Given _, OfRun _, OfTheory _, OfPlan _, Predicted _ -> Stream.of(this);
    };
  }

  /// The first words of all figures, for an error.
  static String firstWords() {
    return Stream.of(
            Stream.of("run", "theory", "plan", "predicted"),
            Arrays.stream(Formula.values()).map(Formula::label),
            Arrays.stream(Join.values()).map(Join::label))
        .flatMap(each -> each)
        .collect(Collectors.joining(", "));
  }
}
