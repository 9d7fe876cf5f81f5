package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static p2pgossip.original.Patience.await;
import static p2pgossip.original.ScriptedServer.json;
import static p2pgossip.peer.WatchedPeer.QUICK;
import static p2pgossip.peer.WatchedPeer.SLOW;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.Sender;
import p2pgossip.gossip.Standing;
import p2pgossip.original.Endpoint;
import p2pgossip.original.HttpMessage;
import p2pgossip.original.OriginalFlags;
import p2pgossip.original.OriginalPeer;
import p2pgossip.original.RawClient;
import p2pgossip.original.Received;
import p2pgossip.original.ScriptedPeer;

class MixedNetworkTest {

  private static final OriginalFlags ORIGINAL = OriginalFlags.NONE.period(Duration.ofMillis(50));

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime();

  @Test
  void anOriginalThatConnectsToUsGossipsWithUsBothWays() {
    try (WatchedPeer ours = WatchedPeer.start(runtime, QUICK);
        OriginalPeer original = OriginalPeer.start(ORIGINAL.connect(ours.endpoint()))) {
      await().until(() -> original.messages().size() >= 3 && ours.heard().size() >= 3);

      assertThat(original.messages()).containsOnly("gossip");
      assertThat(ours.heard()).containsOnly("[random_message]");
      assertThat(original.knownPeers()).isEqualTo(Map.of(ours.endpoint(), ours.introduction()));
      assertThat(original.refused()).isEmpty();
      assertThat(ours.standing(original.endpoint())).isEqualTo(Standing.CONNECTED);
    }
  }

  @Test
  void weConnectToAnOriginalAndGossipBothWays() {
    try (OriginalPeer original = running(ORIGINAL);
        WatchedPeer ours = WatchedPeer.start(runtime, QUICK, original.endpoint())) {
      await().until(() -> original.messages().size() >= 3 && ours.heard().size() >= 3);

      assertThat(original.knownPeers()).isEqualTo(Map.of(ours.endpoint(), ours.introduction()));
      assertThat(original.refused()).isEmpty();
      assertThat(ours.events(GossipEvent.PeerConnected.class))
          .extracting(GossipEvent.PeerConnected::peer, GossipEvent.PeerConnected::origin)
          .containsExactly(tuple(WatchedPeer.address(original.endpoint()), new Origin.Asked()));
    }
  }

  @Test
  void twoOfOursGossipBothWaysAndNameThemselves() {
    try (WatchedPeer one = WatchedPeer.start(runtime, QUICK.withText("one"));
        WatchedPeer two = WatchedPeer.start(runtime, QUICK.withText("two"), one.endpoint())) {
      await().until(() -> one.heard().size() >= 3 && two.heard().size() >= 3);

      assertThat(one.heard()).containsOnly("two");
      assertThat(two.heard()).containsOnly("one");
      assertThat(one.events(GossipEvent.MessageReceived.class))
          .extracting(GossipEvent.MessageReceived::sender)
          .containsOnly(new Sender.Named(two.address()));
    }
  }

  @Test
  void aChainOfBothKindsGrowsTogether() {
    List<AutoCloseable> started = new ArrayList<>();
    try {
      List<OriginalPeer> originals = new ArrayList<>();
      List<WatchedPeer> ours = new ArrayList<>();
      Set<Endpoint> all = new HashSet<>();
      Endpoint last = null;
      for (int i = 0; i < 3; i++) {
        OriginalFlags flags = ORIGINAL.updating().timeLimit(Duration.ofHours(1));
        OriginalPeer original = running(last == null ? flags : flags.connect(last));
        started.add(original);
        originals.add(original);
        WatchedPeer peer = WatchedPeer.start(runtime, QUICK.withUpdate(true), original.endpoint());
        started.add(peer);
        ours.add(peer);
        peer.awaitStanding(original.endpoint(), Standing.CONNECTED);
        last = peer.endpoint();
        all.add(original.endpoint());
        all.add(peer.endpoint());
      }

      for (OriginalPeer original : originals) {
        await()
            .untilAsserted(
                () ->
                    assertThat(with(original.endpoint(), original.knownPeers().keySet()))
                        .isEqualTo(all));
      }
      for (WatchedPeer peer : ours) {
        await()
            .untilAsserted(() -> assertThat(with(peer.endpoint(), healthyOf(peer))).isEqualTo(all));
      }
      for (OriginalPeer original : originals) {
        assertThat(original.refused()).isEmpty();
        assertThat(original.dropped()).isEmpty();
        assertThat(original.removed()).isEmpty();
      }
    } finally {
      started.reversed().forEach(MixedNetworkTest::close);
    }
  }

  @Test
  void anOriginalGetsNothingThatItDidNotOffer() {
    try (OriginalPeer original = running(ORIGINAL);
        WatchedPeer ours =
            WatchedPeer.start(runtime, QUICK.withUpdate(true), original.endpoint())) {
      await().until(() -> original.messages().size() >= 2 && asked(original, "GET /known_peers"));

      assertThat(original.received())
          .allSatisfy(
              received ->
                  assertThat(received.request().headers().keySet())
                      .isSubsetOf(
                          "host",
                          "p2pgossip-from",
                          "content-type",
                          "content-length",
                          "connection",
                          "user-agent",
                          "accept",
                          "date"));
      assertThat(bodies(original, "POST /message")).containsOnly("{\"message\":\"gossip\"}");
      assertThat(bodies(original, "POST /connect")).containsExactly(ours.introduction().json());
    }
  }

  @Test
  void aPeerThatOffersMoreGetsMore() {
    try (ScriptedPeer other = new ScriptedPeer()) {
      String handshake = other.self().json().replaceFirst("}$", ",\"offers\":[\"sender\"]}");
      other.on("GET /", json(handshake));
      try (WatchedPeer ours = WatchedPeer.start(runtime, QUICK, other.endpoint())) {
        await().until(() -> other.count("POST /message") > 0);

        assertThat(other.requests().getLast().text())
            .isEqualTo("{\"message\":\"gossip\",\"from\":\"" + ours.address() + "\"}");
      }
    }
  }

  @Test
  void ourAnswersAreWordedAsTheOriginals() throws IOException {
    try (ScriptedPeer neighbor = new ScriptedPeer();
        WatchedPeer ours = WatchedPeer.start(runtime, SLOW)) {
      String welcome = RawClient.post(ours.endpoint(), "/connect", neighbor.self().json()).text();
      await().until(() -> ours.standing(neighbor.endpoint()) == Standing.CONNECTED);

      assertThat(welcome)
          .isEqualTo("You, " + neighbor.endpoint() + "  are now connected and a `known_peer`. ");
      HttpMessage known = RawClient.get(ours.endpoint(), "/known_peers");
      assertThat(known.text()).isEqualTo("{" + neighbor.entry() + "}");
      assertThat(known.headers()).containsEntry("content-type", "application/json");
      assertThat(
              RawClient.post(ours.endpoint(), "/message", "{\"message\":\"psst\",\"x\":1}").text())
          .isEqualTo("{\"message\":\"psst\"}");
    }
  }

  @Test
  void aPeerOnAnyFreePortAnnouncesThePortThatItGot() {
    try (OriginalPeer original = running(ORIGINAL);
        WatchedPeer ours = WatchedPeer.start(runtime, SLOW, original.endpoint())) {
      await().until(() -> !original.knownPeers().isEmpty());

      assertThat(original.knownPeers()).containsOnlyKeys(ours.endpoint());
      assertThat(ours.peer().self().port()).isEqualTo(ours.address().port()).isPositive();
    }
  }

  private static OriginalPeer running(OriginalFlags flags) {
    OriginalPeer peer = OriginalPeer.start(flags);
    await().until(peer::isRunning);
    return peer;
  }

  private static Set<Endpoint> with(Endpoint self, Set<Endpoint> others) {
    Set<Endpoint> both = new HashSet<>(others);
    both.add(self);
    return both;
  }

  private static Set<Endpoint> healthyOf(WatchedPeer peer) {
    Set<Endpoint> endpoints = new HashSet<>();
    for (Neighbor neighbor : peer.peer().knownPeers().healthy()) {
      endpoints.add(new Endpoint(neighbor.address().ip(), neighbor.address().port()));
    }
    return endpoints;
  }

  private static boolean asked(OriginalPeer original, String what) {
    return original.received().stream().anyMatch(received -> received.what().equals(what));
  }

  private static List<String> bodies(OriginalPeer original, String what) {
    return original.received().stream()
        .filter(received -> received.what().equals(what))
        .map(Received::request)
        .map(HttpMessage::text)
        .toList();
  }

  private static void close(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception e) {
      throw new AssertionError("cannot close " + one, e);
    }
  }
}
