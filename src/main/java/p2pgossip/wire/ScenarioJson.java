package p2pgossip.wire;

import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.optional;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.SettingsChange;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;
import p2pgossip.topology.Topology;

/// A scenario as a file that can be written by hand.
///
/// Only `name`, `peers` and `topology` are required. Unknown fields are refused, so that a typing
/// error is noticed; errors name their line.
public final class ScenarioJson {

  /// The largest file in bytes; larger ones are refused.
  public static final int LARGEST = 1_048_576;

  private static final Codec<Topology> TOPOLOGY =
      Codec.of((out, topology) -> out.value(topology.label()), ScenarioJson::readTopology);

  private static final ObjectCodec<Variant> VARIANT =
      RecordCodec.of(
              Variant.class,
              field("name", Values.TEXT),
              optional("settings", SettingsChangeJson.CODEC, SettingsChange.NONE),
              optional("topology", TOPOLOGY))
          .strict();

  private static final String ACTIONS = "actions";

  private static final ObjectCodec<StepBuilder> CODEC =
      RecordCodec.of(
              StepBuilder.class,
              field("name", Values.TEXT),
              optional("description", Values.TEXT, ""),
              optional("seed", Values.SIGNED, 1L),
              field("peers", Values.whole(1, Scenario.MOST_PEERS)),
              optional("originals", Values.whole(0, Scenario.MOST_PEERS), 0),
              field("topology", TOPOLOGY),
              optional("settings", SettingsChangeJson.CODEC.onOneLine(), SettingsChange.NONE),
              optional("keep", Values.FLAG),
              optional("lasts", Values.SPAN, Duration.ofMinutes(1)),
              optional("quiet", Values.SPAN),
              optional(ACTIONS, Values.lines(ActionJson.CODEC, Scenario.MOST_ACTIONS), List.of()),
              optional("variants", Values.lines(VARIANT, Scenario.MOST_VARIANTS), List.of()))
          .strict();

  private ScenarioJson() {}

  /// A scenario as in the file, with its actions in any order.
  ///
  /// @param keep true or null
  record StepBuilder(
      String name,
      String description,
      long seed,
      int peers,
      int originals,
      Topology topology,
      SettingsChange settings,
      @Nullable Boolean keep,
      Duration lasts,
      @Nullable Duration quiet,
      List<TimedAction> actions,
      List<Variant> variants) {

    private static StepBuilder of(Scenario it) {
      return new StepBuilder(
          it.name(),
          it.description(),
          it.seed(),
          it.peers(),
          it.originals(),
          it.topology(),
          SettingsChange.of(it.settings()),
          it.settings().keep() ? true : null,
          it.lasts(),
          it.quiet(),
          it.actions(),
          it.variants());
    }

    /// @param inOrder of their times
    /// @throws IllegalArgumentException when these do not fit together
    private Scenario scenario(List<TimedAction> inOrder, List<Variant> itsVariants) {
      return new Scenario(
          name,
          description,
          seed,
          peers,
          originals,
          topology,
          settings.applyTo(PeerSettings.DEFAULT).withKeep(Boolean.TRUE.equals(keep)),
          lasts,
          quiet,
          inOrder,
          itsVariants);
    }
  }

  /// Reads a file as a whole, or not at all.
  ///
  /// @throws WireException when anything is wrong in it, saying in which line and what was expected
  public static Scenario read(byte[] file) throws WireException {
    if (file.length > LARGEST) {
      throw new WireException(
          "a scenario of %s bytes is larger than %s".formatted(file.length, LARGEST));
    }
    Fields in = JsonInput.file(file, "a scenario");
    StepBuilder draft = CODEC.read(in);
    List<TimedAction> actions =
        draft.actions().stream().sorted(Comparator.comparing(TimedAction::at)).toList();
    try {
      return draft.scenario(actions, draft.variants());
    } catch (IllegalArgumentException e) {
      throw culprit(in, draft, actions).wrong(e);
    }
  }

  /// The first action, in the order of their times, with which the actions no longer fit together;
  /// the whole file if it is none of them.
  private static Fields culprit(Fields in, StepBuilder draft, List<TimedAction> actions)
      throws WireException {
    for (int count = 0; count <= actions.size(); count++) {
      try {
        Scenario _ = draft.scenario(actions.subList(0, count), List.of());
      } catch (IllegalArgumentException e) {
        return count == 0 ? in : place(in, draft, count - 1);
      }
    }
    return in;
  }

  /// The place in the file of the action at `index` in the order of their times.
  private static Fields place(Fields in, StepBuilder draft, int index) throws WireException {
    List<TimedAction> inFile = draft.actions();
    int at =
        IntStream.range(0, inFile.size())
            .boxed()
            .sorted(Comparator.comparing(i -> inFile.get(i).at()))
            .toList()
            .get(index);
    return in.objects(ACTIONS, Scenario.MOST_ACTIONS).get(at);
  }

  private static Topology readTopology(Fields in, String name) throws WireException {
    String label = in.text(name);
    try {
      return Topology.parse(label);
    } catch (IllegalArgumentException e) {
      throw in.wrong(name, "is wrong: " + e.getMessage(), e);
    }
  }

  /// A file with one line for each field, action and variant, and a line break at the end.
  public static byte[] write(Scenario scenario) {
    return JsonOutput.file(out -> CODEC.write(out, StepBuilder.of(scenario)));
  }
}
