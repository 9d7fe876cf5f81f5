package p2pgossip.wire;

import p2pgossip.gossip.Digest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;

/// A question for rumours on the wire: the body of `POST /rumors`, and its answer.
public final class ExchangeJson {

  private ExchangeJson() {}

  /// @param from who asks
  public static byte[] writeQuestion(PeerAddress from, Digest digest) {
    return JsonOutput.bytes(
        out -> {
          out.beginObject();
          out.name("from").value(from.toString());
          out.name("purpose").value(nameOf(digest.purpose()));
          out.name("have").beginArray();
          for (RumorId id : digest.have().stream().sorted().toList()) {
            out.value(id.text());
          }
          out.endArray();
          out.endObject();
        });
  }

  private static String nameOf(Digest.Purpose purpose) {
    return switch (purpose) {
      case PULL -> "pull";
      case RECONCILE -> "reconcile";
    };
  }
}
