package p2pgossip.original;

import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A peer's description of itself, with the original's four fields and no others.
///
/// @param port 0 to 65535
public record Introduction(
    Instant started, Duration period, int port, @Nullable InetAddress hostAlias) {

  private static final Pattern RFC_3339 =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
  private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]*");

  static Introduction read(byte[] body) throws Json.Refused {
    return read(JsonReader.read(body));
  }

  static Introduction read(Json json) throws Json.Refused {
    Map<String, Json> fields = fields("a peer", json);
    return new Introduction(
        started(text("started", fields.get("started"))),
        period(fields("period", fields.get("period"))),
        (int) number("port", fields.get("port"), 65_535),
        hostAlias(fields.get("host_alias")));
  }

  /// Reads the answer to `GET /known_peers`. One bad entry invalidates it all.
  static Map<Endpoint, Introduction> readKnown(byte[] body) throws Json.Refused {
    Map<Endpoint, Introduction> known = new LinkedHashMap<>();
    for (Map.Entry<String, Json> entry :
        fields("the known peers", JsonReader.read(body)).entrySet()) {
      known.put(Endpoint.read(entry.getKey()), read(entry.getValue()));
    }
    return known;
  }

  /// The text of a message; other fields are ignored.
  static String readMessage(byte[] body) throws Json.Refused {
    return text("message", fields("a message", JsonReader.read(body)).get("message"));
  }

  /// As on the wire.
  public String json() {
    String alias = hostAlias == null ? "null" : "\"" + hostAlias.getHostAddress() + "\"";
    return "{\"started\":\"%s\",\"period\":{\"secs\":%d,\"nanos\":%d},\"port\":%d,\"host_alias\":%s}"
        .formatted(started, period.getSeconds(), period.getNano(), port, alias);
  }

  private static Map<String, Json> fields(String what, @Nullable Json json) throws Json.Refused {
    return switch (json) {
      case Json.Fields(Map<String, Json> values) -> values;
      case null -> throw new Json.Refused("no " + what);
      default -> throw new Json.Refused(what + " is no object");
    };
  }

  private static String text(String what, @Nullable Json json) throws Json.Refused {
    return switch (json) {
      case Json.Text(String value) -> value;
      case null -> throw new Json.Refused("no " + what);
      default -> throw new Json.Refused(what + " is no string");
    };
  }

  private static long number(String what, @Nullable Json json, long most) throws Json.Refused {
    return switch (json) {
      case Json.Figure(String written)
          when DIGITS.matcher(written).matches()
              && new BigInteger(written).compareTo(BigInteger.valueOf(most)) <= 0 ->
          Long.parseLong(written);
      case null -> throw new Json.Refused("no " + what);
      default -> throw new Json.Refused(what + " is no whole number from 0 to " + most);
    };
  }

  private static Instant started(String text) throws Json.Refused {
    if (!RFC_3339.matcher(text).matches()) {
      throw new Json.Refused("started is no RFC 3339 time");
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new Json.Refused("started is no time", e);
    }
  }

  private static Duration period(Map<String, Json> fields) throws Json.Refused {
    if (!fields.keySet().equals(Set.of("secs", "nanos"))) {
      throw new Json.Refused("period has not exactly secs and nanos");
    }
    return Duration.ofSeconds(
        number("secs", fields.get("secs"), Long.MAX_VALUE),
        number("nanos", fields.get("nanos"), 999_999_999));
  }

  private static @Nullable InetAddress hostAlias(@Nullable Json json) throws Json.Refused {
    return switch (json) {
      case null -> null;
      case Json.Nothing() -> null;
      case Json.Text(String value) -> Endpoint.readIp(value);
      default -> throw new Json.Refused("host_alias is no string");
    };
  }
}
