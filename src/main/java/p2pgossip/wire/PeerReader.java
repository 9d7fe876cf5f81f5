package p2pgossip.wire;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;

/// Reads one peer, as the original accepts it, and what it offers beyond the original.
final class PeerReader {

  private static final long UNSIGNED_LONG_MAX = -1L;
  private static final long UNSIGNED_INT_MAX = 0xffff_ffffL;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final Set<String> OF_A_PERIOD = Set.of("secs", "nanos");

  private PeerReader() {}

  /// Reads the peer that comes next. Whatever is wrong with it, the whole value is read, so that what
  /// follows can be read too.
  ///
  /// @throws WireException when it is none; the reader stands behind the value
  /// @throws IOException when it is not even JSON; nothing more can be read
  static Peer read(JsonReader in) throws IOException, WireException {
    return read(Fields.next(in, "a peer", ""));
  }

  static Peer read(Fields in) throws WireException {
    Instant started = in.time("started");
    Duration period = readPeriod(in);
    int port = in.whole("port", 0, 65_535);
    return new Peer(started, period, port, readHostAlias(in), readOffers(in));
  }

  /// A period of any length that the original takes; a long one is cut to [PeerJson#LONGEST_PERIOD].
  static Duration readPeriod(Fields in) throws WireException {
    JsonValue value = in.find("period");
    if (value != null && !(value instanceof JsonValue.Entries)) {
      throw in.unlike("period", "must be an object such as {\"secs\":5,\"nanos\":0}");
    }
    Fields period = in.object("period");
    for (String name : period.names()) {
      if (!OF_A_PERIOD.contains(name) || period.isRepeated(name)) {
        throw in.wrong(
            "period",
            "must have \"secs\" and \"nanos\" once each and nothing else, not " + Quote.of(name));
      }
    }
    long secs = period.whole("secs", 0, UNSIGNED_LONG_MAX);
    long nanos = period.whole("nanos", 0, UNSIGNED_INT_MAX);
    long carried = secs + nanos / NANOS_PER_SECOND;
    if (Long.compareUnsigned(carried, secs) < 0) {
      throw in.wrong("period", "overflows");
    }
    long longest = PeerJson.LONGEST_PERIOD.toSeconds();
    return Long.compareUnsigned(carried, longest) >= 0
        ? PeerJson.LONGEST_PERIOD
        : Duration.ofSeconds(carried, nanos % NANOS_PER_SECOND);
  }

  private static @Nullable InetAddress readHostAlias(Fields in) throws WireException {
    if (!in.has("host_alias")) {
      return null;
    }
    String text = in.text("host_alias");
    try {
      return PeerAddress.parseIp(text);
    } catch (IllegalArgumentException e) {
      throw in.wrong("host_alias", "must be an IP address or null, not " + Quote.of(text), e);
    }
  }

  /// What is not understood here is not offered, as far as this program is concerned.
  private static Set<Offer> readOffers(Fields in) throws WireException {
    Set<Offer> known = EnumSet.noneOf(Offer.class);
    if (in.find("offers") instanceof JsonValue.Items items) {
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
