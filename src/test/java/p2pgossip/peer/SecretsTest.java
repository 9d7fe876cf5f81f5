package p2pgossip.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static p2pgossip.peer.WatchedPeer.QUICK;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.certificate.KeyFiles;
import p2pgossip.export.LogFiles;
import p2pgossip.export.Progress;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Standing;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;
import p2pgossip.journal.Narrator;
import p2pgossip.net.password.Password;
import p2pgossip.wire.GossipEventJson;
import p2pgossip.wire.PeerSnapshotJson;

/// What a peer with a password reveals.
class SecretsTest {

  private static final String SECRET = "xyzzy-4711-plugh";

  @TempDir private Path folder;

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime();

  @Test
  void noOutputOfAPeerHoldsItsPassword() throws IOException {
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
          told.add(event.toString());
        }
        told.addAll(logs(peer.events(GossipEvent.class)));
        told.add(peer.peer().snapshot().toString());
        told.add(String.valueOf(peer.peer().credentials()));
        told.add(String.valueOf(peer.peer().credentials().password()));
      }
    }
    assertThat(told).hasSizeGreaterThan(10).noneMatch(SecretsTest::holdsTheSecret);
  }

  /// The contents of both kinds of saved logs.
  private List<String> logs(List<GossipEvent> events) throws IOException {
    Narrator narrator = new Narrator(QUICK);
    List<JournalLine> lines = new ArrayList<>();
    for (GossipEvent event : events) {
      lines.addAll(narrator.narrate(event).stream().toList());
    }
    assertThat(lines).isNotEmpty();
    Path text = folder.resolve("a.log");
    Path json = folder.resolve("a.jsonl");
    LogFiles.writeText(text, lines, new LineFormat(ZoneOffset.UTC), Progress.UNHEARD);
    LogFiles.writeJson(json, lines, Progress.UNHEARD);
    return List.of(Files.readString(text), Files.readString(json));
  }

  @Test
  void noErrorAboutAKeystoreHoldsItsPassword() throws Exception {
    Path file = folder.resolve("keys.p12");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    try (OutputStream out = Files.newOutputStream(file)) {
      keys.store(out, SECRET.toCharArray());
    }
    for (String password : List.of(SECRET, SECRET + "!")) {
      assertThatThrownBy(() -> KeyFiles.keystore(file, password.toCharArray()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file.toString())
          .satisfies(
              failure -> assertThat(holdsTheSecret(Throwables.getStackTrace(failure))).isFalse());
    }
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
