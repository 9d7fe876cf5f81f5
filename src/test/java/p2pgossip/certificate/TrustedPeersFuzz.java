package p2pgossip.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import p2pgossip.fuzz.Must;
import p2pgossip.fuzz.TemporaryFolder;

/// The file of the peers that were met, with any contents: its good lines are used, a damaged file
/// is kept unchanged under another name, and what is written can be read.
public final class TrustedPeersFuzz {

  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-27T00:00:00Z"));

  private TrustedPeersFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path file = folder.path().resolve(TrustedPeersFile.FILE);
      Files.write(file, input);
      List<TrustedPeer> read;
      try (TrustedPeers trusted = TrustedPeers.open(folder.path(), NOW)) {
        read = trusted.list();
        for (Path other : folder.files()) {
          if (other.toString().contains(".damaged-")) {
            Must.beSame(true, Arrays.equals(input, Files.readAllBytes(other)));
          }
        }
        for (TrustedPeer peer : read) {
          Must.beSame(peer, TrustedPeer.parse(peer.line()));
          Must.beSame(new Verdict.Known(), trusted.meet(peer.address(), peer.fingerprint()));
        }
      }
      int files = folder.files().size();
      try (TrustedPeers again = TrustedPeers.open(folder.path(), NOW)) {
        Must.beSame(keys(read), keys(again.list()));
      }
      // Nothing is damaged any more.
      Must.beSame(files, folder.files().size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The time of the last meeting may have been renewed.
  private static List<String> keys(List<TrustedPeer> peers) {
    return peers.stream()
        .map(peer -> peer.address() + " " + peer.fingerprint() + " " + peer.since())
        .toList();
  }
}
