package p2pgossip.lesson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import p2pgossip.export.ScenarioFiles;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.Quote;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Variant;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Topology;
import p2pgossip.wire.ScenarioJson;
import p2pgossip.wire.WireException;

/// Reads the blocks that only lessons have, each fenced and named after its kind.
final class BlockReader {

  static final List<String> KINDS =
      List.of("network", "watch", "predict", "run", "compare", "task", "explain");

  private static final int MOST_PEERS = 1_000_000;
  private static final double GREATEST_NUMBER = 1e9;
  private static final Pattern RANGE = Pattern.compile("(\\S+) to (\\S+)(?: (.{1,40}))?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,30}");
  private static final Pattern LINE_OF_JSON = Pattern.compile("line ([0-9]{1,6}): (.*)");

  private BlockReader() {}

  /// @param kind one of [#KINDS]
  /// @param text between the fences
  /// @param line of the opening fence
  static Block read(String kind, String text, int line) throws LessonException {
    return switch (kind) {
      case "network" -> new Block.Network(scenario(text.strip(), line));
      case "watch" -> new Block.Watch(new ProseReader(line).read(text));
      case "explain" -> new Block.Explain(new ProseReader(line).read(text));
      case "predict" -> predict(KeyLines.read(text, kind, line));
      case "run" -> run(KeyLines.read(text, kind, line));
      case "compare" -> compare(KeyLines.read(text, kind, line));
      case "task" -> task(KeyLines.read(text, kind, line));
      default ->
          throw new LessonException(
              line,
              "there is no block %s; there are %s"
                  .formatted(Quote.of(kind), String.join(", ", KINDS)));
    };
  }

  /// A bundled scenario's name, or a scenario as in a file.
  private static Scenario scenario(String text, int line) throws LessonException {
    if (!text.startsWith("{")) {
      if (!ScenarioFiles.BUNDLED.contains(text)) {
        throw new LessonException(
            line + 1,
            "a bundled scenario (%s) or one in braces is wanted, not %s"
                .formatted(String.join(", ", ScenarioFiles.BUNDLED), Quote.of(text)));
      }
      try {
        return ScenarioFiles.bundled(text);
      } catch (IOException e) {
        throw new LessonException(line + 1, String.valueOf(e.getMessage()), e);
      }
    }
    try {
      return ScenarioJson.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (WireException e) {
      Matcher inJson = LINE_OF_JSON.matcher(e.reason());
      throw inJson.matches()
          ? new LessonException(line + Integer.parseInt(inJson.group(1)), inJson.group(2), e)
          : new LessonException(line + 1, e.reason(), e);
    }
  }

  private static String name(KeyLines in) throws LessonException {
    return in.value(
        "name",
        text -> {
          if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                "a name has up to 30 small letters, digits and hyphens, unlike " + Quote.of(text));
          }
          return text;
        });
  }

  private static Block predict(KeyLines in) throws LessonException {
    in.requireOnly(Set.of("name", "ask", "number", "about", "choice", "curve"), "choice");
    if ((in.has("number") ? 1 : 0) + (in.has("choice") ? 1 : 0) + (in.has("curve") ? 1 : 0) != 1) {
      throw new LessonException(
          in.line(), "\"predict\" needs either a \"number\", or each \"choice\", or a \"curve\"");
    }
    Asked asked;
    if (in.has("number")) {
      Figure truth = in.value("about", FigureReader::read);
      asked = in.value("number", text -> number(text, truth));
    } else if (in.has("choice")) {
      asked = choice(in);
    } else {
      String run = in.text("about");
      asked =
          in.value(
              "curve",
              text -> new Asked.Curve((int) range(text, 1, Asked.Curve.LONGEST_CURVE), run));
    }
    return new Block.Predict(name(in), in.text("ask"), asked);
  }

  private static Asked.Amount number(String text, Figure truth) {
    Matcher range = RANGE.matcher(text);
    double least = range.matches() ? KeyLines.number(range.group(1)) : Double.NaN;
    double greatest = range.matches() ? KeyLines.number(range.group(2)) : Double.NaN;
    if (!(least < greatest && least >= 0 && greatest <= GREATEST_NUMBER)) {
      throw new IllegalArgumentException(
          "a range and its unit are wanted, as in 1 to 100 rounds, not " + Quote.of(text));
    }
    String unit = range.group(3);
    return new Asked.Amount(unit == null ? "" : unit, least, greatest, truth);
  }

  /// A range from 0 on, of which the end is returned.
  private static double range(String text, int least, int most) {
    Matcher range = RANGE.matcher(text);
    double end =
        range.matches() && range.group(1).equals("0") ? KeyLines.number(range.group(2)) : -1;
    if (!(end >= least && end <= most && end == Math.rint(end))) {
      throw new IllegalArgumentException(
          "a range from 0 to %s…%s is wanted, as in 0 to 20 rounds, not %s"
              .formatted(least, most, Quote.of(text)));
    }
    return end;
  }

  private static Asked.Choice choice(KeyLines in) throws LessonException {
    List<Asked.Option> options = new ArrayList<>();
    List<String> texts = in.texts("choice");
    for (String text : texts) {
      int claim = text.lastIndexOf(" if ");
      boolean last = options.size() == texts.size() - 1;
      if (text.startsWith("otherwise ")) {
        if (!last) {
          throw new LessonException(in.line(), "only the last choice may begin with \"otherwise\"");
        }
        options.add(new Asked.Option(text.substring("otherwise ".length()), Optional.empty()));
      } else if (claim < 0) {
        throw new LessonException(
            in.line(),
            "a choice ends with what makes it right, as in \"… if run a half < run b half\", and"
                + " the last may begin with \"otherwise\"; %s does not".formatted(Quote.of(text)));
      } else {
        String claimed = text.substring(claim + " if ".length());
        options.add(
            new Asked.Option(
                text.substring(0, claim),
                Optional.of(in.parsed(claimed, "choice", FigureReader::readClaim))));
      }
    }
    if (options.size() < 2 || options.size() > Asked.Choice.MOST_CHOICES) {
      throw new LessonException(
          in.line(), "there must be 2 to %s choices".formatted(Asked.Choice.MOST_CHOICES));
    }
    return new Asked.Choice(options);
  }

  private static Block run(KeyLines in) throws LessonException {
    boolean staged = in.has("scenario");
    in.requireOnly(
        staged
            ? Set.of("name", "words", "on", "scenario", "variant")
            : Set.of(
                "name",
                "words",
                "on",
                "peers",
                "topology",
                "strategy",
                "fanout",
                "interest",
                "hop-limit",
                "forwarding",
                "loss",
                "crash",
                "seed",
                "runs"),
        "");
    String words = in.text("words");
    return new Block.Run(name(in), words, staged ? staged(in) : inRounds(in));
  }

  private static Plan staged(KeyLines in) throws LessonException {
    boolean real =
        in.value(
            "on",
            text ->
                switch (text) {
                  case "real peers" -> true;
                  case "virtual time" -> false;
                  default ->
                      throw Named.unknown(
                          "place for a scenario", text, List.of("real peers", "virtual time"));
                });
    Scenario scenario = in.has("scenario") ? scenario(in.text("scenario"), in.line()) : null;
    if (scenario == null) {
      throw new LessonException(in.line(), "\"run\" needs a line \"scenario: …\"");
    }
    List<String> names = scenario.variants().stream().map(Variant::name).toList();
    if (names.isEmpty() && !in.has("variant")) {
      return new Plan.Staged(scenario, real);
    }
    Variant variant =
        in.value(
            "variant",
            text ->
                scenario.variants().stream()
                    .filter(it -> it.name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> Named.unknown("variant", text, names)));
    return new Plan.Staged(only(scenario, variant), real);
  }

  private static Scenario only(Scenario it, Variant variant) {
    return new Scenario(
        it.name(),
        it.description(),
        it.seed(),
        it.peers(),
        it.originals(),
        it.topology(),
        it.settings(),
        it.lasts(),
        it.quiet(),
        it.actions(),
        List.of(variant),
        it.traits());
  }

  private static Plan inRounds(KeyLines in) throws LessonException {
    String on = in.text("on", "rounds");
    if (!on.equals("rounds")) {
      throw new LessonException(
          in.line(), "a run on \"%s\" needs a line \"scenario: …\"".formatted(on));
    }
    int peers = in.whole("peers", 2, MOST_PEERS);
    int runs = in.whole("runs", 1, 1, Plan.InRounds.MOST_RUNS);
    if ((long) peers * runs > Plan.InRounds.MOST_WORK) {
      throw new LessonException(
          in.line(),
          "peers times runs are %s, more than %s"
              .formatted((long) peers * runs, Plan.InRounds.MOST_WORK));
    }
    try {
      Spreading spreading =
          new Spreading(
              in.value("strategy", Strategy.PUSH, Strategy::labelled),
              in.whole("fanout", 1, 1, Spreading.GREATEST_FANOUT),
              in.value("interest", Interest.NEVER_LOST, InterestLabel::parse),
              in.whole("hop-limit", Copy.MOST_HOPS, 1, Copy.MOST_HOPS),
              in.value("forwarding", Forwarding.DEFAULT, Forwarding::parse));
      double loss = in.value("loss", 0.0, KeyLines::percent);
      if (loss >= 1) {
        throw new LessonException(in.line(), "if all calls get lost, nothing can be learned");
      }
      return new Plan.InRounds(
          new PopulationSettings(
              peers,
              in.value("topology", new Complete(), Topology::parse),
              spreading,
              loss,
              new Crashes(in.value("crash", 0.0, KeyLines::percent), 0),
              in.whole("seed", 1, 0, Integer.MAX_VALUE)),
          runs);
    } catch (IllegalArgumentException e) {
      throw in.wrong(e);
    }
  }

  private static Block compare(KeyLines in) throws LessonException {
    in.requireOnly(Set.of("predictions", "runs", "measures", "theory"), "");
    List<Measure> measures = new ArrayList<>();
    for (String measure : in.list("measures")) {
      measures.add(in.parsed(measure, "measures", Measure::labelled));
    }
    boolean theory =
        in.value(
            "theory",
            false,
            text ->
                switch (text) {
                  case "yes" -> true;
                  case "no" -> false;
                  default ->
                      throw new IllegalArgumentException(
                          "yes or no is wanted, not " + Quote.of(text));
                });
    if (!in.has("predictions") && !in.has("runs")) {
      throw new LessonException(in.line(), "\"compare\" needs \"predictions\" or \"runs\"");
    }
    return new Block.Compare(in.list("predictions"), in.list("runs"), measures, theory);
  }

  private static Block task(KeyLines in) throws LessonException {
    in.requireOnly(Set.of("name", "do", "until"), "");
    return new Block.Task(name(in), in.text("do"), in.value("until", Goal::read));
  }
}
