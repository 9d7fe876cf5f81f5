package p2pgossip.fuzz;

import java.util.Random;
import p2pgossip.gossip.Reply;
import p2pgossip.wire.KnownPeersJson;
import p2pgossip.wire.WireException;

/// The answer to `GET /known_peers`.
public final class KnownPeersFuzz {

  private static final int MOST = 50;

  /// Room for one more entry, the longest with its address.
  private static final int ONE_ENTRY = 512;

  private KnownPeersFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Reply.Known read;
    try {
      read = KnownPeersJson.read(input, MOST);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    Must.beAtMost(MOST, read.peers().size());
    byte[] written = KnownPeersJson.write(read.peers(), new Random(1));
    Must.beAtMost(KnownPeersJson.LARGEST, written.length);
    if (written.length > KnownPeersJson.LARGEST - ONE_ENTRY) {
      return;
    }
    try {
      Reply.Known again = KnownPeersJson.read(written, MOST);
      Must.beSame(read.peers().keySet(), again.peers().keySet());
      Must.beSame(0, again.ignored());
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
