package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import p2pgossip.gossip.Quote;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;

/// Some peers in a scenario file: `"all"`, `3`, `[1,2,5]`, `"1-12"`, or a number of peers chosen at
/// random, `"random:3"`.
final class SelectionJson {

  private static final String FORMS =
      "must be \"all\", a peer's number, an array of such, \"1-12\" or \"random:3\", with numbers"
          + " from 1 to "
          + Scenario.MOST_PEERS;

  private static final Pattern RANGE = Pattern.compile("([0-9]{1,4})-([0-9]{1,4})");
  private static final Pattern BY_LOT = Pattern.compile("random(?::([0-9]{1,4}))?");

  static final Codec<Selection> CODEC = Codec.of(SelectionJson::write, SelectionJson::read);

  private SelectionJson() {}

  private static void write(JsonWriter out, Selection selection) throws IOException {
    switch (selection) {
      case Selection.All _ -> out.value("all");
      case Selection.AtRandom(int count) -> out.value("random:" + count);
      case Selection.These(List<Integer> numbers) -> write(out, numbers);
    }
  }

  private static void write(JsonWriter out, List<Integer> numbers) throws IOException {
    int first = numbers.getFirst();
    int last = numbers.getLast();
    if (numbers.size() == 1) {
      out.value(first);
    } else if (last - first == numbers.size() - 1) {
      out.value(first + "-" + last);
    } else {
      out.beginArray();
      for (int number : numbers) {
        out.value(number);
      }
      out.endArray();
    }
  }

  private static Selection read(Fields in, String name) throws WireException {
    return read(in, name, in.value(name));
  }

  /// Peers that are named one by one.
  ///
  /// @param value of the field, or a part of it
  static Selection.These readThese(Fields in, String name, JsonValue value) throws WireException {
    if (read(in, name, value) instanceof Selection.These these) {
      return these;
    }
    throw in.wrong(name, "must name each peer: a number, an array of such, or \"1-12\"");
  }

  private static Selection read(Fields in, String name, JsonValue value) throws WireException {
    return switch (value) {
      case JsonValue.Text(String text) -> parse(in, name, text);
      case JsonValue.Numeral _ -> new Selection.These(number(in, name, value));
      case JsonValue.Items(List<JsonValue> items) -> {
        List<Integer> numbers = new ArrayList<>();
        for (JsonValue item : items) {
          numbers.add(number(in, name, item));
        }
        if (numbers.isEmpty()) {
          throw in.wrong(name, "must name at least one peer");
        }
        yield new Selection.These(numbers);
      }
      case JsonValue.Truth _, JsonValue.Nothing _, JsonValue.Entries _ ->
          throw in.wrong(name, FORMS + ", not " + value.kind());
    };
  }

  private static Selection parse(Fields in, String name, String text) throws WireException {
    if (text.equals("all")) {
      return new Selection.All();
    }
    Matcher byLot = BY_LOT.matcher(text);
    if (byLot.matches()) {
      return new Selection.AtRandom(byLot.group(1) == null ? 1 : number(in, name, byLot.group(1)));
    }
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      throw in.wrong(name, FORMS + ", not " + Quote.of(text));
    }
    int first = number(in, name, range.group(1));
    int last = number(in, name, range.group(2));
    if (first > last) {
      throw in.wrong(name, "must count upwards, not " + Quote.of(text));
    }
    return new Selection.These(IntStream.rangeClosed(first, last).boxed().toList());
  }

  /// The number of a peer, as a value or a part of it.
  static int number(Fields in, String name, JsonValue value) throws WireException {
    if (value instanceof JsonValue.Numeral(String digits)) {
      return number(in, name, digits);
    }
    throw in.wrong(name, "must be a peer's number, not " + value.kind());
  }

  private static int number(Fields in, String name, String digits) throws WireException {
    int number = digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    if (number < 1 || number > Scenario.MOST_PEERS) {
      throw in.wrong(name, FORMS + ", not " + Quote.shorten(digits));
    }
    return number;
  }
}
