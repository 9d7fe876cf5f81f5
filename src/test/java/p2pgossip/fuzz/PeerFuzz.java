package p2pgossip.fuzz;

import p2pgossip.gossip.Peer;
import p2pgossip.wire.PeerJson;
import p2pgossip.wire.WireException;

/// The answer to `GET /` and the body of `POST /connect` and `/leave`.
public final class PeerFuzz {

  private PeerFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Peer read;
    try {
      read = PeerJson.read(input);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    try {
      byte[] written = PeerJson.writeHandshake(read);
      Must.beSame(read, PeerJson.read(written));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
