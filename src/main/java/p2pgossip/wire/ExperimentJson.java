package p2pgossip.wire;

import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.optional;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.Quote;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.scenario.Scenario;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Base;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.PopulationBase;
import p2pgossip.sweep.Repeats;
import p2pgossip.sweep.Scale;
import p2pgossip.sweep.ScenarioBase;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Topology;

/// An experiment as a file that can be written by hand. Unknown fields are refused; errors name
/// their line.
public final class ExperimentJson {

  /// The largest file in bytes; larger ones are refused.
  public static final int LARGEST = 1_048_576;

  private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?");
  private static final int LONGEST_NUMBER = 32;
  private static final int LARGEST_EXPONENT = 20;
  private static final int GREATEST_WIDTH = 1_000_000_000;

  private static final Names<Scale> SCALES = new Names<>(Scale.class, Scale::label);
  private static final Names<Measure> MEASURES = new Names<>(Measure.class, Measure::label);
  private static final Names<Parameter> PARAMETERS = new Names<>(Parameter.class, Parameter::label);

  private static final ObjectCodec<PopulationBase> POPULATION =
      RecordCodec.of(
              BaseInFile.class,
              field("peers", Values.whole(1, PopulationBase.MOST_PEERS)),
              optional(
                  "topology",
                  SettingsChangeJson.word(Topology::label, Topology::parse),
                  new Complete()),
              optional("strategy", Names.STRATEGIES, Strategy.PUSH),
              optional("fanout", Values.whole(1, Spreading.GREATEST_FANOUT), 1),
              optional(
                  "interest",
                  SettingsChangeJson.word(InterestLabel::of, InterestLabel::parse),
                  Interest.NEVER_LOST),
              optional("hop_limit", Values.whole(1, Copy.MOST_HOPS), Copy.MOST_HOPS),
              optional(
                  "forwarding",
                  SettingsChangeJson.word(Forwarding::label, Forwarding::parse),
                  Forwarding.DEFAULT),
              optional("loss", Values.fraction(1), 0.0),
              optional("crash", Values.fraction(1), 0.0),
              optional("crash_after", Values.whole(0, PopulationBase.LATEST_CRASH), 0),
              optional(
                  "message_bytes",
                  Values.whole(1, PopulationBase.LARGEST_MESSAGE),
                  PopulationBase.USUAL_MESSAGE))
          .strict()
          .map(BaseInFile::base, BaseInFile::of);

  private static final Codec<Repeats> REPEATS =
      Codec.of(ExperimentJson::writeRepeats, ExperimentJson::readRepeats);

  private static final ObjectCodec<Until> UNTIL =
      RecordCodec.of(
              Until.class,
              field("until", MEASURES),
              field("narrower", Values.fraction(GREATEST_WIDTH)),
              field("most", Values.whole(1, Experiment.MOST_RUNS)))
          .strict();

  private static final ObjectCodec<AxisDraft> AXIS =
      RecordCodec.of(
              AxisDraft.class,
              field("of", PARAMETERS),
              optional("values", Codec.of(ExperimentJson::writeValues, ExperimentJson::readValues)),
              optional("from", number()),
              optional("to", number()),
              optional("step", number()),
              optional("times", number()))
          .strict();

  private static final ObjectCodec<Experiment> CODEC =
      RecordCodec.of(
              File.class,
              field("name", Values.TEXT),
              optional("description", Values.TEXT, ""),
              optional("seed", Values.SIGNED, 1L),
              field("scale", SCALES),
              optional("base", POPULATION.onOneLine()),
              optional("scenario", ScenarioJson.WITHIN),
              optional(
                  "axes",
                  Values.lines(AXIS.map(AxisDraft::axis, AxisDraft::of), Experiment.MOST_AXES),
                  List.of()),
              optional("pairs", Values.FLAG, false),
              field("repetitions", REPEATS),
              field("measures", Codec.of(ExperimentJson::writeMeasures, ExperimentJson::measures)),
              optional("common_random_numbers", Values.FLAG, true))
          .strict()
          .map(File::experiment, File::of)
          .requiring(Experiment::requireFitting);

  private ExperimentJson() {}

  record BaseInFile(
      int peers,
      Topology topology,
      Strategy strategy,
      int fanout,
      Interest interest,
      int hopLimit,
      Forwarding forwarding,
      double loss,
      double crash,
      int crashAfter,
      int messageBytes) {

    private static BaseInFile of(PopulationBase it) {
      Spreading spreading = it.spreading();
      return new BaseInFile(
          it.peers(),
          it.topology(),
          spreading.strategy(),
          spreading.fanout(),
          spreading.interest(),
          spreading.hopLimit(),
          spreading.forwarding(),
          it.loss(),
          it.crash(),
          it.crashAfter(),
          it.messageBytes());
    }

    private PopulationBase base() {
      return new PopulationBase(
          peers,
          topology,
          new Spreading(strategy, fanout, interest, hopLimit, forwarding),
          loss,
          crash,
          crashAfter,
          messageBytes);
    }
  }

  record Until(Measure until, double narrower, int most) {}

  /// Either values, or a range.
  record AxisDraft(
      Parameter of,
      @Nullable List<String> values,
      @Nullable BigDecimal from,
      @Nullable BigDecimal to,
      @Nullable BigDecimal step,
      @Nullable BigDecimal times) {

    private static AxisDraft of(Axis axis) {
      return new AxisDraft(axis.parameter(), axis.values(), null, null, null, null);
    }

    private Axis axis() {
      boolean ranges = from != null || to != null || step != null || times != null;
      if (values != null && !ranges) {
        return new Axis(of, values);
      }
      if (values == null && from != null && to != null && of.isNumber()) {
        if (step != null && times == null) {
          return Axis.steps(of, from, to, step);
        }
        if (times != null && step == null) {
          return Axis.factors(of, from, to, times);
        }
      }
      throw new IllegalArgumentException(
          "the axis of %s must have either values%s"
              .formatted(
                  of.label(),
                  of.isNumber() ? ", or from, to and step, or from, to and times" : " alone"));
    }
  }

  record File(
      String name,
      String description,
      long seed,
      Scale scale,
      @Nullable PopulationBase base,
      @Nullable Scenario scenario,
      List<Axis> axes,
      boolean pairs,
      Repeats repetitions,
      List<Measure> measures,
      boolean commonRandomNumbers) {

    private static File of(Experiment it) {
      return new File(
          it.name(),
          it.description(),
          it.seed(),
          it.scale(),
          it.base() instanceof PopulationBase population ? population : null,
          it.base() instanceof ScenarioBase(Scenario scenario) ? scenario : null,
          it.axes(),
          it.pairs(),
          it.repeats(),
          it.measures(),
          it.commonLuck());
    }

    private Experiment experiment() {
      return new Experiment(
          name,
          description,
          seed,
          scale,
          theBase(),
          axes,
          pairs,
          repetitions,
          measures,
          commonRandomNumbers);
    }

    private Base theBase() {
      if (base != null && scenario == null) {
        return base;
      }
      if (scenario != null && base == null) {
        return new ScenarioBase(scenario);
      }
      throw new IllegalArgumentException(
          "there must be either \"base\", on arrays, or \"scenario\", at the other scales");
    }
  }

  private static void writeRepeats(JsonWriter out, Repeats repeats) throws IOException {
    Repeats.Until until = repeats.until();
    if (until == null) {
      out.value(repeats.most());
    } else {
      UNTIL.onOneLine().write(out, new Until(until.measure(), until.narrower(), repeats.most()));
    }
  }

  private static Repeats readRepeats(Fields in, String name) throws WireException {
    try {
      if (in.value(name) instanceof JsonValue.Entries) {
        Until until = UNTIL.read(in, name);
        return new Repeats(until.most(), new Repeats.Until(until.until(), until.narrower()));
      }
      return new Repeats(in.whole(name, 1, Experiment.MOST_RUNS), null);
    } catch (IllegalArgumentException e) {
      throw in.wrong(name, "is wrong: " + e.getMessage(), e);
    }
  }

  private static void writeMeasures(JsonWriter out, List<Measure> measures) throws IOException {
    JsonOutput.onOneLine(
        out,
        line -> {
          line.beginArray();
          for (Measure measure : measures) {
            line.value(measure.label());
          }
          line.endArray();
        });
  }

  private static List<Measure> measures(Fields in, String name) throws WireException {
    List<Measure> measures = new ArrayList<>();
    for (JsonValue item : in.items(name, Measure.values().length)) {
      Measure measure = item instanceof JsonValue.Text(String text) ? MEASURES.find(text) : null;
      if (measure == null) {
        throw in.wrong(name, "must hold some of " + MEASURES.all());
      }
      measures.add(measure);
    }
    return measures;
  }

  /// A value is written as a number if it reads as one.
  private static void writeValues(JsonWriter out, List<String> values) throws IOException {
    out.beginArray();
    for (String value : values) {
      if (NUMBER.matcher(value).matches()) {
        out.value(new BigDecimal(value));
      } else {
        out.value(value);
      }
    }
    out.endArray();
  }

  private static List<String> readValues(Fields in, String name) throws WireException {
    List<String> values = new ArrayList<>();
    for (JsonValue item : in.items(name, Axis.MOST_VALUES)) {
      values.add(
          switch (item) {
            case JsonValue.Text(String text) -> text;
            case JsonValue.Numeral(String digits) -> Axis.text(decimal(in, name, digits));
            default -> throw in.wrong(name, "must hold numbers or strings, not " + item.kind());
          });
    }
    return values;
  }

  private static Codec<BigDecimal> number() {
    return Codec.of(
        JsonWriter::value,
        (in, name) -> {
          if (in.value(name) instanceof JsonValue.Numeral(String digits)) {
            return decimal(in, name, digits);
          }
          throw in.unlike(name, "must be a number");
        });
  }

  private static BigDecimal decimal(Fields in, String name, String digits) throws WireException {
    if (digits.length() <= LONGEST_NUMBER) {
      BigDecimal number = new BigDecimal(digits);
      if (Math.abs(number.scale()) <= LARGEST_EXPONENT) {
        return number;
      }
    }
    throw in.wrong(
        name,
        "must have numbers of at most %s digits, not %s"
            .formatted(LARGEST_EXPONENT, Quote.of(Quote.shorten(digits))));
  }

  /// Reads a file as a whole, or not at all.
  ///
  /// @throws WireException when anything is wrong in it, saying in which line and what was expected
  public static Experiment read(byte[] file) throws WireException {
    if (file.length > LARGEST) {
      throw new WireException(
          "an experiment of %s bytes is larger than %s".formatted(file.length, LARGEST));
    }
    return CODEC.read(JsonInput.file(file, "an experiment"));
  }

  /// A file with one line for each field and axis, and a line break at the end.
  public static byte[] write(Experiment experiment) {
    return JsonOutput.file(out -> CODEC.write(out, experiment));
  }
}
