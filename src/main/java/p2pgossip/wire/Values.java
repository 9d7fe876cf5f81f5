package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;

/// The simple values of which all formats consist.
final class Values {

  /// The most characters of a reason, a cause, or another text that is only displayed; more are cut
  /// off.
  static final int LONGEST_WORDS = 1_000;

  static final Codec<Boolean> FLAG = Codec.of(JsonWriter::value, Fields::flag);
  static final Codec<String> TEXT = Codec.of(JsonWriter::value, Fields::text);
  static final Codec<String> WORDS = text(LONGEST_WORDS);

  /// A whole number that counts something.
  static final Codec<Long> COUNT = Codec.of((out, n) -> out.value((long) n), Fields::count);

  static final Codec<Long> SIGNED = Codec.of((out, n) -> out.value((long) n), Fields::signed);
  static final Codec<Integer> NUMBER = whole(0, Integer.MAX_VALUE);
  static final Codec<Instant> TIME = Codec.of(Values::writeText, Fields::time);
  static final Codec<Duration> NANOS = nanos(Duration.ofNanos(Long.MAX_VALUE));

  /// A span of time as users write it.
  static final Codec<Duration> SPAN =
      Codec.of((out, span) -> out.value(SpanText.of(span)), Fields::span);

  static final Codec<PeerAddress> ADDRESS = Codec.of(Values::writeText, Fields::address);
  static final Codec<InetAddress> IP =
      Codec.of((out, ip) -> out.value(PeerAddress.text(ip)), Fields::ip);
  static final Codec<Fingerprint> FINGERPRINT =
      Codec.of((out, print) -> out.value(print.text()), Fields::fingerprint);
  static final Codec<RumorId> ID = Codec.of((out, id) -> out.value(id.text()), Fields::id);

  private Values() {}

  private static void writeText(JsonWriter out, Object value) throws IOException {
    out.value(value.toString());
  }

  /// A text that is only displayed, cut to `most` characters.
  static Codec<String> text(int most) {
    return Codec.of(
        (out, text) -> out.value(JsonOutput.cut(text, most)), (in, name) -> in.text(name, most));
  }

  static Codec<Integer> whole(int least, int most) {
    return Codec.of(
        (out, number) -> out.value((int) number), (in, name) -> in.whole(name, least, most));
  }

  /// A number of any kind, from 0 to `most`.
  static Codec<Double> fraction(int most) {
    return Codec.of(
        (out, number) -> out.value((double) number), (in, name) -> in.fraction(name, most));
  }

  /// Whole nanoseconds; a span that is negative because a clock was set back counts as 0.
  static Codec<Duration> nanos(Duration longest) {
    return Codec.of(
        (out, span) -> out.value(Math.max(0, span.toNanos())),
        (in, name) -> in.nanos(name, longest));
  }

  /// @param most how many are read; more are refused
  static Codec<Set<PeerAddress>> addresses(int most) {
    return Codec.of(Values::writeAddressSet, (in, name) -> in.addresses(name, most));
  }

  /// In their order: that of a set may differ from process to process.
  static void writeAddressSet(JsonWriter out, Set<PeerAddress> addresses) throws IOException {
    writeAddresses(out, new TreeSet<>(addresses));
  }

  static void writeAddresses(JsonWriter out, Collection<PeerAddress> addresses) throws IOException {
    out.beginArray();
    for (PeerAddress address : addresses) {
      out.value(address.toString());
    }
    out.endArray();
  }

  /// @param most how many are read; more are refused
  static <T> Codec<List<T>> list(ObjectCodec<T> codec, int most) {
    return Codec.of((out, values) -> writeList(out, codec, values), readingList(codec, most));
  }

  /// As [#list], each without line breaks.
  static <T> Codec<List<T>> lines(ObjectCodec<T> codec, int most) {
    Codec<T> line = codec.onOneLine();
    return Codec.of((out, values) -> writeList(out, line, values), readingList(codec, most));
  }

  private static <T> Codec.FieldReading<List<T>> readingList(ObjectCodec<T> codec, int most) {
    return (in, name) -> {
      List<T> values = new ArrayList<>();
      for (Fields item : in.objects(name, most)) {
        values.add(codec.read(item));
      }
      return values;
    };
  }

  static <T> void writeList(JsonWriter out, Codec<T> codec, Collection<T> values)
      throws IOException {
    out.beginArray();
    for (T value : values) {
      codec.write(out, value);
    }
    out.endArray();
  }
}
