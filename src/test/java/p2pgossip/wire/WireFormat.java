package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Reply;
import p2pgossip.network.Observation;

/// A format with a reader and a writer, by the name under which its examples are kept.
///
/// @param reader throws when it refuses
/// @param writer of what was read
record WireFormat<T>(Reader<T> reader, Writer<T> writer) {

  interface Reader<T> {
    T read(byte[] json) throws WireException;
  }

  interface Writer<T> {
    byte[] write(T value);
  }

  static final Map<String, WireFormat<?>> ALL =
      Map.ofEntries(
          format("event", WireFormat::event, GossipEventJson::write),
          format("observation", WireFormat::observation, ObservationJson::write),
          format("state", PeerSnapshotJson::read, PeerSnapshotJson::write),
          format("settings", TuningJson::readSettings, TuningJson::writeSettings),
          format("tuning", TuningJson::read, TuningJson::write),
          format("fault", FaultJson::read, FaultJson::write),
          format("scenario", ScenarioJson::read, ScenarioJson::write),
          format("header", json -> RecordingHeaderJson.read(json, 100), RecordingHeaderJson::write),
          format("peer", PeerJson::read, PeerJson::write),
          format("handshake", PeerJson::readHandshake, WireFormat::handshake),
          format("question", ExchangeJson::readQuestion, WireFormat::question),
          format("answer", ExchangeJson::readAnswer, ExchangeJson::writeAnswer),
          format("message", MessageJson::read, MessageJson::write));

  /// The values that replace a field's value.
  private static final Map<String, String> WRONG =
      new TreeMap<>(Map.of("null", "null", "text", "\"?\"", "number", "-1"));

  private static <T> Map.Entry<String, WireFormat<?>> format(
      String name, Reader<T> reader, Writer<T> writer) {
    return Map.entry(name, new WireFormat<>(reader, writer));
  }

  /// Reads and writes again; if reading is refused, returns the error.
  String again(String json) {
    try {
      return new String(writer.write(reader.read(json.getBytes(UTF_8))), UTF_8);
    } catch (WireException e) {
      return "refused: " + e.reason();
    }
  }

  /// Variants of the object with one field missing, null, or of another type, by the path of the
  /// field and what is wrong with it. Of arrays, the first item is damaged. Each field is on a line
  /// of its own, as in a file.
  static Map<String, String> damaged(String json) {
    Map<String, String> damaged = new LinkedHashMap<>();
    damage(JsonParser.parseString(json), "", UnaryOperator.identity(), damaged);
    return damaged;
  }

  private static void damage(
      JsonElement value, String path, UnaryOperator<String> within, Map<String, String> damaged) {
    if (value instanceof JsonObject object) {
      for (String name : object.keySet()) {
        damageField(object, name, path + '/' + name, within, damaged);
      }
    } else if (value instanceof JsonArray array && !array.isEmpty()) {
      UnaryOperator<String> inArray = first -> within.apply(withFirst(array, first));
      for (Map.Entry<String, String> wrong : WRONG.entrySet()) {
        damaged.put(path + "/0 " + wrong.getKey(), inArray.apply(wrong.getValue()));
      }
      damage(array.get(0), path + "/0", inArray, damaged);
    }
  }

  private static void damageField(
      JsonObject object,
      String name,
      String path,
      UnaryOperator<String> within,
      Map<String, String> damaged) {
    JsonElement value = object.get(name);
    UnaryOperator<String> inObject = field -> within.apply(withField(object, name, field));
    String label = '"' + name + "\":";
    damaged.put(path + " gone", inObject.apply(""));
    for (Map.Entry<String, String> wrong : WRONG.entrySet()) {
      damaged.put(path + ' ' + wrong.getKey(), inObject.apply(label + wrong.getValue()));
    }
    damage(value, path, inner -> inObject.apply(label + inner), damaged);
  }

  private static String withField(JsonObject object, String name, String field) {
    StringJoiner text = new StringJoiner(",\n", "{", "}");
    object
        .asMap()
        .forEach(
            (each, value) -> {
              if (!each.equals(name)) {
                text.add('"' + each + "\":" + value);
              } else if (!field.isEmpty()) {
                text.add(field);
              }
            });
    return text.toString();
  }

  private static String withFirst(JsonArray array, String first) {
    StringJoiner text = new StringJoiner(",", "[", "]").add(first);
    array.asList().stream().skip(1).forEach(item -> text.add(item.toString()));
    return text.toString();
  }

  private static GossipEvent event(byte[] json) throws WireException {
    return understood(GossipEventJson.read(json));
  }

  private static Observation observation(byte[] json) throws WireException {
    return understood(ObservationJson.read(json));
  }

  private static <T> T understood(Reading<T> reading) throws WireException {
    return switch (reading) {
      case Reading.Understood<T>(T value) -> value;
      case Reading.Unknown<T>(String type) -> throw new WireException("unknown: " + type);
    };
  }

  private static byte[] handshake(Reply.Introduced it) {
    return PeerJson.writeHandshake(it.peer(), it.knowsCaller(), it.leaving());
  }

  private static byte[] question(ExchangeJson.Question it) {
    return ExchangeJson.writeQuestion(it.from(), it.digest());
  }
}
