package p2pgossip.wire;

import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.optional;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import p2pgossip.fault.Path;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;

/// The components of a fault in a scenario file, where peers are numbers, as in `{"around":
/// "1-3"}`.
final class PlannedFaultJson {

  static final FaultParts<Selection> PARTS =
      new FaultParts<>(
          field("peers", SelectionJson.CODEC).as("peer"),
          field("path", Codec.of(PlannedFaultJson::writePath, PlannedFaultJson::readPath)),
          field("mean", Values.SPAN),
          optional("jitter", Values.SPAN, Duration.ZERO),
          field("sides", Codec.of(PlannedFaultJson::writeSides, PlannedFaultJson::readSides)));

  private PlannedFaultJson() {}

  private static void writePath(JsonWriter out, Path<Selection> path) throws IOException {
    switch (path) {
      case Path.Everywhere<Selection> _ -> out.value("everywhere");
      case Path.OneWay<Selection>(Selection from, Selection to) -> {
        out.beginObject();
        SelectionJson.CODEC.write(out.name("from"), from);
        SelectionJson.CODEC.write(out.name("to"), to);
        out.endObject();
      }
      case Path.Between<Selection>(Selection one, Selection other) -> {
        out.beginObject().name("between").beginArray();
        SelectionJson.CODEC.write(out, one);
        SelectionJson.CODEC.write(out, other);
        out.endArray().endObject();
      }
      case Path.Around<Selection>(Set<Selection> peers) -> {
        out.beginObject();
        SelectionJson.CODEC.write(out.name("around"), Selection.join(peers));
        out.endObject();
      }
    }
  }

  /// Everywhere by default.
  private static Path<Selection> readPath(Fields fault, String name) throws WireException {
    JsonValue value = fault.find(name);
    if (value == null || value.equals(new JsonValue.Text("everywhere"))) {
      return new Path.Everywhere<>();
    }
    if (!(value instanceof JsonValue.Entries)) {
      throw fault.wrong(
          name,
          "must be \"everywhere\", or an object such as {\"from\": 1, \"to\": 2},"
              + " {\"between\": [1, 2]} or {\"around\": \"1-3\"}");
    }
    Fields in = fault.object(name);
    if (in.has("around")) {
      in.requireOnly(Set.of("around"));
      return new Path.Around<>(SelectionJson.CODEC.read(in, "around").parts());
    }
    return in.has("between") ? readBetween(in) : readOneWay(in);
  }

  private static Path<Selection> readOneWay(Fields in) throws WireException {
    in.requireOnly(Set.of("from", "to"));
    return new Path.OneWay<>(number(in, "from"), number(in, "to"));
  }

  private static Selection number(Fields in, String name) throws WireException {
    return new Selection.These(in.whole(name, 1, Scenario.MOST_PEERS));
  }

  private static Path<Selection> readBetween(Fields in) throws WireException {
    in.requireOnly(Set.of("between"));
    List<JsonValue> both = in.items("between", 2);
    if (both.size() != 2) {
      throw in.wrong("between", "must name two peers");
    }
    return new Path.Between<>(
        new Selection.These(SelectionJson.number(in, "between", both.getFirst())),
        new Selection.These(SelectionJson.number(in, "between", both.getLast())));
  }

  private static void writeSides(JsonWriter out, List<Set<Selection>> sides) throws IOException {
    out.beginArray();
    for (Set<Selection> side : sides) {
      SelectionJson.CODEC.write(out, Selection.join(side));
    }
    out.endArray();
  }

  private static List<Set<Selection>> readSides(Fields in, String name) throws WireException {
    List<Set<Selection>> sides = new ArrayList<>();
    for (JsonValue side : in.items(name, Scenario.MOST_PEERS)) {
      sides.add(SelectionJson.readThese(in, name, side).parts());
    }
    return sides;
  }
}
