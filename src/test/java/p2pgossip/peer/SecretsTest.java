package p2pgossip.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.peer.WatchedPeer.QUICK;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Standing;
import p2pgossip.net.password.Password;
import p2pgossip.wire.GossipEventJson;
import p2pgossip.wire.PeerSnapshotJson;

/// What a peer with a password lets out of itself.
class SecretsTest {

  private static final String SECRET = "xyzzy-4711-plugh";

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime();

  @Test
  void noPasswordStandsInAnythingThatAPeerTells() {
    Password password = Password.of(SECRET);
    List<String> told = new ArrayList<>();
    try (WatchedPeer one = WatchedPeer.start(runtime, password, QUICK);
        WatchedPeer other = WatchedPeer.start(runtime, password, QUICK, one.endpoint());
        WatchedPeer stranger =
            WatchedPeer.start(runtime, Password.of(SECRET + "!"), QUICK, one.endpoint())) {
      other.awaitStanding(one.endpoint(), Standing.CONNECTED);
      stranger.awaitEvent(GossipEvent.PeerRefused.class);
      one.awaitEvent(GossipEvent.CallerTurnedAway.class);
      for (WatchedPeer peer : List.of(one, other, stranger)) {
        told.add(new String(PeerSnapshotJson.write(peer.peer().snapshot()), UTF_8));
        told.add(peer.peer().figures().toString());
        for (GossipEvent event : peer.events(GossipEvent.class)) {
          told.add(new String(GossipEventJson.write(event), UTF_8));
        }
        told.add(String.valueOf(peer.peer().credentials()));
        told.add(String.valueOf(peer.peer().credentials().password()));
      }
    }
    assertThat(told).hasSizeGreaterThan(10).noneMatch(SecretsTest::holdsTheSecret);
  }

  /// As it is, or in one of the ways in which bytes are written as text.
  private static boolean holdsTheSecret(String text) {
    byte[] secret = SECRET.getBytes(UTF_8);
    String lower = text.toLowerCase(Locale.ROOT);
    return text.contains(SECRET)
        || text.contains(Base64.getEncoder().withoutPadding().encodeToString(secret))
        || text.contains(Base64.getUrlEncoder().withoutPadding().encodeToString(secret))
        || lower.contains(HexFormat.of().formatHex(secret))
        || lower.contains(HexFormat.ofDelimiter(":").formatHex(secret))
        || text.contains(Arrays.toString(secret));
  }
}
