package p2pgossip.fuzz;

import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.wire.PeerSnapshotJson;
import p2pgossip.wire.WireException;

/// The answer to `GET /state`.
public final class SnapshotFuzz {

  private SnapshotFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    PeerSnapshot read;
    try {
      read = PeerSnapshotJson.read(input);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    Must.beAtMost(PeerSnapshotJson.MOST_NEIGHBORS, read.neighbors().size());
    Must.beAtMost(PeerSnapshotJson.MOST_RUMORS, read.rumors().size());
    Must.beAtMost(PeerSnapshotJson.LARGEST, PeerSnapshotJson.write(read).length);
    try {
      byte[] written = PeerSnapshotJson.write(read);
      Must.beSame(read, PeerSnapshotJson.read(written));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
