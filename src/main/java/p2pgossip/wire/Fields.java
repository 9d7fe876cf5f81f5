package p2pgossip.wire;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;
import p2pgossip.gossip.RumorId;

/// The fields of one object from outside. Each is checked when it is read; an error names it, what
/// it should be, and what it is. Fields that are not read are ignored.
final class Fields {

  private final JsonValue.Entries entries;
  private final String where;

  /// @param where follows a field's name, as in ` of "rumor"`; empty at the top
  Fields(JsonValue.Entries entries, String where) {
    this.entries = entries;
    this.where = where;
  }

  /// Reads the object that comes next; any other value is skipped and refused.
  ///
  /// @param what names the object, as in "a peer"
  /// @param where follows a field's name, as in ` of "rumor"`
  /// @throws IOException when it is not even JSON; nothing more can be read
  static Fields next(JsonReader in, String what, String where) throws IOException, WireException {
    JsonToken token = in.peek();
    if (token != JsonToken.BEGIN_OBJECT) {
      throw JsonInput.unexpected(in, what + " must be an object", token);
    }
    return new Fields((JsonValue.Entries) JsonValue.next(in), where);
  }

  Set<String> names() {
    return entries.values().keySet();
  }

  boolean isRepeated(String name) {
    return entries.repeated().contains(name);
  }

  /// Whether the field is present and not null.
  boolean has(String name) throws WireException {
    JsonValue value = find(name);
    return value != null && !(value instanceof JsonValue.Nothing);
  }

  /// An error about a field.
  ///
  /// @param wrong follows its name, as in "must be a string, not null"
  WireException wrong(String name, String wrong) {
    return new WireException(line(name) + '"' + name + '"' + where + ' ' + wrong);
  }

  WireException wrong(String name, String wrong, Throwable cause) {
    return new WireException(line(name) + '"' + name + '"' + where + ' ' + wrong, cause);
  }

  /// An error about the object as a whole.
  WireException wrong(IllegalArgumentException cause) {
    return new WireException(line("") + cause.getMessage(), cause);
  }

  /// As in "line 7: ", for the line of the field, else that of the object; empty if lines are not
  /// counted.
  private String line(String name) {
    Integer line = entries.lines().getOrDefault(name, entries.line());
    return line == 0 ? "" : "line " + line + ": ";
  }

  /// Refuses all other fields.
  void requireOnly(Set<String> known) throws WireException {
    for (String name : names()) {
      if (!known.contains(name)) {
        throw new WireException(
            line(name)
                + "there is no field "
                + Quote.of(name)
                + (where.isEmpty() ? "" : where.replaceFirst(" of", " in"))
                + "; there are "
                + known.stream().sorted().collect(Collectors.joining(", ")));
      }
    }
  }

  /// The value of a field; null if it is absent.
  @Nullable JsonValue find(String name) throws WireException {
    if (isRepeated(name)) {
      throw wrong(name, "is given twice");
    }
    return entries.values().get(name);
  }

  JsonValue value(String name) throws WireException {
    JsonValue value = find(name);
    if (value == null) {
      throw wrong(name, "is missing");
    }
    return value;
  }

  String text(String name) throws WireException {
    if (value(name) instanceof JsonValue.Text(String text)) {
      return text;
    }
    throw unlike(name, "must be a string");
  }

  /// A text that is only displayed, cut to `most` characters.
  String text(String name, int most) throws WireException {
    return JsonOutput.cut(text(name), most);
  }

  boolean flag(String name) throws WireException {
    if (value(name) instanceof JsonValue.Truth(boolean truth)) {
      return truth;
    }
    throw unlike(name, "must be true or false");
  }

  /// A whole number from `least` to `most`, taken as unsigned.
  long whole(String name, long least, long most) throws WireException {
    String digits = digits(name, NumberText.range(least, most));
    try {
      return NumberText.whole(digits, least, most);
    } catch (IllegalArgumentException e) {
      throw wrong(name, String.valueOf(e.getMessage()), e);
    }
  }

  int whole(String name, int least, int most) throws WireException {
    return (int) whole(name, (long) least, (long) most);
  }

  /// A whole number that counts something.
  long count(String name) throws WireException {
    return whole(name, 0, Long.MAX_VALUE);
  }

  /// A whole number that may be negative.
  long signed(String name) throws WireException {
    try {
      return NumberText.signed(digits(name, "must be a whole number"));
    } catch (IllegalArgumentException e) {
      throw wrong(name, String.valueOf(e.getMessage()), e);
    }
  }

  /// A number of any kind, from 0 to `most`.
  double fraction(String name, int most) throws WireException {
    try {
      return NumberText.fraction(digits(name, "must be a number from 0 to " + most), most);
    } catch (IllegalArgumentException e) {
      throw wrong(name, String.valueOf(e.getMessage()), e);
    }
  }

  private String digits(String name, String wanted) throws WireException {
    if (value(name) instanceof JsonValue.Numeral(String digits)) {
      return digits;
    }
    throw unlike(name, wanted);
  }

  Instant time(String name) throws WireException {
    return RfcTime.parse(text(name), '"' + name + '"' + where);
  }

  /// A span of time in whole nanoseconds.
  Duration nanos(String name, Duration longest) throws WireException {
    return Duration.ofNanos(whole(name, 0, longest.toNanos()));
  }

  /// A span of time as users write it.
  Duration span(String name) throws WireException {
    String text = text(name);
    try {
      return SpanText.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(name, "must be " + SpanText.FORM_IN_WORDS + ", not " + Quote.of(text), e);
    }
  }

  PeerAddress address(String name) throws WireException {
    return parseAddress(name, text(name));
  }

  /// Null if it is absent or null.
  @Nullable PeerAddress optionalAddress(String name) throws WireException {
    return has(name) ? address(name) : null;
  }

  /// An IP address without a port; names are refused.
  InetAddress ip(String name) throws WireException {
    String text = text(name);
    try {
      return PeerAddress.parseIp(text);
    } catch (IllegalArgumentException e) {
      throw wrong(name, "must be an IP address, not " + Quote.of(text), e);
    }
  }

  /// In the order of the array.
  ///
  /// @param most how many there may be; more are refused
  Set<PeerAddress> addresses(String name, int most) throws WireException {
    return addressesOf(name, value(name), most);
  }

  /// The addresses in an array that is the value of the field `name`, or part of it.
  ///
  /// @param most how many there may be; more are refused
  Set<PeerAddress> addressesOf(String name, JsonValue array, int most) throws WireException {
    Set<PeerAddress> addresses = new LinkedHashSet<>();
    for (JsonValue item : itemsOf(name, array, most)) {
      addresses.add(parseAddress(name, itemText(name, item)));
    }
    return addresses;
  }

  private PeerAddress parseAddress(String name, String text) throws WireException {
    try {
      return PeerAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(
          name,
          "must be an address such as 10.0.0.7:8080 or [2001:db8::1]:8080, not " + Quote.of(text),
          e);
    }
  }

  Fingerprint fingerprint(String name) throws WireException {
    try {
      return new Fingerprint(text(name));
    } catch (IllegalArgumentException e) {
      throw wrong(name, "is invalid: " + e.getMessage(), e);
    }
  }

  RumorId id(String name) throws WireException {
    return parseId(name, text(name));
  }

  /// @param most how many there may be; more are refused
  Set<RumorId> ids(String name, int most) throws WireException {
    Set<RumorId> ids = new HashSet<>();
    for (JsonValue item : items(name, most)) {
      ids.add(parseId(name, itemText(name, item)));
    }
    return ids;
  }

  private RumorId parseId(String name, String text) throws WireException {
    try {
      return new RumorId(text);
    } catch (IllegalArgumentException e) {
      throw wrong(
          name, "must be 1 to 64 letters, digits, '.', '_' or '-', not " + Quote.of(text), e);
    }
  }

  <E extends Enum<E>> E choice(String name, Names<E> names) throws WireException {
    String text = text(name);
    E value = names.find(text);
    if (value == null) {
      throw wrong(name, "must be " + names.all() + ", not " + Quote.of(text));
    }
    return value;
  }

  Fields object(String name) throws WireException {
    if (value(name) instanceof JsonValue.Entries inner) {
      return new Fields(inner, " of \"" + name + '"' + where);
    }
    throw unlike(name, "must be an object");
  }

  /// @param most how many there may be; more are refused
  List<Fields> objects(String name, int most) throws WireException {
    List<Fields> objects = new ArrayList<>();
    for (JsonValue item : items(name, most)) {
      if (!(item instanceof JsonValue.Entries inner)) {
        throw wrong(name, "must hold objects, not " + item.kind());
      }
      objects.add(
          new Fields(inner, " of item %s of \"%s\"%s".formatted(objects.size() + 1, name, where)));
    }
    return objects;
  }

  /// @param most how many there may be; more are refused
  List<JsonValue> items(String name, int most) throws WireException {
    return itemsOf(name, value(name), most);
  }

  private List<JsonValue> itemsOf(String name, JsonValue array, int most) throws WireException {
    if (!(array instanceof JsonValue.Items(List<JsonValue> values))) {
      throw wrong(name, "must be an array, not " + array.kind());
    }
    if (values.size() > most) {
      throw wrong(name, "must have at most %s items, not %s".formatted(most, values.size()));
    }
    return values;
  }

  private String itemText(String name, JsonValue item) throws WireException {
    if (item instanceof JsonValue.Text(String text)) {
      return text;
    }
    throw wrong(name, "must hold strings, not " + item.kind());
  }

  /// An error about the type of a field.
  WireException unlike(String name, String wanted) throws WireException {
    return wrong(name, wanted + ", not " + value(name).kind());
  }
}
