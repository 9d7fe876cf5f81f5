package p2pgossip.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.peer.Target;
import p2pgossip.ui.model.ConnectAttempt.Outcome;

class ConnectAttemptsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:15:30Z");
  private static final Target BOB = Target.parse("127.0.0.1:8081");
  private static final PeerAddress BOBS = PeerAddress.parse("127.0.0.1:8081");
  private static final Target EVE = Target.parse("eve.example:8082");
  private static final PeerAddress EVES = PeerAddress.parse("192.0.2.7:8082");
  private static final Failure NOBODY =
      new Failure(Failure.Kind.UNREACHABLE, "nothing listens there");

  private final ConnectAttempts attempts = new ConnectAttempts();

  @BeforeEach
  void askForBoth() {
    attempts.begin(BOB);
    attempts.begin(EVE);
  }

  private void fail(PeerAddress target, boolean tryingAgain) {
    attempts.follow(new GossipEvent.ConnectFailed(NOW, target, NOBODY, tryingAgain));
  }

  private void connect(PeerAddress peer) {
    attempts.follow(new GossipEvent.PeerConnected(NOW, peer, new Origin.Asked()));
  }

  @Test
  void showsTheNewestFirst() {
    assertThat(attempts.all())
        .containsExactly(
            new ConnectAttempt(EVE, null, Outcome.CONNECTING, "connecting …"),
            new ConnectAttempt(BOB, BOBS, Outcome.CONNECTING, "connecting …"));
  }

  @Test
  void knowsTheAddressOnceTheNameIsLookedUp() {
    attempts.resolved(EVE, EVES);
    connect(EVES);

    assertThat(attempts.all())
        .containsExactly(
            new ConnectAttempt(EVE, EVES, Outcome.CONNECTED, "connected"),
            new ConnectAttempt(BOB, BOBS, Outcome.CONNECTING, "connecting …"));
  }

  @Test
  void staysConnectedAlreadyWhenTheNewsOfThatComesLater() {
    attempts.connected(BOB, "connected already");
    connect(BOBS);

    assertThat(attempts.all().getLast())
        .isEqualTo(new ConnectAttempt(BOB, BOBS, Outcome.CONNECTED, "connected already"));
  }

  @Test
  void saysThatANameIsUnknown() {
    attempts.failed(EVE, "no machine named \"eve.example\" is known here");

    assertThat(attempts.all().getFirst())
        .isEqualTo(
            new ConnectAttempt(
                EVE, null, Outcome.FAILED, "no machine named \"eve.example\" is known here"));
  }

  @Test
  void saysWhyItFailedAndWhetherItGoesOn() {
    fail(BOBS, true);
    ConnectAttempt between = attempts.all().getLast();
    fail(BOBS, false);

    assertThat(between)
        .isEqualTo(
            new ConnectAttempt(
                BOB, BOBS, Outcome.TRYING_AGAIN, "nothing listens there; trying again"));
    assertThat(attempts.all().getLast())
        .isEqualTo(new ConnectAttempt(BOB, BOBS, Outcome.FAILED, "nothing listens there"));
  }

  @Test
  void doesNotTakeASuccessBack() {
    connect(BOBS);
    fail(BOBS, false);

    assertThat(attempts.all().getLast())
        .isEqualTo(new ConnectAttempt(BOB, BOBS, Outcome.CONNECTED, "connected"));
  }

  @Test
  void takesAFailureBackWhenTheOtherConnectsAfterAll() {
    fail(BOBS, false);
    connect(BOBS);

    assertThat(attempts.all().getLast())
        .isEqualTo(new ConnectAttempt(BOB, BOBS, Outcome.CONNECTED, "connected"));
  }

  @Test
  void saysThatOneThatWasConnectedIsForgotten() {
    connect(BOBS);
    attempts.follow(new GossipEvent.PeerForgotten(NOW, BOBS, NOBODY));

    assertThat(attempts.all().getLast())
        .isEqualTo(
            new ConnectAttempt(
                BOB,
                BOBS,
                Outcome.FAILED,
                "failed too often and is forgotten: nothing listens there"));
  }

  @Test
  void forgetsWhomTheUserDrops() {
    attempts.follow(new GossipEvent.PeerDropped(NOW, BOBS));

    assertThat(attempts.all()).containsExactly(ConnectAttempt.of(EVE));
  }

  @Test
  void leavesOthersAlone() {
    fail(PeerAddress.parse("127.0.0.1:9999"), false);

    assertThat(attempts.all()).containsExactly(ConnectAttempt.of(EVE), ConnectAttempt.of(BOB));
  }

  @Test
  void makesRoomForTheNextByWhatIsConnected() {
    connect(BOBS);
    Target carol = Target.parse("8083");
    attempts.begin(carol);

    assertThat(attempts.all()).containsExactly(ConnectAttempt.of(carol), ConnectAttempt.of(EVE));
  }

  @Test
  void listsATargetThatIsAskedForAgainOnce() {
    fail(BOBS, false);
    attempts.begin(BOB);

    assertThat(attempts.all()).containsExactly(ConnectAttempt.of(BOB), ConnectAttempt.of(EVE));
  }

  @Test
  void keepsTwentyAtMost() {
    for (int port = 9_001; port <= 9_030; port++) {
      attempts.begin(new Target("127.0.0.1", port));
    }

    assertThat(attempts.all())
        .extracting(attempt -> attempt.target().port())
        .hasSize(20)
        .startsWith(9_030)
        .endsWith(9_011);
  }

  @Test
  void clearsAll() {
    attempts.clear();

    assertThat(attempts.all()).isEmpty();
  }

  @Test
  void letsASuccessGoAfterSomeSecondsAndKeepsAFailureToBeRead() {
    connect(BOBS);
    attempts.failed(EVE, "no machine of that name");
    for (int second = 0; second < 7; second++) {
      attempts.age();
    }
    assertThat(attempts.all()).hasSize(2);

    attempts.age();

    assertThat(attempts.all())
        .containsExactly(new ConnectAttempt(EVE, null, Outcome.FAILED, "no machine of that name"));
  }
}
