package p2pgossip.wire;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A JSON value that was read as a whole, so that the order of its fields does not matter. As large
/// as its text, which the caller bounds.
sealed interface JsonValue {

  /// Its type, as in "must be a string, not a number".
  String kind();

  record Text(String text) implements JsonValue {
    @Override
    public String kind() {
      return "a string";
    }
  }

  /// @param digits as written, of any length
  record Numeral(String digits) implements JsonValue {
    @Override
    public String kind() {
      return "a number";
    }
  }

  record Truth(boolean value) implements JsonValue {
    @Override
    public String kind() {
      return "a boolean";
    }
  }

  record Nothing() implements JsonValue {
    @Override
    public String kind() {
      return "null";
    }
  }

  record Items(List<JsonValue> values) implements JsonValue {
    @Override
    public String kind() {
      return "an array";
    }
  }

  /// @param repeated names that occur more than once; the first value of each is kept
  /// @param lines where the values begin, from 1; empty if lines are not counted
  /// @param line where the object begins; 0 if lines are not counted
  record Entries(
      Map<String, JsonValue> values, Set<String> repeated, Map<String, Integer> lines, int line)
      implements JsonValue {
    @Override
    public String kind() {
      return "an object";
    }
  }

  /// Reads the value that comes next. The reader bounds the depth of nesting.
  static JsonValue next(JsonReader in) throws IOException {
    return next(in, false);
  }

  /// @param withLines whether to record the lines where objects and their fields begin
  static JsonValue next(JsonReader in, boolean withLines) throws IOException {
    return switch (in.peek()) {
      case STRING -> new Text(in.nextString());
      case NUMBER -> new Numeral(in.nextString());
      case BOOLEAN -> new Truth(in.nextBoolean());
      case NULL -> {
        in.nextNull();
        yield new Nothing();
      }
      case BEGIN_ARRAY -> nextItems(in, withLines);
      case BEGIN_OBJECT -> nextEntries(in, withLines);
      case END_DOCUMENT, END_ARRAY, END_OBJECT, NAME -> throw new EOFException();
    };
  }

  private static Items nextItems(JsonReader in, boolean withLines) throws IOException {
    List<JsonValue> values = new ArrayList<>();
    in.beginArray();
    while (in.peek() != JsonToken.END_ARRAY) {
      values.add(next(in, withLines));
    }
    in.endArray();
    return new Items(values);
  }

  private static Entries nextEntries(JsonReader in, boolean withLines) throws IOException {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    Map<String, Integer> lines = withLines ? new HashMap<>() : Map.of();
    Set<String> repeated = Set.of();
    int line = withLines ? JsonInput.line(in) : 0;
    in.beginObject();
    while (in.peek() != JsonToken.END_OBJECT) {
      String name = in.nextName();
      if (withLines) {
        JsonToken _ = in.peek();
        lines.put(name, JsonInput.line(in));
      }
      if (values.putIfAbsent(name, next(in, withLines)) != null) {
        repeated = repeated.isEmpty() ? new HashSet<>() : repeated;
        repeated.add(name);
      }
    }
    in.endObject();
    return new Entries(values, repeated, lines, line);
  }
}
