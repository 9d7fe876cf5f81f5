package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.network.WatchedNetwork.ANN;
import static p2pgossip.network.WatchedNetwork.BOB;
import static p2pgossip.network.WatchedNetwork.DAN;
import static p2pgossip.network.WatchedNetwork.EVE;
import static p2pgossip.network.WatchedNetwork.NOBODY;
import static p2pgossip.network.WatchedNetwork.at;
import static p2pgossip.network.WatchedNetwork.learned;
import static p2pgossip.network.WatchedNetwork.mutual;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Sender;

/// The picture is drawn from Ann's view.
class WholeNetworkTest extends AnnsPicture {

  private boolean messageFrom(PeerAddress sender, long millis) {
    return seen.happened(
        ANN, new GossipEvent.MessageReceived(at(millis), new Sender.Named(sender), "Hark"));
  }

  @Test
  void showsAPeerAloneOfWhichNothingIsKnown() {
    assertThat(whole()).isEqualTo(picture(nodes(node(ANN, Role.SELF))));
  }

  @Test
  void followsANeighborThroughAllItsStandings() {
    seen.happened(ANN, new GossipEvent.PeerPending(at(1), BOB, new Origin.Asked()));
    assertThat(own())
        .isEqualTo(
            picture(nodes(node(ANN, Role.SELF), node(BOB, Role.PENDING)), new Link(ANN, BOB)));

    seen.happened(ANN, new GossipEvent.PeerConnected(at(2), BOB, new Origin.Asked()));
    assertThat(own())
        .isEqualTo(
            picture(
                nodes(node(ANN, Role.SELF), node(BOB, Role.CONNECTED)),
                new Link(ANN, BOB),
                new Link(BOB, ANN)));

    seen.happened(ANN, new GossipEvent.PeerUnreachable(at(3), BOB, 1, at(9), NOBODY));
    assertThat(own().nodes()).containsEntry(BOB, node(BOB, Role.UNREACHABLE));
    assertThat(own().isNeighbor(BOB)).isTrue();

    seen.happened(ANN, new GossipEvent.PeerRecovered(at(4), BOB));
    assertThat(own().nodes()).containsEntry(BOB, node(BOB, Role.CONNECTED));

    seen.happened(ANN, new GossipEvent.PeerRestarted(at(5), BOB, false));
    assertThat(own())
        .isEqualTo(
            picture(nodes(node(ANN, Role.SELF), node(BOB, Role.LEARNED)), new Link(ANN, BOB)));

    seen.happened(ANN, new GossipEvent.PeerForgotten(at(6), BOB, NOBODY));
    assertThat(own()).isEqualTo(picture(nodes(node(ANN, Role.SELF))));
  }

  @Test
  void showsALearnedNeighborAsLinkedOneWay() {
    seen.happened(ANN, new GossipEvent.PeerLearned(at(1), BOB, EVE));

    assertThat(own())
        .isEqualTo(
            picture(nodes(node(ANN, Role.SELF), node(BOB, Role.LEARNED)), new Link(ANN, BOB)));
  }

  @Test
  void showsACallerThatIsNotCheckedYetAsOneThatMayKnowThisPeer() {
    seen.happened(ANN, new GossipEvent.PeerPending(at(1), BOB, new Origin.Called()));

    assertThat(own())
        .isEqualTo(
            new NetworkPicture(
                nodes(node(ANN, Role.SELF), node(BOB, Role.PENDING)),
                Set.of(new Link(ANN, BOB)),
                Set.of(new Link(BOB, ANN)),
                false));
  }

  @Test
  void forgetsATargetThatWasGivenUp() {
    seen.happened(ANN, new GossipEvent.PeerPending(at(1), BOB, new Origin.Asked()));
    seen.happened(ANN, new GossipEvent.ConnectFailed(at(2), BOB, NOBODY, true));
    assertThat(own().nodes()).containsKey(BOB);

    seen.happened(ANN, new GossipEvent.ConnectFailed(at(3), BOB, NOBODY, false));
    assertThat(own().nodes()).containsOnlyKeys(ANN);
  }

  @Test
  void keepsANeighborThatRefusedToBeAskedAgain() {
    seen.seen(ANN, learned(BOB));
    seen.happened(ANN, new GossipEvent.ConnectFailed(at(3), BOB, NOBODY, false));

    assertThat(own().nodes()).containsEntry(BOB, node(BOB, Role.LEARNED));
  }

  @Test
  void forgetsAPeerThatLeft() {
    seen.seen(ANN, mutual(BOB));
    seen.happened(ANN, new GossipEvent.PeerLeft(at(1), BOB));

    assertThat(own()).isEqualTo(picture(nodes(node(ANN, Role.SELF))));
  }

  @Test
  void believesEachWatchedPeerAboutItsNeighbors() {
    seen.seen(ANN, mutual(BOB));
    seen.seen(BOB, mutual(ANN), learned(EVE));
    seen.seen(EVE, mutual(DAN));

    assertThat(whole())
        .isEqualTo(
            picture(
                nodes(
                    node(ANN, Role.SELF),
                    node(BOB, Role.CONNECTED),
                    node(EVE, Role.HEARD_OF),
                    node(DAN, Role.HEARD_OF)),
                new Link(ANN, BOB),
                new Link(BOB, ANN),
                new Link(BOB, EVE),
                new Link(EVE, DAN),
                new Link(DAN, EVE)));
  }

  @Test
  void showsOwnNeighborsOnlyUnlessTheWholeNetworkIsWanted() {
    seen.seen(ANN, learned(BOB));
    seen.seen(BOB, learned(ANN), learned(EVE));
    seen.seen(EVE, mutual(DAN));

    assertThat(own())
        .isEqualTo(
            picture(
                nodes(node(ANN, Role.SELF), node(BOB, Role.LEARNED)),
                new Link(ANN, BOB),
                new Link(BOB, ANN)));
  }

  @Test
  void believesAWatchedPeerRatherThanItsNeighborsAboutItsLinks() {
    seen.seen(ANN, mutual(BOB));
    seen.seen(BOB);

    assertThat(whole().links()).containsExactly(new Link(ANN, BOB));
  }

  @Test
  void believesTheNeighborsOfAPeerThatIsOutOfSight() {
    seen.seen(ANN, mutual(BOB));
    seen.seen(BOB);
    seen.network.note(new Observation.LostSight(at(5), BOB, "its stream broke off"));

    assertThat(whole().links()).containsExactlyInAnyOrder(new Link(ANN, BOB), new Link(BOB, ANN));
  }

  @Test
  void drawsAPeerThatHasEndedAsUnreachableIfOthersStillKnowIt() {
    seen.seen(ANN, mutual(BOB));
    seen.seen(BOB, mutual(ANN), mutual(EVE));
    seen.seen(EVE, mutual(BOB));
    seen.stopped(5, EVE);

    assertThat(whole().nodes()).containsEntry(EVE, node(EVE, Role.UNREACHABLE));
    assertThat(whole().isNeighbor(EVE)).isFalse();
    assertThat(whole().isNeighbor(BOB)).isTrue();

    seen.happened(BOB, new GossipEvent.PeerForgotten(at(9), EVE, NOBODY));
    assertThat(whole().nodes()).containsOnlyKeys(ANN, BOB);
  }

  @Test
  void showsClaimsAboutPeersThatAreNotWatched() {
    seen.seen(ANN, learned(BOB));
    report(BOB, EVE);
    report(EVE, DAN);

    assertThat(whole())
        .isEqualTo(
            picture(
                nodes(
                    node(ANN, Role.SELF),
                    node(BOB, Role.LEARNED),
                    node(EVE, Role.HEARD_OF),
                    node(DAN, Role.HEARD_OF)),
                new Link(ANN, BOB),
                new Link(BOB, EVE),
                new Link(EVE, DAN)));
    assertThat(own().links()).containsExactly(new Link(ANN, BOB));
  }

  @Test
  void linksBothWaysIfALearnedNeighborListsThisPeer() {
    seen.seen(ANN, learned(BOB));
    report(BOB, ANN, EVE);

    assertThat(own().links()).containsExactlyInAnyOrder(new Link(ANN, BOB), new Link(BOB, ANN));
  }

  @Test
  void forgetsAReportThatHasEnded() {
    report(BOB, EVE);

    assertThat(seen.happened(ANN, new GossipEvent.ReportsEnded(at(2), BOB))).isTrue();
    assertThat(whole().nodes()).containsOnlyKeys(ANN);
  }

  @Test
  void drawsNoLinkFromAPeerToItself() {
    report(BOB, BOB);

    assertThat(whole().links()).isEmpty();
  }

  @Test
  void changesByAReportOnlyIfItSaysSomethingNew() {
    assertThat(report(BOB, EVE)).isTrue();
    assertThat(report(BOB, EVE)).isFalse();
    assertThat(report(BOB, EVE, DAN)).isTrue();
  }

  @Test
  void changesByPeersThatComeAndGoButNotByMessages() {
    assertThat(seen.happened(ANN, new GossipEvent.PeerConnected(at(1), BOB, new Origin.Asked())))
        .isTrue();
    assertThat(seen.happened(ANN, new GossipEvent.PeerDropped(at(2), BOB))).isTrue();
    assertThat(seen.happened(ANN, new GossipEvent.MessageSent(at(3), 1, BOB, "Hark"))).isFalse();
    assertThat(seen.happened(ANN, new GossipEvent.MessageDelivered(at(4), 1, BOB, Duration.ZERO)))
        .isFalse();
  }

  @Test
  void showsASenderForAMinuteAfterItsLastMessage() {
    assertThat(messageFrom(BOB, 0)).isTrue();
    assertThat(messageFrom(BOB, 30_000)).isFalse();
    assertThat(own())
        .isEqualTo(
            picture(nodes(node(ANN, Role.SELF), node(BOB, Role.HEARD_OF)), new Link(BOB, ANN)));

    assertThat(seen.network.age(at(90_000))).isFalse();
    assertThat(seen.network.age(at(90_001))).isTrue();
    assertThat(own().nodes()).containsOnlyKeys(ANN);
  }

  @Test
  void forgetsThatAPeerSentMessagesOnceItIsForgotten() {
    seen.seen(ANN, learned(BOB));
    messageFrom(BOB, 1);
    seen.happened(ANN, new GossipEvent.PeerForgotten(at(6), BOB, NOBODY));

    assertThat(own().nodes()).containsOnlyKeys(ANN);
  }

  @Test
  void showsTheLastReportOfALink() {
    seen.happened(
        ANN, new GossipEvent.PeerConnected(at(1), BOB, new Origin.Asked(), Mutuality.UNKNOWN));
    assertThat(own().unsure()).containsExactly(new Link(BOB, ANN));

    seen.happened(ANN, new GossipEvent.LinkChanged(at(2), BOB, Mutuality.MUTUAL));
    assertThat(own().links()).containsExactlyInAnyOrder(new Link(ANN, BOB), new Link(BOB, ANN));
    assertThat(own().unsure()).isEmpty();

    seen.happened(ANN, new GossipEvent.LinkChanged(at(3), BOB, Mutuality.ONE_WAY));
    assertThat(own())
        .isEqualTo(
            picture(nodes(node(ANN, Role.SELF), node(BOB, Role.LEARNED)), new Link(ANN, BOB)));
  }

  @Test
  void showsAnUnreachablePeerWithoutMutualLinks() {
    seen.happened(ANN, new GossipEvent.PeerConnected(at(1), BOB, new Origin.Asked()));
    seen.happened(ANN, new GossipEvent.PeerUnreachable(at(2), BOB, 1, at(3), NOBODY));

    assertThat(own().links()).containsExactly(new Link(ANN, BOB));
    assertThat(own().unsure()).isEmpty();
  }
}
