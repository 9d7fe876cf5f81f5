package p2pgossip.gossip;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Something that is passed on from peer to peer, unlike sentences, which go to neighbours only.
/// The same on every peer that has heard it.
///
/// @param origin the peer at which it began
/// @param born when it began, by the clock of its origin
/// @param text at most [PeerSettings#LONGEST_TEXT] bytes of UTF-8
public record Rumor(RumorId id, PeerAddress origin, Instant born, String text) {

  /// @throws IllegalArgumentException when the text is too long
  public Rumor {
    if (text.getBytes(StandardCharsets.UTF_8).length > PeerSettings.LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "a rumour's text is longer than " + PeerSettings.LONGEST_TEXT + " bytes of UTF-8");
    }
  }
}
