package p2pgossip.original;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A JSON value.
sealed interface Json {

  record Text(String value) implements Json {

    /// In quotes, escaped where necessary.
    @Override
    public String toString() {
      return value
          .chars()
          .mapToObj(unit -> escaped((char) unit))
          .collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(char unit) {
      return switch (unit) {
        case '"' -> "\\\"";
        case '\\' -> "\\\\";
        case '\n' -> "\\n";
        case '\r' -> "\\r";
        case '\t' -> "\\t";
        case '\b' -> "\\b";
        case '\f' -> "\\f";
        default -> unit < ' ' ? "\\u%04x".formatted((int) unit) : String.valueOf(unit);
      };
    }
  }

  /// A number as it was written.
  record Figure(String written) implements Json {}

  record Truth(boolean value) implements Json {}

  record Nothing() implements Json {}

  record Items(List<Json> values) implements Json {}

  /// An object with its keys in order.
  record Fields(Map<String, Json> values) implements Json {}

  /// What is wrong with JSON, or with its contents.
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }

    Refused(String why, Throwable cause) {
      super(why, cause);
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }
}
