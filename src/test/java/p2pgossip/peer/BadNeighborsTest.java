package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;
import static p2pgossip.original.ScriptedServer.answer;
import static p2pgossip.original.ScriptedServer.json;
import static p2pgossip.peer.WatchedPeer.QUICK;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.original.Endpoint;
import p2pgossip.original.HttpMessage;
import p2pgossip.original.Introduction;
import p2pgossip.original.ScriptedPeer;
import p2pgossip.original.ScriptedServer.Reaction;

/// Neighbours that are peers, but send invalid or misleading data.
class BadNeighborsTest {

  private static final PeerSettings UPDATING = QUICK.withUpdate(true);
  private static final String PEER =
      "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":5,\"nanos\":0},"
          + "\"port\":1,\"host_alias\":null}";

  /// With a time limit that is not reached in a test.
  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime(Duration.ofHours(1));

  @Test
  void theGoodEntriesOfAListWithRubbishAreUsed() {
    try (ScriptedPeer far = new ScriptedPeer();
        ScriptedPeer near =
            new ScriptedPeer()
                .listing(
                    "\"localhost:1\":" + PEER,
                    "\"\":" + PEER,
                    "\"127.0.0.1:0\":" + PEER,
                    "\"127.0.0.1:65536\":" + PEER,
                    "\"0.0.0.0:1\":" + PEER,
                    "\"224.0.0.1:1\":" + PEER,
                    "\"::1:1\":" + PEER,
                    "\"127.0.0.9:1\":{}",
                    "\"127.0.0.9:2\":null",
                    "\"127.0.0.9:3\":[[[]]]",
                    "\"127.0.0.9:4\":" + PEER.replace("{\"secs\":5,\"nanos\":0}", "5"),
                    far.entry());
        WatchedPeer ours = WatchedPeer.start(runtime, UPDATING, near.endpoint())) {
      ours.awaitStanding(far.endpoint(), Standing.LEARNED);
      await().until(() -> near.count("GET /known_peers") >= 3);

      assertThat(ours.events(GossipEvent.PeerPending.class))
          .filteredOn(pending -> pending.origin() instanceof Origin.ListedBy)
          .extracting(GossipEvent.PeerPending::peer)
          .containsExactly(WatchedPeer.address(far.endpoint()));
      assertThat(ours.standing(near.endpoint())).isEqualTo(Standing.CONNECTED);
    }
  }

  @Test
  void aListOfItselfAndUsTeachesNothing() {
    try (ScriptedPeer near = new ScriptedPeer();
        WatchedPeer ours = WatchedPeer.start(runtime, UPDATING, near.endpoint())) {
      near.listing(near.entry(), ScriptedPeer.entry(ours.endpoint(), ours.introduction()));
      long before = near.count("GET /known_peers");
      await().until(() -> near.count("GET /known_peers") >= before + 3);

      assertThat(ours.peer().knownPeers().size()).isEqualTo(1);
      assertThat(ours.events(GossipEvent.PeerPending.class)).hasSize(1);
      assertThat(ours.heard()).isEmpty();
    }
  }

  @Test
  void aPeerThatListsItselfUnderAnotherAddressIsNotToldTwice() {
    try (ScriptedPeer near = new ScriptedPeer();
        WatchedPeer ours = WatchedPeer.start(runtime, UPDATING, near.endpoint())) {
      Endpoint alias = new Endpoint(InetAddress.ofLiteral("::1"), near.endpoint().port());
      near.listing(ScriptedPeer.entry(alias, near.self()));
      long before = near.count("GET /known_peers");
      await().until(() -> near.count("GET /known_peers") >= before + 3);

      assertThat(ours.standing(alias)).isNull();
      assertThat(ours.peer().knownPeers().size()).isEqualTo(1);
    }
  }

  @Test
  void aListOfAMillionPeersCostsNoMoreThanTheLimitAllows() {
    AtomicInteger thousands = new AtomicInteger();
    Reaction million =
        new Reaction.Endless(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{",
            () -> entries(thousands.getAndIncrement()));
    try (ScriptedPeer near = new ScriptedPeer().on("GET /known_peers", million);
        WatchedPeer ours = WatchedPeer.start(runtime, UPDATING.withMaxPeers(10), near.endpoint())) {
      await()
          .until(
              () -> {
                assertThat(ours.peer().knownPeers().size()).isLessThanOrEqualTo(10);
                return near.count("GET /known_peers") >= 3;
              });
      long told = near.count("POST /message");
      await().until(() -> near.count("POST /message") >= told + 3);

      assertThat(ours.standing(near.endpoint())).isEqualTo(Standing.CONNECTED);
      assertThat(ours.told()).containsOnly(WatchedPeer.address(near.endpoint()));
    }
  }

  /// A thousand entries at loopback addresses where nothing listens.
  private static String entries(int thousand) {
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      int number = 1_000 * (thousand % 1_000) + i;
      String ip = "127.%d.%d.%d".formatted(9 + (number >> 16), (number >> 8) & 255, number & 255);
      Introduction peer =
          new Introduction(Instant.ofEpochSecond(number), Duration.ofSeconds(1), 1, null);
      entries.append(ScriptedPeer.entry(new Endpoint(InetAddress.ofLiteral(ip), 1), peer));
      entries.append(',');
    }
    return entries.toString();
  }

  static Stream<Named<Reaction>> answersThatAreNoList() {
    return Stream.of(
        Named.of("not found", answer(HttpMessage.empty(404))),
        Named.of("an error", answer(HttpMessage.empty(500))),
        Named.of("an array", json("[]")),
        Named.of("no JSON", json("nobody")),
        Named.of("a page", answer(HttpMessage.ok("text/html", "{}"))),
        Named.of("nothing", new Reaction.Stall()),
        Named.of("a closed connection", new Reaction.HangUp()),
        Named.of("binary rubbish", new Reaction.Bytes("\u0000\u0001\u0002\n\n")));
  }

  @ParameterizedTest
  @MethodSource("answersThatAreNoList")
  void aPeerThatListsNothingIsStillToldEachPeriod(Reaction reaction) {
    try (ScriptedPeer near = new ScriptedPeer().on("GET /known_peers", reaction);
        WatchedPeer ours = WatchedPeer.start(runtime, UPDATING, near.endpoint())) {
      await().until(() -> near.count("GET /known_peers") >= 1);
      long told = near.count("POST /message");
      await().until(() -> near.count("POST /message") >= told + 3);

      assertThat(ours.standing(near.endpoint())).isEqualTo(Standing.CONNECTED);
      assertThat(ours.events(GossipEvent.MessageFailed.class)).isEmpty();
    }
  }
}
