package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.Quote;
import p2pgossip.gossip.Reply;

/// A peer on the wire: the answer to `GET /` and the body of `POST /connect`.
public final class PeerJson {

  /// Longer periods count as this one, 100 years: they mean "never" anyway, and values computed
  /// from them (milliseconds, nanoseconds, dates) stay in range.
  public static final Duration LONGEST_PERIOD = Duration.ofDays(36_500);

  private static final String HOST_ALIAS = "host_alias";
  private static final String KNOWS_YOU = "knows_you";
  private static final String LEAVING = "leaving";
  private static final String OFFERS = "offers";

  /// What a peer is called, in a field that is absent if it has no name. What can't be a name
  /// counts as none: it is only a claim.
  static final Part<PeerName> NAME =
      Part.claimed("name", (out, name) -> out.value(name.text()), PeerJson::readName);

  private static final long UNSIGNED_LONG_MAX = -1L;
  private static final long UNSIGNED_INT_MAX = 0xffff_ffffL;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final Set<String> OF_A_PERIOD = Set.of("secs", "nanos");

  /// A period of any length that the original accepts; a long one is cut to [#LONGEST_PERIOD].
  static final Codec<Duration> PERIOD = Codec.of(PeerJson::writePeriod, PeerJson::readPeriod);

  /// A peer as the original accepts it, with its offers and its name if it has any. Written by
  /// hand: it is needed at every start, and the reflection of a [RecordCodec] would slow that down.
  static final Codec<Peer> CODEC =
      Codec.of(PeerJson::write, (in, name) -> readFields(in.object(name)));

  private PeerJson() {}

  /// Reads a peer's description of itself.
  ///
  /// @throws WireException when the original would not accept it either, saying why
  public static Peer read(byte[] body) throws WireException {
    return readFields(JsonInput.object(body, "a peer"));
  }

  /// With the fields that the original knows only.
  public static byte[] write(Peer peer) {
    Peer original =
        new Peer(peer.started(), peer.period(), peer.port(), peer.hostAlias(), Set.of());
    return JsonOutput.bytes(out -> write(out, original));
  }

  /// As [#write(Peer)], with the peer's offers and its name if it has any.
  public static byte[] writeHandshake(Peer peer) {
    return writeHandshake(peer, null, false);
  }

  /// As [#writeHandshake(Peer)], with the further fields of the answer if the peer offers anything.
  ///
  /// @param knowsCaller whether the peer sends its gossip to the caller; null if the caller is not
  ///     known
  /// @param leaving whether the peer is about to end
  public static byte[] writeHandshake(Peer peer, @Nullable Boolean knowsCaller, boolean leaving) {
    return JsonOutput.bytes(
        out -> {
          out.beginObject();
          writeFields(out, peer);
          if (knowsCaller != null && !peer.offers().isEmpty()) {
            out.name(KNOWS_YOU).value(knowsCaller);
          }
          if (leaving && !peer.offers().isEmpty()) {
            out.name(LEAVING).value(true);
          }
          out.endObject();
        });
  }

  /// Reads the answer to a handshake.
  ///
  /// @throws WireException when the original would not accept it either, saying why
  public static Reply.Introduced readHandshake(byte[] body) throws WireException {
    Fields in = JsonInput.object(body, "a peer");
    Peer peer = readFields(in);
    return new Reply.Introduced(
        peer, null, flag(in, KNOWS_YOU), Boolean.TRUE.equals(flag(in, LEAVING)));
  }

  /// Null if it is absent or not a boolean.
  private static @Nullable Boolean flag(Fields in, String name) throws WireException {
    return in.find(name) instanceof JsonValue.Truth(boolean value) ? value : null;
  }

  private static void write(JsonWriter out, Peer peer) throws IOException {
    out.beginObject();
    writeFields(out, peer);
    out.endObject();
  }

  private static void writeFields(JsonWriter out, Peer peer) throws IOException {
    out.name("started").value(peer.started().toString());
    writePeriod(out.name("period"), peer.period());
    out.name("port").value(peer.port());
    out.name(HOST_ALIAS)
        .value(peer.hostAlias() == null ? null : PeerAddress.text(peer.hostAlias()));
    writeOffers(out, peer.offers());
    NAME.write(out, peer.name());
  }

  static Peer readFields(Fields in) throws WireException {
    return new Peer(
        in.time("started"),
        readPeriod(in, "period"),
        in.whole("port", 0, 65_535),
        in.has(HOST_ALIAS) ? readHostAlias(in) : null,
        readOffers(in),
        NAME.read(in));
  }

  private static @Nullable PeerName readName(JsonValue value) {
    return value instanceof JsonValue.Text(String text) ? PeerName.claimed(text) : null;
  }

  private static void writePeriod(JsonWriter out, Duration period) throws IOException {
    out.beginObject();
    out.name("secs").value(period.toSeconds());
    out.name("nanos").value(period.toNanosPart());
    out.endObject();
  }

  private static Duration readPeriod(Fields in, String name) throws WireException {
    JsonValue value = in.find(name);
    if (value != null && !(value instanceof JsonValue.Entries)) {
      throw in.unlike(name, "must be an object such as {\"secs\":5,\"nanos\":0}");
    }
    Fields period = in.object(name);
    for (String each : period.names()) {
      if (!OF_A_PERIOD.contains(each) || period.isRepeated(each)) {
        throw in.wrong(
            name,
            "must have \"secs\" and \"nanos\" once each and nothing else, not " + Quote.of(each));
      }
    }
    long secs = period.whole("secs", 0, UNSIGNED_LONG_MAX);
    long nanos = period.whole("nanos", 0, UNSIGNED_INT_MAX);
    long carried = secs + nanos / NANOS_PER_SECOND;
    if (Long.compareUnsigned(carried, secs) < 0) {
      throw in.wrong(name, "overflows");
    }
    long longest = LONGEST_PERIOD.toSeconds();
    return Long.compareUnsigned(carried, longest) >= 0
        ? LONGEST_PERIOD
        : Duration.ofSeconds(carried, nanos % NANOS_PER_SECOND);
  }

  private static InetAddress readHostAlias(Fields in) throws WireException {
    String text = in.text(HOST_ALIAS);
    try {
      return PeerAddress.parseIp(text);
    } catch (IllegalArgumentException e) {
      throw in.wrong(HOST_ALIAS, "must be an IP address or null, not " + Quote.of(text), e);
    }
  }

  private static void writeOffers(JsonWriter out, Set<Offer> offers) throws IOException {
    if (offers.isEmpty()) {
      return;
    }
    out.name(OFFERS).beginArray();
    for (Offer offer : Offer.values()) {
      if (offers.contains(offer)) {
        out.value(Names.OFFERS.of(offer));
      }
    }
    out.endArray();
  }

  /// An unknown offer counts as none.
  private static Set<Offer> readOffers(Fields in) throws WireException {
    Set<Offer> known = EnumSet.noneOf(Offer.class);
    if (in.find(OFFERS) instanceof JsonValue.Items items) {
      for (JsonValue item : items.values()) {
        Offer offer = item instanceof JsonValue.Text(String name) ? Names.OFFERS.find(name) : null;
        if (offer != null) {
          known.add(offer);
        }
      }
    }
    return known;
  }
}
