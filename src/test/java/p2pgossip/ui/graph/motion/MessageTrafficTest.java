package p2pgossip.ui.graph.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Observation;
import p2pgossip.network.Passing;

class MessageTrafficTest {

  private static final PeerAddress ANN = PeerAddress.parse("127.0.0.1:8081");
  private static final PeerAddress BOB = PeerAddress.parse("127.0.0.1:8082");
  private static final PeerAddress FAR = PeerAddress.parse("127.0.0.1:9999");

  private final MessageTraffic traffic = new MessageTraffic();

  private boolean show(Set<PeerAddress> watched, Observation... passed) {
    return traffic.show(List.of(passed), watched, peer -> !peer.equals(FAR));
  }

  @Test
  void showsAMessageThatBothEndsSawOnce() {
    assertThat(
            show(
                Set.of(ANN, BOB),
                Passing.messageSent(1, ANN, BOB),
                Passing.messageReceived(ANN, BOB),
                Passing.messageDelivered(1, ANN, BOB)))
        .isTrue();
    assertThat(traffic.inAir()).isEqualTo(1);
  }

  @Test
  void showsAMessageAsItsReceiverReportsItIfItsSenderIsNotWatched() {
    assertThat(show(Set.of(BOB), Passing.messageReceived(ANN, BOB))).isTrue();
    assertThat(traffic.inAir()).isEqualTo(1);
  }

  @Test
  void showsACopyThatBothEndsSawOnce() {
    show(
        Set.of(ANN, BOB),
        Passing.copySent(ANN, 4, BOB),
        Passing.copyArrived(ANN, 4, BOB, true),
        Passing.copyDelivered(ANN, 4, BOB, Hearing.NEWS));
    assertThat(traffic.inAir()).isEqualTo(1);
  }

  @Test
  void showsACopyWhoseSendingNobodyReported() {
    assertThat(show(Set.of(ANN), Passing.copyDelivered(ANN, 4, BOB, Hearing.NEWS))).isTrue();
    assertThat(show(Set.of(ANN), Passing.copyLost(ANN, 5, BOB))).isTrue();
    assertThat(traffic.inAir()).isEqualTo(2);
  }

  @Test
  void leavesOutMessagesOfPeersThatAreNotInTheGraph() {
    assertThat(
            show(
                Set.of(ANN),
                Passing.messageSent(1, ANN, FAR),
                Passing.messageReceived(FAR, ANN),
                Passing.copySent(ANN, 1, FAR),
                Passing.copyArrived(FAR, 2, ANN, true),
                Passing.copyLost(ANN, 3, FAR),
                Passing.asked(ANN, FAR)))
        .isFalse();
    assertThat(traffic.inAir()).isZero();
  }

  /// Each of two peers counts its own messages.
  @Test
  void tellsMessagesOfTwoPeersWithTheSameNumberApart() {
    show(
        Set.of(ANN, BOB),
        Passing.messageSent(1, ANN, BOB),
        Passing.messageSent(1, BOB, ANN),
        Passing.messageFailed(1, ANN, BOB));
    assertThat(traffic.inAir()).isEqualTo(2);
  }
}
