package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The form of a [RunLine] as JSON, one object on one line.
public final class RunLineJson {

  /// The most rounds that a run can have.
  public static final int MOST_ROUNDS = 1_000_000;

  /// The longest line in bytes: that many rounds with the most peers in each, or a bit for each of
  /// fifty million peers.
  public static final int LONGEST = 16 << 20;

  private static final String ROUND = "round";
  private static final String REFUSED = "refused";

  private RunLineJson() {}

  /// A line without its end.
  public static String text(RunLine line) {
    return new String(
        JsonOutput.bytes(
            out -> {
              out.beginObject();
              switch (line) {
                case RunLine.Ended it -> write(out, it);
                case RunLine.Round it -> write(out, it);
                case RunLine.Refused(String reason) ->
                    out.name(REFUSED).value(JsonOutput.cut(reason, Values.LONGEST_WORDS));
              }
              out.endObject();
            }),
        StandardCharsets.UTF_8);
  }

  private static void write(JsonWriter out, RunLine.Ended it) throws IOException {
    out.name("t_last").value(it.lastHeard());
    out.name("reached").value(it.reached());
    out.name("copies").value(it.copies());
    out.name("contacts").value(it.contacts());
    out.name("informed").beginArray();
    for (int informed : it.informed()) {
      out.value(informed);
    }
    out.endArray();
    out.name("hash").value(it.hash());
  }

  private static void write(JsonWriter out, RunLine.Round it) throws IOException {
    out.name(ROUND).value(it.round());
    out.name("informed").value(it.informed());
    out.name("living").value(it.living());
    out.name("copies").value(it.copies());
    out.name("knowing").value(it.knowing());
    out.name("crashed").value(it.crashed());
  }

  /// @throws WireException when it is no such line, saying why
  public static RunLine read(String line) throws WireException {
    Fields in = JsonInput.object(line.getBytes(StandardCharsets.UTF_8), "what is said of a run");
    if (in.has(REFUSED)) {
      return new RunLine.Refused(in.text(REFUSED, Values.LONGEST_WORDS));
    }
    if (in.has(ROUND)) {
      return new RunLine.Round(
          in.whole(ROUND, 0, MOST_ROUNDS),
          in.whole("informed", 0, Integer.MAX_VALUE),
          in.whole("living", 0, Integer.MAX_VALUE),
          in.count("copies"),
          in.text("knowing"),
          in.text("crashed"));
    }
    List<Integer> informed = new ArrayList<>();
    for (JsonValue item : in.items("informed", MOST_ROUNDS + 1)) {
      informed.add(number(in, item));
    }
    if (informed.isEmpty()) {
      throw in.wrong("informed", "must have at least one number");
    }
    return new RunLine.Ended(
        in.whole("t_last", 0, MOST_ROUNDS),
        in.fraction("reached", 1),
        in.count("copies"),
        in.count("contacts"),
        informed,
        in.signed("hash"));
  }

  private static int number(Fields in, JsonValue item) throws WireException {
    if (item instanceof JsonValue.Numeral(String digits)) {
      try {
        return (int) NumberText.whole(digits, 0, Integer.MAX_VALUE);
      } catch (IllegalArgumentException e) {
        throw in.wrong("informed", String.valueOf(e.getMessage()), e);
      }
    }
    throw in.wrong("informed", "must hold numbers, not " + item.kind());
  }
}
