package p2pgossip.wire;

import static p2pgossip.wire.OneOf.is;
import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.optional;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import p2pgossip.scenario.PlannedFault;
import p2pgossip.scenario.PlannedFault.PlannedPath;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;

/// A fault in a scenario's file, as in `{"type": "loss", "path": {"around": "1-3"}, "share": 0.3}`.
final class PlannedFaultJson {

  private static final Codec<Integer> NUMBER = Values.whole(1, Scenario.MOST_PEERS);

  private static final ObjectCodec<PlannedPath.OneWay> ONE_WAY =
      RecordCodec.of(PlannedPath.OneWay.class, field("from", NUMBER), field("to", NUMBER)).strict();

  private static final ObjectCodec<PlannedPath.Around> AROUND =
      RecordCodec.of(PlannedPath.Around.class, field("around", SelectionJson.CODEC).as("peers"))
          .strict();

  private static final Part<PlannedPath> PATH =
      field("path", Codec.of(PlannedFaultJson::writePath, PlannedFaultJson::readPath));

  static final ObjectCodec<PlannedFault> CODEC =
      OneOf.of(
              PlannedFault.class,
              "type",
              is("freeze", PlannedFault.Freeze.class, field("peers", SelectionJson.CODEC)),
              is("loss", PlannedFault.Loss.class, PATH, field("share", Values.fraction(1))),
              is(
                  "delay",
                  PlannedFault.Delay.class,
                  PATH,
                  field("mean", Values.SPAN),
                  optional("jitter", Values.SPAN, Duration.ZERO)),
              is("block", PlannedFault.Block.class, PATH),
              is(
                  "partition",
                  PlannedFault.Partition.class,
                  field(
                      "sides",
                      Codec.of(PlannedFaultJson::writeSides, PlannedFaultJson::readSides))))
          .strict();

  private PlannedFaultJson() {}

  private static void writePath(JsonWriter out, PlannedPath path) throws IOException {
    switch (path) {
      case PlannedPath.Everywhere _ -> out.value("everywhere");
      case PlannedPath.OneWay oneWay -> ONE_WAY.write(out, oneWay);
      case PlannedPath.Between(int one, int other) -> {
        out.beginObject().name("between").beginArray();
        out.value(one).value(other);
        out.endArray().endObject();
      }
      case PlannedPath.Around around -> AROUND.write(out, around);
    }
  }

  /// Everywhere where none is given.
  private static PlannedPath readPath(Fields fault, String name) throws WireException {
    JsonValue value = fault.find(name);
    if (value == null || value.equals(new JsonValue.Text("everywhere"))) {
      return new PlannedPath.Everywhere();
    }
    if (!(value instanceof JsonValue.Entries)) {
      throw fault.wrong(
          name,
          "must be \"everywhere\", or an object such as {\"from\": 1, \"to\": 2},"
              + " {\"between\": [1, 2]} or {\"around\": \"1-3\"}");
    }
    Fields in = fault.object(name);
    if (in.has("around")) {
      return AROUND.read(in);
    }
    return in.has("between") ? readBetween(in) : ONE_WAY.read(in);
  }

  private static PlannedPath readBetween(Fields in) throws WireException {
    in.requireOnly(Set.of("between"));
    List<JsonValue> both = in.items("between", 2);
    if (both.size() != 2) {
      throw in.wrong("between", "must name two peers");
    }
    return new PlannedPath.Between(
        SelectionJson.number(in, "between", both.getFirst()),
        SelectionJson.number(in, "between", both.getLast()));
  }

  private static void writeSides(JsonWriter out, List<Selection.These> sides) throws IOException {
    out.beginArray();
    for (Selection.These side : sides) {
      SelectionJson.CODEC.write(out, side);
    }
    out.endArray();
  }

  private static List<Selection.These> readSides(Fields in, String name) throws WireException {
    List<Selection.These> sides = new ArrayList<>();
    for (JsonValue side : in.items(name, Scenario.MOST_PEERS)) {
      sides.add(SelectionJson.readThese(in, name, side));
    }
    return sides;
  }
}
