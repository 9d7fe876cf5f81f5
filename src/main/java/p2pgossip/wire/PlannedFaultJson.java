package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import p2pgossip.gossip.Quote;
import p2pgossip.scenario.PlannedFault;
import p2pgossip.scenario.PlannedFault.PlannedPath;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;

/// A fault in a scenario's file, as in `{"type": "loss", "path": {"around": "1-3"}, "share": 0.3}`.
final class PlannedFaultJson {

  private PlannedFaultJson() {}

  static void write(JsonWriter out, PlannedFault fault) throws IOException {
    out.beginObject();
    switch (fault) {
      case PlannedFault.Freeze(Selection peers) ->
          SelectionJson.write(out.name("type").value("freeze").name("peers"), peers);
      case PlannedFault.Loss(PlannedPath path, double share) -> {
        write(out.name("type").value("loss").name("path"), path);
        out.name("share").value(share);
      }
      case PlannedFault.Delay(PlannedPath path, Duration mean, Duration jitter) -> {
        write(out.name("type").value("delay").name("path"), path);
        out.name("mean").value(SpanText.of(mean)).name("jitter").value(SpanText.of(jitter));
      }
      case PlannedFault.Block(PlannedPath path) ->
          write(out.name("type").value("block").name("path"), path);
      case PlannedFault.Partition(List<Selection.These> sides) -> {
        out.name("type").value("partition").name("sides").beginArray();
        for (Selection.These side : sides) {
          SelectionJson.write(out, side);
        }
        out.endArray();
      }
    }
    out.endObject();
  }

  private static void write(JsonWriter out, PlannedPath path) throws IOException {
    switch (path) {
      case PlannedPath.Everywhere _ -> out.value("everywhere");
      case PlannedPath.OneWay(int from, int to) -> {
        out.beginObject();
        out.name("from").value(from).name("to").value(to);
        out.endObject();
      }
      case PlannedPath.Between(int one, int other) -> {
        out.beginObject().name("between").beginArray();
        out.value(one).value(other);
        out.endArray().endObject();
      }
      case PlannedPath.Around(Selection peers) -> {
        out.beginObject();
        SelectionJson.write(out.name("around"), peers);
        out.endObject();
      }
    }
  }

  static PlannedFault read(Fields in) throws WireException {
    String type = in.text("type");
    in.requireOnly(
        switch (type) {
          case "freeze" -> Set.of("type", "peers");
          case "loss" -> Set.of("type", "path", "share");
          case "delay" -> Set.of("type", "path", "mean", "jitter");
          case "block" -> Set.of("type", "path");
          case "partition" -> Set.of("type", "sides");
          default ->
              throw in.wrong(
                  "type",
                  "must be \"freeze\", \"loss\", \"delay\", \"block\" or \"partition\", not "
                      + Quote.of(type));
        });
    try {
      return switch (type) {
        case "freeze" -> new PlannedFault.Freeze(SelectionJson.read(in, "peers"));
        case "loss" -> new PlannedFault.Loss(path(in), in.fraction("share", 1));
        case "delay" ->
            new PlannedFault.Delay(
                path(in), in.span("mean"), in.has("jitter") ? in.span("jitter") : Duration.ZERO);
        case "block" -> new PlannedFault.Block(path(in));
        default -> new PlannedFault.Partition(sides(in));
      };
    } catch (IllegalArgumentException e) {
      throw in.wrong(e);
    }
  }

  /// Everywhere where none is given.
  private static PlannedPath path(Fields fault) throws WireException {
    JsonValue value = fault.find("path");
    if (value == null || value.equals(new JsonValue.Text("everywhere"))) {
      return new PlannedPath.Everywhere();
    }
    if (!(value instanceof JsonValue.Entries)) {
      throw fault.wrong(
          "path",
          "must be \"everywhere\", or an object such as {\"from\": 1, \"to\": 2},"
              + " {\"between\": [1, 2]} or {\"around\": \"1-3\"}");
    }
    Fields in = fault.object("path");
    if (in.has("around")) {
      in.requireOnly(Set.of("around"));
      return new PlannedPath.Around(SelectionJson.read(in, "around"));
    }
    if (in.has("between")) {
      in.requireOnly(Set.of("between"));
      List<JsonValue> both = in.items("between", 2);
      if (both.size() != 2) {
        throw in.wrong("between", "must name two peers");
      }
      return new PlannedPath.Between(
          SelectionJson.number(in, "between", both.getFirst()),
          SelectionJson.number(in, "between", both.getLast()));
    }
    in.requireOnly(Set.of("from", "to"));
    return new PlannedPath.OneWay(peer(in, "from"), peer(in, "to"));
  }

  private static int peer(Fields in, String name) throws WireException {
    return in.whole(name, 1, Scenario.MOST_PEERS);
  }

  private static List<Selection.These> sides(Fields in) throws WireException {
    List<Selection.These> sides = new ArrayList<>();
    for (JsonValue side : in.items("sides", Scenario.MOST_PEERS)) {
      sides.add(SelectionJson.readThese(in, "sides", side));
    }
    return sides;
  }
}
