package p2pgossip.wire;

import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.optional;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Latency;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.scenario.Churn;
import p2pgossip.scenario.NameChoice;
import p2pgossip.scenario.NetworkTraits;
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

  private static final String ACTIONS = "actions";

  private static final String PEERS = "peers";

  private static final Codec<Integer> NUMBER_OF_PEERS = Values.whole(1, Scenario.MOST_PEERS);

  /// Stands for the number of peers that the topology has.
  private static final int OF_TOPOLOGY = 0;

  private static final ObjectCodec<ScenarioInFile> CODEC = codec(null);

  /// A scenario that is part of another file. It may name no other file.
  static final Codec<Scenario> WITHIN =
      Codec.of(
          (out, scenario) -> CODEC.write(out, ScenarioInFile.of(scenario)),
          (in, name) -> read(in.object(name), CODEC));

  /// @param folder of the file; null where it may name no other file
  private static ObjectCodec<ScenarioInFile> codec(@Nullable Path folder) {
    Codec<Topology> topology =
        Codec.of(
            (out, value) -> out.value(folder == null ? value.label() : value.labelIn(folder)),
            (in, name) -> readTopology(in, name, folder));
    ObjectCodec<Variant> variant =
        RecordCodec.of(
                Variant.class,
                field("name", Values.TEXT),
                optional("settings", SettingsChangeJson.CODEC, SettingsChange.NONE),
                optional("topology", topology))
            .strict();
    return RecordCodec.of(
            ScenarioInFile.class,
            field("name", Values.TEXT),
            optional("description", Values.TEXT, ""),
            optional("seed", Values.SIGNED, 1L),
            optional(PEERS, NUMBER_OF_PEERS, OF_TOPOLOGY),
            optional("originals", Values.whole(0, Scenario.MOST_PEERS), 0),
            field("topology", topology),
            optional("settings", SettingsChangeJson.CODEC.onOneLine(), SettingsChange.NONE),
            optional("keep", Values.FLAG),
            optional("lasts", Values.SPAN, Duration.ofMinutes(1)),
            optional("quiet", Values.SPAN),
            optional("latency", LatencyJson.CODEC.onOneLine()),
            optional("churn", ChurnJson.CODEC.onOneLine()),
            optional("in_step", Values.FLAG),
            optional("names", Names.NAME_CHOICES),
            optional(ACTIONS, Values.lines(ActionJson.CODEC, Scenario.MOST_ACTIONS), List.of()),
            optional("variants", Values.lines(variant, Scenario.MOST_VARIANTS), List.of()))
        .strict();
  }

  private ScenarioJson() {}

  /// A scenario as in the file, with its actions in any order.
  ///
  /// @param keep true or null
  /// @param inStep true or null
  /// @param names null for ports
  record ScenarioInFile(
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
      @Nullable Latency latency,
      @Nullable Churn churn,
      @Nullable Boolean inStep,
      @Nullable NameChoice names,
      List<TimedAction> actions,
      List<Variant> variants) {

    private static ScenarioInFile of(Scenario it) {
      return new ScenarioInFile(
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
          it.traits().latency(),
          it.traits().churn(),
          it.traits().inStep() ? true : null,
          it.traits().names() == NameChoice.PORTS ? null : it.traits().names(),
          it.actions(),
          it.variants());
    }

    private ScenarioInFile withPeers(int number) {
      return new ScenarioInFile(
          name,
          description,
          seed,
          number,
          originals,
          topology,
          settings,
          keep,
          lasts,
          quiet,
          latency,
          churn,
          inStep,
          names,
          actions,
          variants);
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
          itsVariants,
          new NetworkTraits(
              latency,
              churn,
              Boolean.TRUE.equals(inStep),
              Objects.requireNonNullElse(names, NameChoice.PORTS)));
    }
  }

  /// Reads a file as a whole, or not at all. It may name no other file.
  ///
  /// @throws WireException when anything is wrong in it, saying in which line and what was expected
  public static Scenario read(byte[] file) throws WireException {
    return read(file, CODEC);
  }

  /// Reads a file of the user's own, and the file that its topology may name.
  ///
  /// @param folder of the file, from where a relative path leads on
  /// @throws WireException as above
  public static Scenario read(byte[] file, Path folder) throws WireException {
    return read(file, codec(folder));
  }

  private static Scenario read(byte[] file, ObjectCodec<ScenarioInFile> codec)
      throws WireException {
    if (file.length > LARGEST) {
      throw new WireException(
          "a scenario of %s bytes is larger than %s".formatted(file.length, LARGEST));
    }
    return read(JsonInput.file(file, "a scenario"), codec);
  }

  private static Scenario read(Fields in, ObjectCodec<ScenarioInFile> codec) throws WireException {
    ScenarioInFile written = withPeers(in, codec.read(in));
    List<TimedAction> actions =
        written.actions().stream().sorted(Comparator.comparing(TimedAction::at)).toList();
    try {
      return written.scenario(actions, written.variants());
    } catch (IllegalArgumentException e) {
      throw culprit(in, written, actions).wrong(e);
    }
  }

  /// The number of peers may be missing where the topology has one of its own.
  private static ScenarioInFile withPeers(Fields in, ScenarioInFile written) throws WireException {
    if (written.peers() != OF_TOPOLOGY) {
      return written;
    }
    OptionalInt own = written.topology().peers();
    return written.withPeers(own.isPresent() ? own.getAsInt() : NUMBER_OF_PEERS.read(in, PEERS));
  }

  /// The first action, in the order of their times, with which the actions no longer fit together;
  /// the whole file if it is none of them.
  private static Fields culprit(Fields in, ScenarioInFile written, List<TimedAction> actions)
      throws WireException {
    for (int count = 0; count <= actions.size(); count++) {
      try {
        Scenario _ = written.scenario(actions.subList(0, count), List.of());
      } catch (IllegalArgumentException e) {
        return count == 0 ? in : place(in, written, count - 1);
      }
    }
    return in;
  }

  /// The place in the file of the action at `index` in the order of their times.
  private static Fields place(Fields in, ScenarioInFile written, int index) throws WireException {
    List<TimedAction> inFile = written.actions();
    int at =
        IntStream.range(0, inFile.size())
            .boxed()
            .sorted(Comparator.comparing(i -> inFile.get(i).at()))
            .toList()
            .get(index);
    return in.objects(ACTIONS, Scenario.MOST_ACTIONS).get(at);
  }

  private static Topology readTopology(Fields in, String name, @Nullable Path folder)
      throws WireException {
    String label = in.text(name);
    try {
      return folder == null ? Topology.parse(label) : Topology.parse(label, folder);
    } catch (IllegalArgumentException e) {
      throw in.wrong(name, "is wrong: " + e.getMessage(), e);
    }
  }

  /// A file with one line for each field, action and variant, and a line break at the end.
  public static byte[] write(Scenario scenario) {
    return JsonOutput.file(out -> CODEC.write(out, ScenarioInFile.of(scenario)));
  }

  /// The same, for a file in this folder: what another file is named by leads there from it.
  public static byte[] write(Scenario scenario, Path folder) {
    return JsonOutput.file(out -> codec(folder).write(out, ScenarioInFile.of(scenario)));
  }
}
