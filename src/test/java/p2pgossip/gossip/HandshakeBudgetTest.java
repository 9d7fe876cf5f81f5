package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How often a third machine is asked whose address others name.
class HandshakeBudgetTest {

  private static final InetAddress ATTACKER = InetAddress.ofLiteral("10.6.6.6");
  private static final InetAddress VICTIM = InetAddress.ofLiteral("10.0.0.9");

  private static final Source NAMER = Source.of(ATTACKER);

  private static PeerAddress victim(int port) {
    return new PeerAddress(VICTIM, port);
  }

  private static long handshakes(TestedEngine tested) {
    return tested.open().stream().filter(Request.Handshake.class::isInstance).count();
  }

  private static Peer claiming(int port) {
    return new Peer(
        TestedEngine.START.plusNanos(port), Duration.ofSeconds(5), port, VICTIM, Set.of());
  }

  @Test
  void oneMachineIsAskedTwiceASecondAtMost() {
    HandshakeBudget budget = new HandshakeBudget(true);
    Instant now = TestedEngine.START;
    int asked = 0;
    for (int second = 0; second < 300; second++) {
      for (int i = 0; i < 50; i++) {
        asked += budget.take(victim(1 + i), NAMER, now.plusSeconds(second)) ? 1 : 0;
      }
    }
    assertThat(asked).isBetween(2 * 299, 2 * 300 + HandshakeBudget.TO_ONE);
  }

  @Test
  void allMachinesTogetherAreAskedTenTimesASecondAtMost() {
    HandshakeBudget budget = new HandshakeBudget(true);
    int asked = 0;
    for (int i = 0; i < 2_000; i++) {
      InetAddress machine = InetAddress.ofLiteral("10.1." + i / 250 + "." + (1 + i % 250));
      asked +=
          budget.take(new PeerAddress(machine, 80), Source.of(machine), TestedEngine.START) ? 1 : 0;
    }
    assertThat(asked).isEqualTo(HandshakeBudget.TO_ALL);
    assertThat(budget.take(victim(80), NAMER, TestedEngine.START)).isFalse();
    assertThat(budget.take(victim(80), NAMER, TestedEngine.START.plusMillis(101))).isTrue();
  }

  @Test
  void peersOfThisMachineNeedNoBudget() {
    HandshakeBudget budget = new HandshakeBudget(true);
    for (int port = 1; port <= 10_000; port++) {
      assertThat(budget.take(TestedEngine.at(port), NAMER, TestedEngine.START)).isTrue();
    }
  }

  @Test
  void callsInTheNameOfAThirdMachineDoNotAttackIt() {
    TestedEngine tested = TestedEngine.begun(PeerSettings.DEFAULT.withMaxPeers(100_000));
    for (int port = 1; port <= 5_000; port++) {
      Peer caller = claiming(port);
      tested.call(new Caller(ATTACKER), caller);
    }
    assertThat(handshakes(tested)).isEqualTo(HandshakeBudget.TO_ONE);
    assertThat(tested.tells()).isEmpty();
  }

  @Test
  void manyAddressesOfOneIpv6NetworkAreOneMachine() {
    HandshakeBudget budget = new HandshakeBudget(true);
    int asked = 0;
    for (int i = 1; i <= 1_000; i++) {
      InetAddress address = InetAddress.ofLiteral("2001:db8::" + Integer.toHexString(i));
      asked += budget.take(new PeerAddress(address, 80), NAMER, TestedEngine.START) ? 1 : 0;
    }
    assertThat(asked).isEqualTo(HandshakeBudget.TO_ONE);
  }

  /// Each handshake waits in vain for an answer, until the peer is forgotten.
  @Test
  void silentAddressesThatOneSourceNamesDoNotTakeAllPlaces() {
    TestedEngine tested = TestedEngine.begun(PeerSettings.DEFAULT.withMaxPeers(16));
    for (int port = 1; port <= 100; port++) {
      Peer caller = claiming(port);
      tested.call(new Caller(ATTACKER), caller);
    }
    for (int last = 1; last <= 5; last++) {
      InetAddress other = InetAddress.ofLiteral("10.0.1." + last);
      Peer caller =
          new Peer(
              TestedEngine.START.plusSeconds(last), Duration.ofSeconds(5), 8080, null, Set.of());
      assertThat(tested.call(new Caller(other), caller))
          .isEqualTo(new Answer.Given(new Reply.Accepted()));
    }
    assertThat(tested.engine.knownPeers().size()).isEqualTo(16);
  }

  @Test
  void listsThatNameAThirdMachineDoNotAttackIt() {
    PeerSettings quick =
        PeerSettings.DEFAULT
            .withPeriod(Duration.ofMillis(100))
            .withUpdate(true)
            .withMaxPeers(9_999);
    TestedEngine tested = TestedEngine.begun(quick);
    tested.befriend(8081);
    Map<PeerAddress, Peer> listed = new HashMap<>();
    for (int port = 1; port <= 5_000; port++) {
      listed.put(victim(port), claiming(port));
    }
    Reply.Known list = new Reply.Known(listed, 0);
    for (int period = 0; period < 20; period++) {
      tested.pass(Duration.ofMillis(100));
      if (tested.open().stream().anyMatch(Request.AskKnownPeers.class::isInstance)) {
        tested.answer(Request.AskKnownPeers.class, TestedEngine.at(8081), list);
      }
    }
    assertThat(handshakes(tested))
        .isBetween((long) HandshakeBudget.TO_ONE, HandshakeBudget.TO_ONE + 10L);
    assertThat(tested.tells()).allMatch(tell -> tell.to().equals(TestedEngine.at(8081)));
  }

  @Test
  void peersThatTheUserAsksForNeedNoBudget() {
    TestedEngine tested = TestedEngine.begun(PeerSettings.DEFAULT.withMaxPeers(100_000));
    for (int port = 1; port <= 200; port++) {
      PeerAddress target = victim(port);
      tested.drive(at -> tested.engine.connect(target, at));
    }
    assertThat(handshakes(tested)).isEqualTo(200);
  }

  @Test
  void anotherMachineCanNotNameAnAddressOfThisMachine() {
    TestedEngine tested = TestedEngine.begun(PeerSettings.DEFAULT);
    Peer caller =
        new Peer(
            TestedEngine.START.plusNanos(1),
            Duration.ofSeconds(5),
            22,
            InetAddress.ofLiteral("127.0.0.1"),
            Set.of());
    GossipEngine.Answered called =
        tested.engine.answer(
            new Caller(ATTACKER), new Request.Connect(TestedEngine.SELF, caller), tested.now());
    assertThat(called.answer())
        .isInstanceOfSatisfying(
            Answer.Refused.class, it -> assertThat(it.reason()).startsWith("127.0.0.1:22 "));
    assertThat(called.step().requests()).isEmpty();
  }

  @Test
  void aRefusedPeerIsAskedAgainEachMinuteAndForgottenUnlessItWasAskedFor() {
    Failure wrong = new Failure(Failure.Kind.UNAUTHORIZED, "it has another password");
    TestedEngine tested = TestedEngine.begun(PeerSettings.DEFAULT, TestedEngine.at(8081));
    Peer caller = TestedEngine.peer(8082);
    tested.call(new Caller(TestedEngine.loopback()), caller);
    for (int time = 1; time <= 3; time++) {
      tested.fail(Request.Handshake.class, TestedEngine.at(8081), wrong);
      tested.fail(Request.Handshake.class, TestedEngine.at(8082), wrong);
      tested.pass(Duration.ofSeconds(59));
      assertThat(handshakes(tested)).isZero();
      tested.pass(Duration.ofSeconds(1));
    }
    Neighbor kept = tested.engine.knownPeers().get(TestedEngine.at(8081));
    assertThat(kept).isNotNull();
    assertThat(kept.standing()).isEqualTo(Standing.REFUSED);
    assertThat(tested.engine.knownPeers().get(TestedEngine.at(8082))).isNull();
    assertThat(tested.tells()).isEmpty();
    tested.drive(tested.engine::retryRefused);
    tested.introduce(8081);
    tested.answer(Request.Connect.class, TestedEngine.at(8081), new Reply.Accepted());
    assertThat(tested.engine.knownPeers().get(TestedEngine.at(8081)).standing())
        .isEqualTo(Standing.CONNECTED);
  }
}
