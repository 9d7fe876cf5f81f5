package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The bounded number of known peers, and how machines share the places: one machine has many peers
/// that all answer, beside others.
class PlacesTest {

  private static final int MOST = 16;
  private static final InetAddress CROWD = InetAddress.ofLiteral("10.6.6.6");
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final TestedEngine tested =
      TestedEngine.begun(PeerSettings.DEFAULT.withMaxPeers(MOST).withPeriod(PERIOD));

  private static InetAddress machine(int last) {
    return InetAddress.ofLiteral("10.0.1." + last);
  }

  private static Peer peer(InetAddress at, int port) {
    return new Peer(
        TestedEngine.START.plusSeconds(at.getAddress()[3]).plusNanos(port),
        PERIOD,
        port,
        null,
        Set.of());
  }

  private Answer call(InetAddress from, int port) {
    return tested.call(new Caller(from), peer(from, port));
  }

  private void answer(InetAddress at, int port) {
    tested.answer(
        Request.Handshake.class, new PeerAddress(at, port), new Reply.Introduced(peer(at, port)));
  }

  private Answer join(InetAddress from, int port) {
    Answer answer = call(from, port);
    if (answer instanceof Answer.Given) {
      answer(from, port);
    }
    return answer;
  }

  private void crowd() {
    for (int port = 1; port <= MOST; port++) {
      join(CROWD, port);
    }
    assertThat(connected(CROWD)).isEqualTo(MOST);
  }

  private long connected(InetAddress at) {
    return tested.engine.knownPeers().all().stream()
        .filter(it -> it.standing() == Standing.CONNECTED && it.address().ip().equals(at))
        .count();
  }

  @Test
  void oneMachineWithPeersInAllPlacesKeepsNoOtherOut() {
    crowd();
    for (int last = 1; last <= 5; last++) {
      assertThat(join(machine(last), 8080)).isInstanceOf(Answer.Given.class);
      assertThat(connected(machine(last))).isEqualTo(1);
    }
    assertThat(tested.engine.knownPeers().size()).isEqualTo(MOST);
    assertThat(connected(CROWD)).isEqualTo(MOST - 5);
    assertThat(tested.events(GossipEvent.PeerForgotten.class))
        .extracting(it -> it.failure().reason())
        .hasSize(5)
        .containsOnly(
            "its place was needed for a peer of another machine, of which fewer are known");
    assertThat(join(CROWD, 99)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void inTheEndMachinesShareThePlacesEvenly() {
    crowd();
    for (int port = 1; port <= 2 * MOST; port++) {
      join(machine(1), port);
    }
    assertThat(connected(machine(1))).isEqualTo(MOST / 2);
    assertThat(connected(CROWD)).isEqualTo(MOST / 2);
  }

  @Test
  void aPeerThatDoesNotAnswerTakesNoPlace() {
    crowd();
    for (int last = 1; last <= 100; last++) {
      call(machine(last), 8080);
    }
    assertThat(connected(CROWD)).isEqualTo(MOST);
    assertThat(tested.engine.knownPeers().size()).isEqualTo(MOST + Roster.GUESTS);
    for (int last = 1; last <= Roster.GUESTS; last++) {
      for (int time = 0; time < 6; time++) {
        if (tested.open().contains(new Request.Handshake(new PeerAddress(machine(last), 8080)))) {
          tested.fail(
              Request.Handshake.class, new PeerAddress(machine(last), 8080), TestedEngine.NOBODY);
        }
        tested.pass(Duration.ofMillis(500));
      }
    }
    tested.pass(Duration.ofSeconds(60));
    assertThat(connected(CROWD)).isEqualTo(MOST);
  }

  @Test
  void thePeersOfOneMachineDoNotDisplaceEachOther() {
    for (int port = 1; port <= MOST; port++) {
      join(TestedEngine.loopback(), port);
    }
    assertThat(join(TestedEngine.loopback(), 99))
        .isEqualTo(new Answer.Refused("the limit of 16 known peers is reached", true));
    assertThat(connected(TestedEngine.loopback())).isEqualTo(MOST);
  }

  @Test
  void aPeerThatTheUserAsksForAlwaysGetsAPlace() {
    crowd();
    PeerAddress wanted = new PeerAddress(machine(1), 8080);
    tested.drive(at -> tested.engine.connect(wanted, at));
    answer(wanted.ip(), wanted.port());
    tested.answer(Request.Connect.class, wanted, new Reply.Accepted());

    assertThat(connected(wanted.ip())).isEqualTo(1);
    assertThat(tested.engine.knownPeers().size()).isEqualTo(MOST);
  }

  @Test
  void aPeerThatTheUserAskedForNeverGivesWay() {
    for (int port = 1; port <= MOST; port++) {
      PeerAddress wanted = new PeerAddress(CROWD, port);
      tested.drive(at -> tested.engine.connect(wanted, at));
    }
    assertThat(join(machine(1), 8080)).isInstanceOf(Answer.Refused.class);
    PeerAddress oneMore = new PeerAddress(machine(2), 8080);
    tested.drive(at -> tested.engine.connect(oneMore, at));
    assertThat(tested.engine.knownPeers().get(oneMore)).isNull();
    assertThat(tested.engine.knownPeers().size()).isEqualTo(MOST);
  }

  @Test
  void aSourceThatNamesManyMachinesLeavesHandshakesForOthers() {
    HandshakeBudget budget = new HandshakeBudget(true);
    int asked = 0;
    for (int i = 0; i < 1_000; i++) {
      asked += budget.take(far(i), Source.of(CROWD), TestedEngine.START) ? 1 : 0;
    }
    assertThat(asked).isEqualTo(HandshakeBudget.TO_ALL / 2);
    for (int last = 1; last <= 100; last++) {
      assertThat(budget.take(far(2_000 + last), Source.of(machine(last)), TestedEngine.START))
          .isTrue();
    }
    int later = 0;
    for (int second = 1; second <= 60; second++) {
      later +=
          budget.take(far(3_000 + second), Source.of(CROWD), TestedEngine.START.plusSeconds(second))
              ? 1
              : 0;
    }
    assertThat(later).isGreaterThan(30);
  }

  private static PeerAddress far(int i) {
    return new PeerAddress(InetAddress.ofLiteral("10.9." + i / 250 + "." + (1 + i % 250)), 80);
  }

  @Test
  void aLongListLeavesPlacesOfThePeriodToOtherLists() {
    TestedEngine learning =
        TestedEngine.begun(
            PeerSettings.DEFAULT.withMaxPeers(1_000).withPeriod(PERIOD).withUpdate(true));
    List<PeerAddress> listing = new ArrayList<>();
    for (InetAddress at : List.of(CROWD, machine(1), machine(2))) {
      PeerAddress address = new PeerAddress(at, 8080);
      learning.drive(now -> learning.engine.connect(address, now));
      learning.answer(Request.Handshake.class, address, new Reply.Introduced(peer(at, 8080)));
      learning.answer(Request.Connect.class, address, new Reply.Accepted());
      listing.add(address);
    }
    learning.step();
    for (PeerAddress by : listing) {
      learning.answer(Request.AskKnownPeers.class, by, list(by));
    }
    Map<PeerAddress, Long> learned = new HashMap<>();
    for (Neighbor neighbor : learning.engine.knownPeers().all()) {
      if (neighbor.origin() instanceof Origin.ListedBy(PeerAddress by)) {
        learned.merge(by, 1L, Long::sum);
      }
    }
    assertThat(learned)
        .isEqualTo(Map.of(listing.get(0), 32L, listing.get(1), 16L, listing.get(2), 8L));
  }

  @Test
  void aLongListKeepsNoPeersOutOfTheWholeNetwork() {
    Survey survey =
        new Survey(
            new KnownPeers(),
            new LearningGate(TestedEngine.peer(8080), TestedEngine.SELF, Set.of()),
            new Machine(TestedEngine.SELF, Set.of()),
            new HandshakeBudget(true));
    PendingRequests pending = new PendingRequests();
    StepBuilder draft =
        new StepBuilder(TestedEngine.START, Duration.ZERO, TestedEngine.peer(8080), pending);
    PeerAddress liar = new PeerAddress(InetAddress.ofLiteral("10.0.0.1"), 80);
    PeerAddress honest = new PeerAddress(machine(9), 80);
    survey.reported(liar, list(liar).peers().keySet(), draft);
    survey.reported(honest, Set.of(far(9_999)), draft);

    survey.beginPeriod(draft);

    assertThat(draft.step(null).requests())
        .hasSize(Survey.HANDSHAKES_PER_PERIOD)
        .extracting(it -> it.request().to())
        .contains(far(9_999));
  }

  /// 1,500 addresses that no other peer names.
  private static Reply.Known list(PeerAddress by) {
    Map<PeerAddress, Peer> named = new HashMap<>();
    int first = 1_500 * (by.ip().getAddress()[3] & 0xff);
    for (int i = 0; i < 1_500; i++) {
      InetAddress at =
          InetAddress.ofLiteral(
              "10."
                  + (20 + (first + i) / 62_500)
                  + "."
                  + (first + i) / 250 % 250
                  + "."
                  + (1 + i % 250));
      named.put(new PeerAddress(at, 80), peer(at, first + i & 0xfff));
    }
    return new Reply.Known(named, 0);
  }
}
