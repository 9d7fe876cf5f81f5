package p2pgossip.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.testing.Recorder;

class FaultBoardTest {

  private static final Fault<PeerAddress> FREEZE =
      new Fault.Freeze<>(PeerAddress.parse("127.0.0.1:1001"));
  private static final Fault<PeerAddress> LOSS = new Fault.Loss<>(new Path.Everywhere<>(), 0.1);

  private final FaultBoard board = new FaultBoard();
  private final Recorder<FaultSet> heard = new Recorder<>();

  @Test
  void listenersHearEveryChangeInOrder() {
    try (FaultBoard.Subscription _ = board.listen(heard)) {
      board.begin(FREEZE);
      board.begin(LOSS);
      board.end(FREEZE);
      board.endAll();
    }

    assertThat(heard)
        .containsExactly(
            new FaultSet(List.of(FREEZE)),
            new FaultSet(List.of(FREEZE, LOSS)),
            new FaultSet(List.of(LOSS)),
            FaultSet.NONE);
  }

  @Test
  void listenersHearNothingWhereNothingChanges() {
    board.begin(LOSS);
    try (FaultBoard.Subscription _ = board.listen(heard)) {
      assertThat(board.begin(LOSS)).isFalse();
      assertThat(board.end(FREEZE)).isFalse();
    }

    assertThat(heard).isEmpty();
    assertThat(board.inForce()).isEqualTo(new FaultSet(List.of(LOSS)));
  }

  @Test
  void aClosedSubscriptionHearsNothing() {
    FaultBoard.Subscription subscription = board.listen(heard);
    subscription.close();
    subscription.close();

    board.begin(LOSS);

    assertThat(heard).isEmpty();
  }

  @Test
  void aFailingListenerDoesNotStopTheNext() {
    try (FaultBoard.Subscription _ =
            board.listen(
                _ -> {
                  throw new IllegalStateException("on purpose");
                });
        FaultBoard.Subscription _ = board.listen(heard)) {
      board.begin(LOSS);
    }

    assertThat(heard).containsExactly(new FaultSet(List.of(LOSS)));
  }
}
