package p2pgossip.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static p2pgossip.original.Patience.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Run;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.scenario.NameChoice;
import p2pgossip.scenario.NetworkTraits;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.NetworkMember;
import p2pgossip.testing.Recorder;
import p2pgossip.topology.Topology;

class SwarmTest {

  private static final PeerSettings QUICK =
      PeerSettings.DEFAULT.withPeriod(Duration.ofMillis(100)).withSentences(false);

  private final PeerRuntime runtime = new PeerRuntime(_ -> "gossip", 1);
  private final Watcher watcher = new Watcher();
  private final List<Swarm> swarms = new ArrayList<>();

  @AfterEach
  void end() {
    swarms.forEach(Swarm::close);
    runtime.close();
  }

  @Test
  void eachPeerKnowsItsNeighborsInTheTopologyOnly() throws IOException {
    Swarm swarm = start(5, "ring", QUICK);

    List<PeerAddress> all = swarm.peers();
    for (int i = 0; i < 5; i++) {
      PeerAddress left = all.get((i + 4) % 5);
      PeerAddress right = all.get((i + 1) % 5);
      RunningPeer peer = peer(swarm, all.get(i));
      await()
          .untilAsserted(
              () ->
                  assertThat(peer.knownPeers().healthy())
                      .extracting(neighbor -> neighbor.address())
                      .containsExactlyInAnyOrder(left, right));
    }
  }

  @Test
  void aPeerHasRoomForAllItsNeighboursInTheTopology() throws IOException {
    int usual = PeerSettings.DEFAULT.maxPeers();
    SwarmPlan plan =
        new SwarmPlan(usual + 4, Topology.parse("star"), QUICK.withPeriod(Duration.ofHours(1)), 1)
            .withFirstPort(0);
    Swarm swarm = start(plan);

    await().atMost(Duration.ofSeconds(30)).until(() -> swarm.unconnected() == 0);
    assertThat(peer(swarm, swarm.peers().getFirst()).knownPeers().healthy()).hasSize(usual + 3);
  }

  @Test
  void membersAreNumberedInTheOrderOfTheirPortsAndTheLastAreOriginal() throws IOException {
    Swarm swarm =
        start(new SwarmPlan(4, 1, Topology.parse("line"), QUICK, 1, 18_200, null, List.of()));

    assertThat(swarm.members())
        .extracting(NetworkMember::number, NetworkMember::original, NetworkMember::running)
        .containsExactly(
            tuple(1, false, true),
            tuple(2, false, true),
            tuple(3, false, true),
            tuple(4, true, true));
    assertThat(swarm.peers()).isSorted();
    RunningPeer original = peer(swarm, swarm.peers().getLast());
    assertThat(original.self().offers()).isEmpty();
  }

  @Test
  void aRumorThatIsToldAnywhereBeginsAtAPeerThatKnowsRumors() throws IOException {
    Swarm swarm = start(new SwarmPlan(3, 2, Topology.parse("line"), QUICK, 1, 0, null, List.of()));

    assertThat(swarm.spreadAnywhere("a rumour")).isNotNull();
    assertThat(watcher.hearers).containsExactly(swarm.peers().getFirst());

    swarm.kill(swarm.peers().getFirst());
    assertThat(swarm.spreadAnywhere("nobody is there who knows rumours")).isNull();
  }

  @Test
  void aSwarmJoinsAPeerThatRuns() throws IOException {
    try (RunningPeer there =
        RunningPeer.start(new PeerConfig(0, null, QUICK, List.of()), runtime, _ -> {})) {
      Swarm swarm =
          start(
              new SwarmPlan(
                  3, 0, Topology.parse("line"), QUICK, 1, 0, null, List.of(there.address())));

      await()
          .untilAsserted(
              () ->
                  assertThat(there.knownPeers().healthy())
                      .extracting(neighbor -> neighbor.address())
                      .containsExactly(swarm.peers().getFirst()));
    }
  }

  @Test
  void eachStepOfAPausedSwarmIsOnePeriod() throws IOException {
    Swarm swarm = start(3, "complete", QUICK.withPaused(true));

    swarm.stepPeriod();

    assertThat(watcher.periods).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void changedSettingsApplyToAllAndToPeersThatStartLater() throws Exception {
    Swarm swarm = start(3, "line", QUICK.withPaused(true));
    Spreading flood = Spreading.DEFAULT.withStrategy(Strategy.FLOOD);

    swarm.change(settings -> settings.withSpreading(flood));
    NetworkMember fourth = swarm.add(2).get(10, TimeUnit.SECONDS);

    assertThat(swarm.peers()).hasSize(4).contains(fourth.address());
    assertThat(swarm.peers())
        .allSatisfy(
            member ->
                assertThat(peer(swarm, member).settings())
                    .isEqualTo(QUICK.withPaused(true).withSpreading(flood)));
  }

  @Test
  void aMemberHasAsManyNeighborsAsTheTopologyGivesItOnAverage() throws IOException {
    assertThat(start(5, "complete", QUICK).usualNeighbors()).isEqualTo(4);
    assertThat(start(5, "line", QUICK).usualNeighbors()).isEqualTo(2);
    assertThat(start(1, "line", QUICK).usualNeighbors()).isEqualTo(1);
  }

  @Test
  void aKilledMemberRunsAgainAtItsPortWithItsNeighbors() throws Exception {
    Swarm swarm = start(3, "complete", QUICK.withFailureLimit(1_000));
    PeerAddress second = swarm.peers().get(1);

    swarm.kill(second);

    assertThat(swarm.members())
        .extracting(NetworkMember::running)
        .containsExactly(true, false, true);
    assertThat(swarm.peer(second)).isNull();
    assertThat(swarm.spread(second, "nobody tells this")).isNull();

    NetworkMember again = swarm.restart(second).get(10, TimeUnit.SECONDS);

    assertThat(again).isEqualTo(new NetworkMember(2, second, false, true));
    await().until(() -> peer(swarm, second).knownPeers().healthy().size() == 2);
    assertThat(watcher.comings).containsSubsequence("joined 2", "ended 2", "joined 2");
  }

  @Test
  void membersThatForgotOneAnotherDuringAFaultConnectAgain() throws IOException {
    Swarm swarm = start(3, "line", QUICK.withSentences(true));
    await().until(() -> knownTo(swarm, 0) == 1 && knownTo(swarm, 1) == 2);
    Fault<PeerAddress> partition = firstFromTheRest(swarm);
    assertThat(runtime.faults().begin(partition)).isTrue();
    await().until(() -> knownTo(swarm, 0) == 0 && knownTo(swarm, 1) == 1);

    assertThat(runtime.faults().end(partition)).isTrue();
    swarm.reconnect();

    await().until(() -> knownTo(swarm, 0) == 1 && knownTo(swarm, 1) == 2);
  }

  private static Fault<PeerAddress> firstFromTheRest(Swarm swarm) {
    List<PeerAddress> all = swarm.peers();
    return new Fault.Partition<>(
        List.of(Set.of(all.getFirst()), Set.copyOf(all.subList(1, all.size()))));
  }

  private static int knownTo(Swarm swarm, int index) {
    return peer(swarm, swarm.peers().get(index)).knownPeers().healthy().size();
  }

  @Test
  void aMemberThatLeavesIsForgottenByAll() throws Exception {
    Swarm swarm = start(3, "complete", QUICK);
    PeerAddress third = swarm.peers().getLast();
    await().until(() -> peer(swarm, third).knownPeers().healthy().size() == 2);

    swarm.leave(third).get(10, TimeUnit.SECONDS);

    await()
        .untilAsserted(
            () ->
                assertThat(watcher.left)
                    .containsExactlyInAnyOrderElementsOf(swarm.peers())
                    .hasSize(2));
  }

  @Test
  void restartingAFrozenMemberEndsItsFreeze() throws Exception {
    Swarm swarm = start(2, "line", QUICK);
    PeerAddress first = swarm.peers().getFirst();

    assertThat(runtime.faults().begin(new Fault.Freeze<>(first))).isTrue();
    swarm.restart(first).get(10, TimeUnit.SECONDS);

    assertThat(runtime.faults().inForce().faults()).isEmpty();
  }

  @Test
  void fiftyPeersStartAndConnect() throws IOException {
    Recorder<Integer> progress = new Recorder<>();
    Swarm swarm =
        Swarm.start(
            plan(50, "small-world", QUICK.withPeriod(Duration.ofSeconds(1))),
            runtime,
            watcher,
            progress::accept,
            () -> false);
    swarms.add(swarm);

    assertThat(progress.all()).hasSize(50).isSorted();
    await()
        .until(
            () ->
                swarm.peers().stream()
                    .allMatch(
                        member ->
                            peer(swarm, member).knownPeers().healthy().size()
                                == swarm.linksOf(member)));
  }

  @Test
  void aCancelledStartLeavesNoPeerRunning() {
    Recorder<Integer> progress = new Recorder<>();

    assertThatThrownBy(
            () ->
                Swarm.start(
                    plan(20, "ring", QUICK),
                    runtime,
                    watcher,
                    progress::accept,
                    () -> progress.size() == 3))
        .isInstanceOf(CancellationException.class);

    assertThat(progress).containsExactly(1, 2, 3);
    assertThat(watcher.running).isEmpty();
  }

  @Test
  void closingEndsAllAndMayBeRepeated() throws IOException {
    Swarm swarm = start(20, "ring", QUICK);

    swarm.close();
    swarm.close();

    assertThat(swarm.peers()).isEmpty();
    assertThat(watcher.running).isEmpty();
    assertThat(swarm.members()).noneMatch(NetworkMember::running);
  }

  private Swarm start(int peers, String topology, PeerSettings settings) throws IOException {
    return start(plan(peers, topology, settings));
  }

  private static SwarmPlan plan(int peers, String topology, PeerSettings settings) {
    return new SwarmPlan(peers, 0, Topology.parse(topology), settings, 1, 0, null, List.of());
  }

  private Swarm start(SwarmPlan plan) throws IOException {
    Swarm swarm = Swarm.start(plan, runtime, watcher, _ -> {}, () -> false);
    swarms.add(swarm);
    return swarm;
  }

  private static RunningPeer peer(Swarm swarm, PeerAddress address) {
    RunningPeer peer = swarm.peer(address);
    assertThat(peer).isNotNull();
    return peer;
  }

  private static final class Watcher implements NetworkListener {
    private final Recorder<String> comings = new Recorder<>();
    private final Recorder<PeerAddress> hearers = new Recorder<>();
    private final Recorder<PeerAddress> left = new Recorder<>();
    private final Recorder<PeerAddress> periods = new Recorder<>();
    private final ConcurrentMap<PeerAddress, Boolean> running = new ConcurrentHashMap<>();

    @Override
    public void joined(NetworkMember member, PeerSettings settings) {
      comings.accept("joined " + member.number());
      running.put(member.address(), true);
    }

    @Override
    public void ended(NetworkMember member) {
      comings.accept("ended " + member.number());
      running.remove(member.address());
    }

    @Override
    public void happened(PeerAddress member, GossipEvent event) {
      switch (event) {
        case GossipEvent.RumorHeard _ -> hearers.accept(member);
        case GossipEvent.PeerLeft _ -> left.accept(member);
        case GossipEvent.PeriodBegan _ -> periods.accept(member);
        default -> {
          // Other events don't matter here.
        }
      }
    }
  }

  @Test
  void peersHaveTheNamesOfTheirNumbersAndOriginalsNone() throws IOException {
    SwarmPlan plan =
        new SwarmPlan(
            3,
            1,
            Topology.parse("complete"),
            QUICK,
            1,
            0,
            null,
            List.of(),
            null,
            Run.Time.REAL,
            NetworkTraits.NONE.withNames(NameChoice.LETTERS));
    Swarm swarm = start(plan);

    assertThat(swarm.peers())
        .extracting(address -> peer(swarm, address).self().name())
        .containsExactly(new PeerName("A"), new PeerName("B"), null);
  }
}
