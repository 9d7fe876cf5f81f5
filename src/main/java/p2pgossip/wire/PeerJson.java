package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;

/// A peer on the wire: the answer to `GET /` and the body of `POST /connect`.
public final class PeerJson {

  /// A longer period than this is taken for this one, 100 years: it means "never" anyway, and what is
  /// computed from it (milliseconds, nanoseconds, dates) stays in range.
  public static final Duration LONGEST_PERIOD = Duration.ofDays(36_500);

  private static final String KNOWS_YOU = "knows_you";
  private static final String LEAVING = "leaving";

  private PeerJson() {}

  /// Reads what a peer says of itself.
  ///
  /// @throws WireException when the original would not take it for a peer either, saying why
  public static Peer read(byte[] body) throws WireException {
    return PeerReader.read(JsonInput.object(body, "a peer"));
  }

  /// The fields that the original knows, and no others.
  public static byte[] write(Peer peer) {
    return JsonOutput.bytes(out -> write(out, peer, false));
  }

  /// The same, with what the peer offers beyond the original, if it offers anything.
  public static byte[] writeHandshake(Peer peer) {
    return writeHandshake(peer, null, false);
  }

  /// The same, with what an answer says beside that: nothing, where the peer offers nothing.
  ///
  /// @param knowsCaller whether the caller is among those whom the peer tells its gossip; null where the
  /// caller is not known
  /// @param leaving whether the peer is about to end
  public static byte[] writeHandshake(Peer peer, @Nullable Boolean knowsCaller, boolean leaving) {
    return JsonOutput.bytes(
        out -> {
          out.beginObject();
          writeFields(out, peer, true);
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
  /// @throws WireException when the original would not take it for a peer's either, saying why
  public static Reply.Introduced readHandshake(byte[] body) throws WireException {
    Fields in = JsonInput.object(body, "a peer");
    Peer peer = PeerReader.read(in);
    return new Reply.Introduced(
        peer, null, flag(in, KNOWS_YOU), Boolean.TRUE.equals(flag(in, LEAVING)));
  }

  /// Null where it is missing, or no boolean.
  private static @Nullable Boolean flag(Fields in, String name) throws WireException {
    return in.find(name) instanceof JsonValue.Truth(boolean value) ? value : null;
  }

  /// @param withOffers whether to write what the peer offers, if it offers anything
  static void write(JsonWriter out, Peer peer, boolean withOffers) throws IOException {
    out.beginObject();
    writeFields(out, peer, withOffers);
    out.endObject();
  }

  private static void writeFields(JsonWriter out, Peer peer, boolean withOffers)
      throws IOException {
    out.name("started").value(peer.started().toString());
    writePeriod(out.name("period"), peer.period());
    out.name("port").value(peer.port());
    out.name("host_alias")
        .value(peer.hostAlias() == null ? null : PeerAddress.text(peer.hostAlias()));
    if (withOffers && !peer.offers().isEmpty()) {
      out.name("offers").beginArray();
      for (Offer offer : Offer.values()) {
        if (peer.offers().contains(offer)) {
          out.value(Names.OFFERS.of(offer));
        }
      }
      out.endArray();
    }
  }

  static void writePeriod(JsonWriter out, Duration period) throws IOException {
    out.beginObject();
    out.name("secs").value(period.toSeconds());
    out.name("nanos").value(period.toNanosPart());
    out.endObject();
  }
}
