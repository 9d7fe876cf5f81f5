package p2pgossip.wire;

import static p2pgossip.wire.Part.field;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import p2pgossip.fault.Latency;
import p2pgossip.gossip.Quote;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;

/// A latency in a scenario file: `"10 ms"`, `{"uniform": ["5 ms", "20 ms"]}`, `{"lognormal":
/// {"median": "20 ms", "sigma": 0.5}}`, or `{"sites": ["1-12", "13-24"], "within": "1 ms",
/// "between": "40 ms"}`, in which `within` and `between` have one of the other forms.
final class LatencyJson {

  private static final String ALIKE_FORMS =
      "a time such as \"10 ms\", {\"uniform\": [\"5 ms\", \"20 ms\"]} or {\"lognormal\":"
          + " {\"median\": \"20 ms\", \"sigma\": 0.5}}";

  private static final String FORMS =
      ALIKE_FORMS.replace(" or ", ", ")
          + " or {\"sites\": [\"1-12\", \"13-24\"], \"within\": \"1 ms\", \"between\": \"40 ms\"}";

  private static final String UNIFORM = "uniform";
  private static final String LOG_NORMAL = "lognormal";
  private static final String SITES = "sites";

  private static final ObjectCodec<Latency.LogNormal> LOG_NORMAL_CODEC =
      RecordCodec.of(
              Latency.LogNormal.class,
              field("median", Values.SPAN),
              field("sigma", Values.fraction(Latency.LogNormal.GREATEST_SIGMA)))
          .strict();

  private static final Codec<Latency.Alike> ALIKE =
      Codec.of(LatencyJson::writeAlike, (in, name) -> readAlike(in, name, ALIKE_FORMS));

  private static final ObjectCodec<Latency.Sites> SITES_CODEC =
      RecordCodec.of(
              Latency.Sites.class,
              field(SITES, Codec.of(LatencyJson::writeSites, LatencyJson::readSites)),
              field("within", ALIKE),
              field("between", ALIKE))
          .strict();

  static final Codec<Latency> CODEC = Codec.of(LatencyJson::write, LatencyJson::read);

  private LatencyJson() {}

  private static void write(JsonWriter out, Latency latency) throws IOException {
    switch (latency) {
      case Latency.Alike alike -> writeAlike(out, alike);
      case Latency.Sites sites -> SITES_CODEC.write(out, sites);
    }
  }

  private static Latency read(Fields in, String name) throws WireException {
    if (in.value(name) instanceof JsonValue.Entries && in.object(name).has(SITES)) {
      return SITES_CODEC.read(in, name);
    }
    return readAlike(in, name, FORMS);
  }

  private static void writeAlike(JsonWriter out, Latency.Alike alike) throws IOException {
    switch (alike) {
      case Latency.Fixed(Duration time) -> Values.SPAN.write(out, time);
      case Latency.Uniform(Duration least, Duration most) -> {
        out.beginObject().name(UNIFORM).beginArray();
        Values.SPAN.write(out, least);
        Values.SPAN.write(out, most);
        out.endArray().endObject();
      }
      case Latency.LogNormal logNormal -> {
        out.beginObject();
        LOG_NORMAL_CODEC.write(out.name(LOG_NORMAL), logNormal);
        out.endObject();
      }
    }
  }

  /// @param forms that it may have, in words
  private static Latency.Alike readAlike(Fields in, String name, String forms)
      throws WireException {
    JsonValue value = in.value(name);
    try {
      return switch (value) {
        case JsonValue.Text _ -> new Latency.Fixed(in.span(name));
        case JsonValue.Entries _ -> readObject(in, name, forms);
        case JsonValue.Numeral _, JsonValue.Truth _, JsonValue.Nothing _, JsonValue.Items _ ->
            throw in.wrong(name, "must be " + forms + ", not " + value.kind());
      };
    } catch (IllegalArgumentException e) {
      throw in.wrong(name, "is wrong: " + e.getMessage(), e);
    }
  }

  private static Latency.Alike readObject(Fields in, String name, String forms)
      throws WireException {
    Fields form = in.object(name);
    if (form.has(UNIFORM)) {
      form.requireOnly(Set.of(UNIFORM));
      List<JsonValue> both = form.items(UNIFORM, 2);
      if (both.size() != 2) {
        throw form.wrong(UNIFORM, "must hold two times, the least and the greatest");
      }
      return new Latency.Uniform(
          readSpan(form, UNIFORM, both.getFirst()), readSpan(form, UNIFORM, both.getLast()));
    }
    if (form.has(LOG_NORMAL)) {
      form.requireOnly(Set.of(LOG_NORMAL));
      return LOG_NORMAL_CODEC.read(form, LOG_NORMAL);
    }
    throw in.wrong(name, "must be " + forms);
  }

  private static Duration readSpan(Fields in, String name, JsonValue item) throws WireException {
    if (!(item instanceof JsonValue.Text(String text))) {
      throw in.wrong(name, "must hold strings, not " + item.kind());
    }
    try {
      return SpanText.parse(text);
    } catch (IllegalArgumentException e) {
      throw in.wrong(name, "must hold times such as \"5 ms\", not " + Quote.of(text), e);
    }
  }

  private static void writeSites(JsonWriter out, List<Set<Integer>> sites) throws IOException {
    out.beginArray();
    for (Set<Integer> site : sites) {
      SelectionJson.CODEC.write(out, new Selection.These(List.copyOf(site)));
    }
    out.endArray();
  }

  private static List<Set<Integer>> readSites(Fields in, String name) throws WireException {
    List<Set<Integer>> sites = new ArrayList<>();
    for (JsonValue site : in.items(name, Scenario.MOST_PEERS)) {
      sites.add(Set.copyOf(SelectionJson.readThese(in, name, site).numbers()));
    }
    return sites;
  }
}
