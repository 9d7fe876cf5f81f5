package p2pgossip.wire;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;

/// Reads one peer, as the original accepts it, and what it offers beyond the original.
///
/// Whatever is wrong with the peer, the whole value is read, so that what follows can be read too.
final class PeerReader {

  private static final long UNSIGNED_LONG_MAX = -1L;
  private static final long UNSIGNED_INT_MAX = 0xffff_ffffL;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final JsonReader in;
  private final Set<String> seen = new HashSet<>();

  private @Nullable Instant started;
  private @Nullable Duration period;
  private @Nullable Integer port;
  private @Nullable InetAddress hostAlias;
  private Set<Offer> offers = Set.of();
  private @Nullable WireException problem;

  private PeerReader(JsonReader in) {
    this.in = in;
  }

  /// Reads the peer that comes next.
  ///
  /// @throws WireException when it is none; the reader stands behind the value
  /// @throws IOException when it is not even JSON; nothing more can be read
  static Peer read(JsonReader in) throws IOException, WireException {
    JsonToken token = in.peek();
    if (token != JsonToken.BEGIN_OBJECT) {
      throw JsonInput.unexpected(in, "a peer must be an object", token);
    }
    return new PeerReader(in).readObject();
  }

  private Peer readObject() throws IOException, WireException {
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      try {
        readField(name);
      } catch (WireException e) {
        problem = problem == null ? e : problem;
      }
    }
    in.endObject();
    if (problem != null) {
      throw problem;
    }
    return new Peer(
        present(started, "started"),
        present(period, "period"),
        present(port, "port"),
        hostAlias,
        offers);
  }

  private void readField(String name) throws IOException, WireException {
    switch (name) {
      case "started" -> {
        once(name);
        started = RfcTime.parse(JsonInput.string(in, "\"started\""));
      }
      case "period" -> {
        once(name);
        period = readPeriod();
      }
      case "port" -> {
        once(name);
        port = (int) JsonInput.unsigned(in, "\"port\"", 65_535);
      }
      case "host_alias" -> {
        once(name);
        hostAlias = readHostAlias();
      }
      case "offers" -> {
        once(name);
        offers = readOffers();
      }
      default -> JsonInput.skip(in);
    }
  }

  private void once(String name) throws IOException, WireException {
    if (!seen.add(name)) {
      JsonInput.skip(in);
      throw new WireException("\"" + name + "\" is given twice");
    }
  }

  private Duration readPeriod() throws IOException, WireException {
    JsonToken token = in.peek();
    if (token != JsonToken.BEGIN_OBJECT) {
      throw JsonInput.unexpected(
          in, "\"period\" must be an object such as {\"secs\":5,\"nanos\":0}", token);
    }
    Long secs = null;
    Long nanos = null;
    WireException wrong = null;
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      try {
        if (name.equals("secs") && secs == null) {
          secs = JsonInput.unsigned(in, "\"secs\" of \"period\"", UNSIGNED_LONG_MAX);
        } else if (name.equals("nanos") && nanos == null) {
          nanos = JsonInput.unsigned(in, "\"nanos\" of \"period\"", UNSIGNED_INT_MAX);
        } else {
          JsonInput.skip(in);
          throw new WireException(
              "\"period\" must have \"secs\" and \"nanos\" once each and nothing else, not "
                  + JsonInput.quote(name));
        }
      } catch (WireException e) {
        wrong = wrong == null ? e : wrong;
      }
    }
    in.endObject();
    if (wrong != null) {
      throw wrong;
    }
    return period(present(secs, "secs"), present(nanos, "nanos"));
  }

  /// @param secs unsigned
  private static Duration period(long secs, long nanos) throws WireException {
    long carried = secs + nanos / NANOS_PER_SECOND;
    if (Long.compareUnsigned(carried, secs) < 0) {
      throw new WireException("\"period\" overflows");
    }
    long longest = PeerJson.LONGEST_PERIOD.toSeconds();
    return Long.compareUnsigned(carried, longest) >= 0
        ? PeerJson.LONGEST_PERIOD
        : Duration.ofSeconds(carried, nanos % NANOS_PER_SECOND);
  }

  private @Nullable InetAddress readHostAlias() throws IOException, WireException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    String text = JsonInput.string(in, "\"host_alias\"");
    try {
      return PeerAddress.parseIp(text);
    } catch (IllegalArgumentException e) {
      throw new WireException(
          "\"host_alias\" must be an IP address or null, not " + JsonInput.quote(text), e);
    }
  }

  /// What is not understood here is not offered, as far as this program is concerned.
  private Set<Offer> readOffers() throws IOException {
    Set<Offer> known = EnumSet.noneOf(Offer.class);
    if (in.peek() != JsonToken.BEGIN_ARRAY) {
      JsonInput.skip(in);
      return known;
    }
    in.beginArray();
    while (in.hasNext()) {
      if (in.peek() != JsonToken.STRING) {
        JsonInput.skip(in);
        continue;
      }
      String name = in.nextString();
      for (Offer offer : Offer.values()) {
        if (PeerJson.nameOf(offer).equals(name)) {
          known.add(offer);
        }
      }
    }
    in.endArray();
    return known;
  }

  private static <T> T present(@Nullable T value, String name) throws WireException {
    if (value == null) {
      throw new WireException("\"" + name + "\" is missing");
    }
    return value;
  }
}
