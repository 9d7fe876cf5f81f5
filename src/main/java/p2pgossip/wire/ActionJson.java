package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import p2pgossip.gossip.Quote;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.PlannedFault;
import p2pgossip.scenario.Selection;
import p2pgossip.scenario.SettingsChange;
import p2pgossip.scenario.TimedAction;

/// Something that is done in a scenario's file, as in `{"at": "2 s", "do": "kill", "peers": [3, 4]}`.
final class ActionJson {

  /// What can be done, and the fields that say how.
  private static final Map<String, Set<String>> FIELDS =
      Map.ofEntries(
          Map.entry("spread", Set.of("at", "do", "by", "text")),
          Map.entry("kill", Set.of("at", "do", "peers")),
          Map.entry("leave", Set.of("at", "do", "peers")),
          Map.entry("restart", Set.of("at", "do", "peers")),
          Map.entry("begin", Set.of("at", "do", "name", "fault")),
          Map.entry("end", Set.of("at", "do", "name")),
          Map.entry("heal", Set.of("at", "do")),
          Map.entry("change", Set.of("at", "do", "peers", "settings")),
          Map.entry("pause", Set.of("at", "do", "peers")),
          Map.entry("resume", Set.of("at", "do", "peers")),
          Map.entry("step", Set.of("at", "do", "peers")),
          Map.entry("forget", Set.of("at", "do", "peers")));

  private ActionJson() {}

  static void write(JsonWriter out, TimedAction timed) throws IOException {
    out.beginObject();
    out.name("at").value(SpanText.of(timed.at()));
    switch (timed.action()) {
      case Action.Spread(Selection by, String text) -> {
        SelectionJson.write(out.name("do").value("spread").name("by"), by);
        out.name("text").value(text);
      }
      case Action.Kill(Selection peers) -> write(out, "kill", peers);
      case Action.Leave(Selection peers) -> write(out, "leave", peers);
      case Action.Restart(Selection peers) -> write(out, "restart", peers);
      case Action.Begin(String name, PlannedFault fault) -> {
        out.name("do").value("begin").name("name").value(name);
        PlannedFaultJson.write(out.name("fault"), fault);
      }
      case Action.End(String name) -> out.name("do").value("end").name("name").value(name);
      case Action.Heal _ -> out.name("do").value("heal");
      case Action.Change(Selection peers, SettingsChange settings) -> {
        write(out, "change", peers);
        SettingsChangeJson.write(out.name("settings"), settings);
      }
      case Action.Pause(Selection peers) -> write(out, "pause", peers);
      case Action.Resume(Selection peers) -> write(out, "resume", peers);
      case Action.Step(Selection peers) -> write(out, "step", peers);
      case Action.Forget(Selection peers) -> write(out, "forget", peers);
    }
    out.endObject();
  }

  private static void write(JsonWriter out, String what, Selection peers) throws IOException {
    SelectionJson.write(out.name("do").value(what).name("peers"), peers);
  }

  static TimedAction read(Fields in) throws WireException {
    String what = in.text("do");
    Set<String> fields = FIELDS.get(what);
    if (fields == null) {
      throw in.wrong(
          "do",
          "must be one of "
              + String.join(", ", new TreeSet<>(FIELDS.keySet()))
              + ", not "
              + Quote.of(what));
    }
    in.requireOnly(fields);
    try {
      return new TimedAction(in.span("at"), action(in, what));
    } catch (IllegalArgumentException e) {
      throw in.wrong(e);
    }
  }

  private static Action action(Fields in, String what) throws WireException {
    return switch (what) {
      case "spread" ->
          new Action.Spread(
              peers(in, "by", new Selection.AtRandom(1)),
              in.has("text") ? in.text("text") : Action.Spread.USUAL);
      case "kill" -> new Action.Kill(SelectionJson.read(in, "peers"));
      case "leave" -> new Action.Leave(SelectionJson.read(in, "peers"));
      case "restart" -> new Action.Restart(SelectionJson.read(in, "peers"));
      case "begin" -> begin(in);
      case "end" -> new Action.End(in.text("name"));
      case "heal" -> new Action.Heal();
      case "change" -> new Action.Change(all(in), SettingsChangeJson.read(in.object("settings")));
      case "pause" -> new Action.Pause(all(in));
      case "resume" -> new Action.Resume(all(in));
      case "step" -> new Action.Step(all(in));
      default -> new Action.Forget(all(in));
    };
  }

  /// Without a name, a fault goes by its type.
  private static Action begin(Fields in) throws WireException {
    Fields fault = in.object("fault");
    PlannedFault planned = PlannedFaultJson.read(fault);
    return new Action.Begin(in.has("name") ? in.text("name") : fault.text("type"), planned);
  }

  private static Selection all(Fields in) throws WireException {
    return peers(in, "peers", new Selection.All());
  }

  private static Selection peers(Fields in, String name, Selection otherwise) throws WireException {
    return in.has(name) ? SelectionJson.read(in, name) : otherwise;
  }
}
