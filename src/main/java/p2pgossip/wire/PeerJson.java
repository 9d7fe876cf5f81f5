package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;

/// A peer on the wire: the answer to `GET /` and the body of `POST /connect`.
public final class PeerJson {

  /// A longer period than this is taken for this one, 100 years: it means "never" anyway, and what is
  /// computed from it (milliseconds, nanoseconds, dates) stays in range.
  public static final Duration LONGEST_PERIOD = Duration.ofDays(36_500);

  private PeerJson() {}

  /// Reads what a peer says of itself.
  ///
  /// @throws WireException when the original would not take it for a peer either, saying why
  public static Peer read(byte[] body) throws WireException {
    return PeerReader.read(Fields.only(JsonInput.open(body), "a peer"));
  }

  /// The fields that the original knows, and no others.
  public static byte[] write(Peer peer) {
    return JsonOutput.bytes(out -> write(out, peer, false));
  }

  /// The same, with what the peer offers beyond the original, if it offers anything.
  public static byte[] writeHandshake(Peer peer) {
    return JsonOutput.bytes(out -> write(out, peer, !peer.offers().isEmpty()));
  }

  static void write(JsonWriter out, Peer peer, boolean withOffers) throws IOException {
    out.beginObject();
    out.name("started").value(peer.started().toString());
    out.name("period").beginObject();
    out.name("secs").value(peer.period().toSeconds());
    out.name("nanos").value(peer.period().toNanosPart());
    out.endObject();
    out.name("port").value(peer.port());
    out.name("host_alias")
        .value(peer.hostAlias() == null ? null : PeerAddress.text(peer.hostAlias()));
    if (withOffers) {
      out.name("offers").beginArray();
      for (Offer offer : peer.offers()) {
        out.value(Names.OFFERS.of(offer));
      }
      out.endArray();
    }
    out.endObject();
  }
}
