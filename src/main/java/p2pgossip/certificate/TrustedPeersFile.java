package p2pgossip.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.UserFile;
import p2pgossip.gossip.PeerAddress;

/// The file of the peers that were met, one a line. A peer that the user has asked for has another
/// line, which is a comment to version 1.0.
final class TrustedPeersFile {

  static final String FILE = "trusted-peers";

  private static final String HEADER =
      "# p2pgossip: address, fingerprint, when first met, when last met\n";
  private static final String ASKED = "#asked ";
  private static final int LONGEST = 8 * 1024 * 1024;
  private static final Logger LOG = LoggerFactory.getLogger(TrustedPeersFile.class);

  private final PrivateFolder folder;
  private final InstantSource clock;

  TrustedPeersFile(Path folder, InstantSource clock) {
    this.folder = new PrivateFolder(folder);
    this.clock = clock;
  }

  /// Reads the file and writes it again, while no other process does.
  ///
  /// @param change receives what was read, changes it, and returns whether it must be written
  /// @return the contents after that
  /// @throws IOException with a reason for the user
  Map<PeerAddress, TrustedPeer> update(Predicate<Map<PeerAddress, TrustedPeer>> change)
      throws IOException {
    try {
      return folder.alone(
          () -> {
            Map<PeerAddress, TrustedPeer> peers = new HashMap<>();
            boolean mended = read(peers);
            if (change.test(peers) || mended) {
              folder.write(FILE, text(peers).getBytes(StandardCharsets.UTF_8));
            }
            return peers;
          });
    } catch (IOException e) {
      throw new IOException(
          "the peers that were met, in " + FailureInWords.withName(folder.file(FILE), e), e);
    }
  }

  /// @return whether the file is damaged, and is kept under another name as well
  private boolean read(Map<PeerAddress, TrustedPeer> peers) throws IOException {
    Path path = folder.file(FILE);
    int bad = 0;
    List<String> lines;
    try {
      lines = new String(UserFile.read(path, LONGEST), StandardCharsets.UTF_8).lines().toList();
    } catch (NoSuchFileException e) {
      return false;
    }
    for (String line : lines) {
      bad += isGood(line, peers) ? 0 : 1;
    }
    for (String line : lines) {
      bad += line.startsWith(ASKED) && !isAsked(line, peers) ? 1 : 0;
    }
    if (bad == 0) {
      return false;
    }
    Path aside = folder.keepAside(FILE, clock.instant());
    LOG.warn(
        "{} is damaged: {} lines can't be read. It is kept as {}; the {} peers in its good lines"
            + " are still known, and others are trusted when they are next met",
        path,
        bad,
        aside,
        peers.size());
    return true;
  }

  private static boolean isGood(String line, Map<PeerAddress, TrustedPeer> peers) {
    if (line.isBlank() || line.startsWith("#")) {
      return true;
    }
    try {
      TrustedPeer peer = TrustedPeer.parse(line);
      // Two lines for one address contradict each other.
      return peers.putIfAbsent(peer.address(), peer) == null;
    } catch (IllegalArgumentException e) {
      LOG.debug("A line can't be read", e);
      return false;
    }
  }

  /// Marks a peer that was asked for; one that is not known, because version 1.0 has forgotten it,
  /// is left out.
  private static boolean isAsked(String line, Map<PeerAddress, TrustedPeer> peers) {
    try {
      PeerAddress address = PeerAddress.parse(line.substring(ASKED.length()));
      peers.computeIfPresent(address, (_, peer) -> peer.withAsked(true));
      return true;
    } catch (IllegalArgumentException e) {
      LOG.debug("A line can't be read", e);
      return false;
    }
  }

  private static String text(Map<PeerAddress, TrustedPeer> peers) {
    return peers.values().stream()
        .sorted(Comparator.comparing(TrustedPeer::address))
        .map(peer -> peer.line() + "\n" + (peer.asked() ? ASKED + peer.address() + "\n" : ""))
        .collect(Collectors.joining("", HEADER, ""));
  }

  @Override
  public String toString() {
    return folder.file(FILE).toString();
  }
}
