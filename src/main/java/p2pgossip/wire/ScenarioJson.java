package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.SettingsChange;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;
import p2pgossip.topology.Topology;

/// A scenario as a file that can be written by hand.
///
/// Only `name`, `peers` and `topology` must be there. Fields that there are not are refused, so that a
/// slip of the pen does not go unnoticed; what is wrong is said with its line.
public final class ScenarioJson {

  /// Bytes of a file; more are refused.
  public static final int LARGEST = 1_048_576;

  private static final Duration USUAL_LENGTH = Duration.ofMinutes(1);

  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "description",
          "seed",
          "peers",
          "originals",
          "topology",
          "settings",
          "keep",
          "lasts",
          "quiet",
          "actions",
          "variants");

  private ScenarioJson() {}

  /// An action, and where it stands.
  private record Placed(Fields place, TimedAction action) {}

  /// Reads a file, wholly or not at all.
  ///
  /// @throws WireException when anything is wrong in it, saying in which line and what was expected
  public static Scenario read(byte[] file) throws WireException {
    if (file.length > LARGEST) {
      throw new WireException(
          "a scenario of %s bytes is larger than %s".formatted(file.length, LARGEST));
    }
    Fields in = JsonInput.file(file, "a scenario");
    in.requireOnly(FIELDS);
    List<Placed> actions = new ArrayList<>();
    if (in.has("actions")) {
      for (Fields action : in.objects("actions", Scenario.MOST_ACTIONS)) {
        actions.add(new Placed(action, ActionJson.read(action)));
      }
    }
    actions.sort(Comparator.comparing(placed -> placed.action().at()));
    try {
      return scenario(in, actions, variants(in));
    } catch (IllegalArgumentException e) {
      throw culprit(in, actions).wrong(e);
    }
  }

  /// The first action, in the order of their times, with which the whole does not fit together any
  /// more; all of the file where it is none of them.
  private static Fields culprit(Fields in, List<Placed> actions) throws WireException {
    for (int count = 0; count <= actions.size(); count++) {
      try {
        Scenario _ = scenario(in, actions.subList(0, count), List.of());
      } catch (IllegalArgumentException e) {
        return count == 0 ? in : actions.get(count - 1).place();
      }
    }
    return in;
  }

  private static Scenario scenario(Fields in, List<Placed> actions, List<Variant> variants)
      throws WireException {
    return new Scenario(
        in.text("name"),
        in.has("description") ? in.text("description") : "",
        in.has("seed") ? in.signed("seed") : 1,
        in.whole("peers", 1, Scenario.MOST_PEERS),
        in.has("originals") ? in.whole("originals", 0, Scenario.MOST_PEERS) : 0,
        topology(in),
        settings(in).applyTo(PeerSettings.DEFAULT).withKeep(in.has("keep") && in.flag("keep")),
        in.has("lasts") ? in.span("lasts") : USUAL_LENGTH,
        in.has("quiet") ? in.span("quiet") : null,
        actions.stream().map(Placed::action).toList(),
        variants);
  }

  private static List<Variant> variants(Fields in) throws WireException {
    List<Variant> variants = new ArrayList<>();
    if (in.has("variants")) {
      for (Fields variant : in.objects("variants", Scenario.MOST_VARIANTS)) {
        variant.requireOnly(Set.of("name", "settings", "topology"));
        try {
          variants.add(
              new Variant(
                  variant.text("name"),
                  settings(variant),
                  variant.has("topology") ? topology(variant) : null));
        } catch (IllegalArgumentException e) {
          throw variant.wrong(e);
        }
      }
    }
    return variants;
  }

  private static SettingsChange settings(Fields in) throws WireException {
    return in.has("settings")
        ? SettingsChangeJson.read(in.object("settings"))
        : SettingsChange.NONE;
  }

  private static Topology topology(Fields in) throws WireException {
    String label = in.text("topology");
    try {
      return Topology.parse(label);
    } catch (IllegalArgumentException e) {
      throw in.wrong("topology", "is wrong: " + e.getMessage(), e);
    }
  }

  /// A file with one line for each field, action and variant, and an end of the last line.
  public static byte[] write(Scenario scenario) {
    return JsonOutput.file(out -> write(out, scenario));
  }

  private static void write(JsonWriter out, Scenario scenario) throws IOException {
    out.beginObject();
    out.name("name").value(scenario.name());
    out.name("description").value(scenario.description());
    out.name("seed").value(scenario.seed());
    out.name("peers").value(scenario.peers());
    out.name("originals").value(scenario.originals());
    out.name("topology").value(scenario.topology().label());
    JsonOutput.onOneLine(
        out.name("settings"),
        line -> SettingsChangeJson.write(line, SettingsChange.of(scenario.settings())));
    out.name("keep").value(scenario.settings().keep() ? true : null);
    out.name("lasts").value(SpanText.of(scenario.lasts()));
    Duration quiet = scenario.quiet();
    out.name("quiet").value(quiet == null ? null : SpanText.of(quiet));
    out.name("actions").beginArray();
    for (TimedAction action : scenario.actions()) {
      JsonOutput.onOneLine(out, line -> ActionJson.write(line, action));
    }
    out.endArray();
    out.name("variants").beginArray();
    for (Variant variant : scenario.variants()) {
      JsonOutput.onOneLine(out, line -> write(line, variant));
    }
    out.endArray();
    out.endObject();
  }

  private static void write(JsonWriter out, Variant variant) throws IOException {
    Topology topology = variant.topology();
    out.beginObject();
    out.name("name").value(variant.name());
    SettingsChangeJson.write(out.name("settings"), variant.settings());
    out.name("topology").value(topology == null ? null : topology.label());
    out.endObject();
  }
}
