package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Neighbor.Bond;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Standing;

class NetworkMapTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:15:30Z");
  private static final PeerAddress SELF = peer(8080);
  private static final PeerAddress BOB = peer(8081);
  private static final PeerAddress EVE = peer(8082);
  private static final PeerAddress DAN = peer(8083);
  private static final Bond ONE_WAY = Bond.NONE;
  private static final Bond MUTUAL = new Bond(true, true, false);

  private final NetworkMap map = new NetworkMap(SELF);

  private static PeerAddress peer(int port) {
    return PeerAddress.parse("127.0.0.1:" + port);
  }

  private static Neighbor neighbor(PeerAddress address, Standing standing, Bond bond) {
    return new Neighbor(
        address,
        null,
        standing,
        new Origin.Asked(),
        NOW,
        bond,
        Neighbor.Traffic.NONE,
        Neighbor.Health.UNKNOWN);
  }

  private boolean report(PeerAddress by, PeerAddress... peers) {
    return map.note(new GossipEvent.PeersReported(NOW, by, Set.of(peers)));
  }

  private static Map<PeerAddress, NetworkNode> nodes(NetworkNode... nodes) {
    return Arrays.stream(nodes).collect(Collectors.toMap(NetworkNode::address, node -> node));
  }

  @Test
  void showsThisPeerAloneAtFirst() {
    assertThat(map.picture(List.of(), true))
        .isEqualTo(new NetworkPicture(nodes(new NetworkNode(SELF, Role.SELF)), Set.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, PENDING",
    "CONNECTED, CONNECTED",
    "LEARNED, LEARNED",
    "UNREACHABLE, UNREACHABLE"
  })
  void givesEachNeighborTheRoleOfItsStanding(Standing standing, Role role) {
    assertThat(map.picture(List.of(neighbor(BOB, standing, ONE_WAY)), false))
        .isEqualTo(
            new NetworkPicture(
                nodes(new NetworkNode(SELF, Role.SELF), new NetworkNode(BOB, role)),
                Set.of(new Link(SELF, BOB))));
  }

  @Test
  void linksBothWaysWhereEachHasToldTheOther() {
    assertThat(map.picture(List.of(neighbor(BOB, Standing.CONNECTED, MUTUAL)), false).links())
        .containsExactlyInAnyOrder(new Link(SELF, BOB), new Link(BOB, SELF));
  }

  @Test
  void linksBothWaysWhereALearnedNeighborListsThisPeer() {
    report(BOB, SELF, EVE);

    assertThat(map.picture(List.of(neighbor(BOB, Standing.LEARNED, ONE_WAY)), false))
        .isEqualTo(
            new NetworkPicture(
                nodes(new NetworkNode(SELF, Role.SELF), new NetworkNode(BOB, Role.LEARNED)),
                Set.of(new Link(SELF, BOB), new Link(BOB, SELF))));
  }

  @Test
  void showsWhomTheOthersKnowWithTheWholeNetworkOnly() {
    report(BOB, EVE);
    report(EVE, DAN);
    List<Neighbor> known = List.of(neighbor(BOB, Standing.LEARNED, ONE_WAY));

    assertThat(map.picture(known, true))
        .isEqualTo(
            new NetworkPicture(
                nodes(
                    new NetworkNode(SELF, Role.SELF),
                    new NetworkNode(BOB, Role.LEARNED),
                    new NetworkNode(EVE, Role.HEARD_OF),
                    new NetworkNode(DAN, Role.HEARD_OF)),
                Set.of(new Link(SELF, BOB), new Link(BOB, EVE), new Link(EVE, DAN))));
    assertThat(map.picture(known, false).links()).containsExactly(new Link(SELF, BOB));
  }

  @Test
  void drawsNoLinkFromAPeerToItself() {
    report(BOB, BOB);

    assertThat(map.picture(List.of(neighbor(BOB, Standing.LEARNED, ONE_WAY)), true).links())
        .containsExactly(new Link(SELF, BOB));
  }

  @Test
  void forgetsAReportThatHasEnded() {
    report(BOB, EVE);
    boolean changed = map.note(new GossipEvent.ReportsEnded(NOW, BOB));

    assertThat(changed).isTrue();
    assertThat(map.picture(List.of(), true).nodes()).containsOnlyKeys(SELF);
  }

  @Test
  void changesByAReportOnlyWhereItSaysSomethingNew() {
    assertThat(report(BOB, EVE)).isTrue();
    assertThat(report(BOB, EVE)).isFalse();
    assertThat(report(BOB, EVE, DAN)).isTrue();
  }

  @Test
  void changesByPeersThatComeAndGoButNotByMessages() {
    assertThat(map.note(new GossipEvent.PeerConnected(NOW, BOB, new Origin.Asked()))).isTrue();
    assertThat(map.note(new GossipEvent.PeerDropped(NOW, BOB))).isTrue();
    assertThat(map.note(new GossipEvent.MessageSent(NOW, 1, BOB, "Hark"))).isFalse();
    assertThat(map.note(new GossipEvent.MessageDelivered(NOW, 1, BOB, Duration.ZERO))).isFalse();
  }

  @Test
  void drawsTwoThousandPeersAtMost() {
    report(BOB, peers(10_000, 12_500));

    assertThat(map.picture(List.of(neighbor(BOB, Standing.LEARNED, ONE_WAY)), true).nodes())
        .hasSize(2_000)
        .containsKeys(SELF, BOB);
  }

  @Test
  void drawsTheLinksBetweenPeersOfAFullPicture() {
    List<Neighbor> known =
        IntStream.range(10_000, 12_000)
            .mapToObj(port -> neighbor(peer(port), Standing.LEARNED, ONE_WAY))
            .toList();
    report(peer(10_000), peer(10_001), peer(20_000));

    assertThat(map.picture(known, true).links())
        .hasSize(2_001)
        .contains(new Link(peer(10_000), peer(10_001)));
  }

  private static PeerAddress[] peers(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(NetworkMapTest::peer)
        .toArray(PeerAddress[]::new);
  }

  @Test
  void refusesALinkThatLeadsOutOfThePicture() {
    assertThatThrownBy(
            () ->
                new NetworkPicture(
                    nodes(new NetworkNode(SELF, Role.SELF)), Set.of(new Link(SELF, BOB))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leads out of the picture");
  }
}
