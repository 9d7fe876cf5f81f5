package p2pgossip.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.net.password.Password;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Observation;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadFigures;
import p2pgossip.network.WholeNetwork;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;

/// Two processes, as far as peers can tell: each has a runtime of its own. The watch is in the
/// first.
class NetworkWatchTest {

  private static final PeerSettings QUIET =
      PeerSettings.DEFAULT.withPeriod(Duration.ofMillis(100)).withSentences(false);
  private static final PeerSettings FLOODING =
      QUIET.withSpreading(Spreading.DEFAULT.withStrategy(Strategy.FLOOD));

  private static final WatchLimits QUICK = quick(256, 50_000, 10_000);

  private final PeerRuntime here = new PeerRuntime(random -> "gossip", 1);
  private final PeerRuntime there = new PeerRuntime(random -> "gossip", 2);
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final List<Observation> seen = new ArrayList<>();
  private final WholeNetwork network = new WholeNetwork();
  private long dropped;

  private static WatchLimits quick(int followed, int waiting, int waitingOfOne) {
    return new WatchLimits(
        followed,
        8,
        2_000,
        waiting,
        waiting,
        waitingOfOne,
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofMillis(20));
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : opened.reversed()) {
      one.close();
    }
    here.close();
    there.close();
  }

  private NetworkWatch watch(WatchLimits limits) {
    NetworkWatch watch = new NetworkWatch(here, limits, () -> {});
    opened.add(watch);
    return watch;
  }

  private RunningPeer start(PeerRuntime runtime, PeerSettings settings, RunningPeer... targets)
      throws IOException {
    return start(runtime, new PeerConfig(0, null, settings, addresses(targets)));
  }

  private RunningPeer start(PeerRuntime runtime, PeerConfig config) throws IOException {
    RunningPeer peer = RunningPeer.start(config, runtime, event -> {});
    opened.add(peer);
    return peer;
  }

  private static List<PeerAddress> addresses(RunningPeer... peers) {
    return Arrays.stream(peers).map(RunningPeer::address).toList();
  }

  private void take(NetworkWatch watch) {
    Gathered gathered = watch.take();
    dropped += gathered.dropped();
    seen.addAll(gathered.observations());
    gathered.observations().forEach(network::note);
  }

  private void awaitSeen(NetworkWatch watch, Predicate<Observation> wanted) {
    await()
        .until(
            () -> {
              take(watch);
              return seen.stream().anyMatch(wanted);
            });
  }

  private static Predicate<Observation> sightOf(RunningPeer peer) {
    return it ->
        it instanceof Observation.Seen(var _, var snapshot)
            && snapshot.address().equals(peer.address());
  }

  private static Predicate<Observation> lossOf(RunningPeer peer) {
    return it -> it instanceof Observation.LostSight lost && lost.observer().equals(peer.address());
  }

  private static Predicate<Observation> hearingAt(RunningPeer peer, RumorId rumor) {
    return it ->
        it
                instanceof
                Observation.Happened(
                    var _,
                    PeerAddress observer,
                    GossipEvent.RumorHeard(var _, var copy, var _, boolean _))
            && observer.equals(peer.address())
            && copy.rumor().id().equals(rumor);
  }

  private Spread spread(RumorId rumor) {
    return network.spreads(List.of(rumor)).getFirst();
  }

  @Test
  void seesTheStateOfAPeerOfThisProcessAndThenItsEvents() throws IOException {
    NetworkWatch watch = watch(QUICK);
    RunningPeer ann = start(here, QUIET);
    watch.add(ann);
    RumorId rumor = ann.spread("Have you heard?");
    take(watch);

    assertThat(seen.getFirst()).matches(sightOf(ann));
    assertThat(seen).anyMatch(hearingAt(ann, rumor));
    assertThat(spread(rumor).arrivals()).containsOnlyKeys(ann.address());
  }

  @Test
  void announcesObservationsOnceUntilTheyAreTaken() throws IOException {
    AtomicInteger told = new AtomicInteger();
    RunningPeer ann = start(here, QUIET.withPaused(true));
    NetworkWatch watch = new NetworkWatch(here, QUICK, told::incrementAndGet);
    opened.add(watch);
    watch.add(ann);
    ann.spread("One");
    ann.spread("Two");
    assertThat(told).hasValue(1);

    watch.take();
    ann.spread("Three");
    assertThat(told).hasValue(2);
  }

  @Test
  void seesTheEndOfAPeerOfThisProcess() throws IOException {
    NetworkWatch watch = watch(QUICK);
    RunningPeer ann = start(here, QUIET);
    watch.add(ann);
    ann.close();
    take(watch);

    assertThat(network.peer(ann.address()))
        .isNotNull()
        .matches(peer -> !peer.running(), "it does not run");
  }

  @Test
  void followsAPeerOfAnotherProcess() throws IOException {
    NetworkWatch watch = watch(QUICK);
    RunningPeer bob = start(there, QUIET);
    watch.follow(addresses(bob));
    awaitSeen(watch, sightOf(bob));

    RumorId rumor = bob.spread("Have you heard?");
    awaitSeen(watch, hearingAt(bob, rumor));
    assertThat(watch.followed()).isEqualTo(1);
    assertThat(spread(rumor).arrivals()).containsOnlyKeys(bob.address());
  }

  @Test
  void combinesWhatBothEndsSawOfACopyEvenBetweenProcesses() throws IOException {
    NetworkWatch watch = watch(QUICK);
    RunningPeer ann = start(here, FLOODING);
    RunningPeer bob = start(there, FLOODING, ann);
    RunningPeer eve = start(there, FLOODING, bob);
    watch.add(ann);
    watch.follow(addresses(bob, eve));
    awaitSeen(watch, sightOf(bob));
    awaitSeen(watch, sightOf(eve));
    await().until(() -> ann.knownPeers().size() == 1 && bob.knownPeers().size() == 2);
    await().until(() -> bob.knownPeers().healthy().size() == 2);
    await().until(() -> ann.knownPeers().healthy().size() == 1);
    RumorId rumor = ann.spread("Have you heard?");
    awaitSeen(watch, hearingAt(eve, rumor));
    awaitSeen(
        watch,
        it ->
            it instanceof Observation.Happened happened
                && happened.observer().equals(bob.address())
                && happened.event() instanceof GossipEvent.CopyDelivered);

    assertThat(spread(rumor).arrivals())
        .containsOnlyKeys(ann.address(), bob.address(), eve.address());
    assertThat(spread(rumor).trips())
        .extracting(CopyTrip::from, CopyTrip::to, CopyTrip::hops, CopyTrip::fate)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                ann.address(), bob.address(), 1, CopyTrip.Fate.NEWS),
            org.assertj.core.groups.Tuple.tuple(
                bob.address(), eve.address(), 2, CopyTrip.Fate.NEWS));
    assertThat(SpreadFigures.of(spread(rumor)))
        .extracting(
            SpreadFigures::reached,
            SpreadFigures::population,
            SpreadFigures::copies,
            SpreadFigures::redundancy)
        .containsExactly(3, 3, 2L, 0.0);
  }

  @Test
  void doesNotFollowAPeerThatOffersNoEvents() throws IOException {
    NetworkWatch watch = watch(QUICK);
    RunningPeer original = start(there, new PeerConfig(0, null, QUIET, List.of(), true));
    RunningPeer bob = start(there, QUIET);
    watch.follow(addresses(original, bob));
    awaitSeen(watch, sightOf(bob));

    assertThat(watch.followed()).isEqualTo(1);
    assertThat(seen).noneMatch(sightOf(original));
  }

  @Test
  void losesSightOfAPeerThatDiesAndFindsItAgainWhenItIsBack() throws IOException {
    NetworkWatch watch = watch(QUICK);
    RunningPeer bob = start(there, QUIET);
    watch.follow(addresses(bob));
    awaitSeen(watch, sightOf(bob));
    bob.kill();
    awaitSeen(watch, lossOf(bob));
    seen.clear();

    start(there, new PeerConfig(bob.address().port(), null, QUIET, List.of()));
    awaitSeen(watch, sightOf(bob));
    assertThat(network.peer(bob.address()))
        .isNotNull()
        .matches(peer -> peer.running() && peer.watched(), "it runs and is watched");
  }

  @Test
  void triesAPeerThatRefusesItsPasswordOnlyWithAnother() throws IOException {
    Password right = Password.of("open sesame");
    AtomicInteger turnedAway = new AtomicInteger();
    RunningPeer bob =
        RunningPeer.start(
            new PeerConfig(0, null, QUIET, List.of()).withPassword(right),
            there,
            event -> {
              if (event instanceof GossipEvent.CallerTurnedAway) {
                turnedAway.incrementAndGet();
              }
            });
    opened.add(bob);
    RunningPeer ann =
        start(
            here,
            new PeerConfig(0, null, QUIET, List.of()).withPassword(Password.of("open barley")));
    NetworkWatch watch = watch(patient());
    watch.add(ann);
    try (ServerSocket other = new ServerSocket(0, 50, ann.address().ip())) {
      watch.follow(
          List.of(bob.address(), new PeerAddress(ann.address().ip(), other.getLocalPort())));
      await().until(() -> turnedAway.get() == 1);
      // A peer that merely hangs up is tried again and again.
      for (int tries = 0; tries < 4; tries++) {
        other.accept().close();
      }
    }
    assertThat(turnedAway).hasValue(1);

    ann.givePassword(right);
    awaitSeen(watch, sightOf(bob));
  }

  /// A peer that is tried for no other reason than time is not tried again in a test.
  private static WatchLimits patient() {
    return new WatchLimits(
        256,
        8,
        2_000,
        50_000,
        20_000,
        10_000,
        Duration.ofMillis(50),
        Duration.ofHours(1),
        Duration.ofMillis(20));
  }

  @Test
  void stopsFollowingAPeerThatIsNotVisible() throws IOException {
    NetworkWatch watch = watch(QUICK);
    RunningPeer bob = start(there, QUIET);
    watch.follow(addresses(bob));
    awaitSeen(watch, sightOf(bob));

    watch.follow(List.of());
    awaitSeen(watch, lossOf(bob));
    assertThat(watch.followed()).isZero();
    await().until(() -> here.streams().count() == 0);
  }

  @Test
  void followsNoMoreThanTheLimit() throws IOException {
    NetworkWatch watch = watch(quick(1, 50_000, 10_000));
    RunningPeer bob = start(there, QUIET);
    RunningPeer eve = start(there, QUIET);
    watch.follow(addresses(bob, eve));
    awaitSeen(watch, sightOf(bob));
    assertThat(watch.followed()).isEqualTo(1);
    assertThat(seen).noneMatch(sightOf(eve));

    watch.follow(addresses(eve));
    awaitSeen(watch, sightOf(eve));
  }

  @Test
  void prefersToWatchAPeerOfThisProcessItself() throws IOException {
    NetworkWatch watch = watch(QUICK);
    RunningPeer ann = start(here, QUIET);
    watch.follow(addresses(ann));
    awaitSeen(watch, sightOf(ann));
    watch.add(ann);
    watch.follow(addresses(ann));
    take(watch);

    assertThat(watch.followed()).isZero();
    assertThat(network.peer(ann.address()))
        .isNotNull()
        .matches(peer -> peer.watched(), "it is watched");
  }

  @Test
  void readsAPeerAnewIfObservationsWereDropped() throws IOException {
    NetworkWatch watch = watch(quick(256, 10, 10));
    RunningPeer ann = start(here, QUIET.withPaused(true));
    watch.add(ann);
    for (int i = 0; i < 30; i++) {
      ann.spread("Rumour " + i);
    }
    take(watch);
    assertThat(dropped).isEqualTo(21);
    assertThat(seen).hasSize(10).noneMatch(sightOf(ann));

    awaitSeen(watch, sightOf(ann));
    assertThat(network.rumors()).hasSize(30);
  }

  @Test
  void readsAPeerOfAnotherProcessAnewIfObservationsWereDropped() throws IOException {
    NetworkWatch watch = watch(quick(256, 50_000, 10));
    RunningPeer bob = start(there, QUIET.withPaused(true));
    watch.follow(addresses(bob));
    awaitSeen(watch, sightOf(bob));
    seen.clear();
    for (int i = 0; i < 30; i++) {
      bob.spread("Rumour " + i);
    }
    awaitSeen(watch, sightOf(bob));

    assertThat(network.rumors()).hasSize(30);
  }

  @Test
  void tellsWhichFaultsAreInForce() {
    Fault<PeerAddress> everywhere = new Fault.Loss<>(new Path.Everywhere<>(), 0.5);
    here.faults().begin(everywhere);
    NetworkWatch watch = watch(QUICK);
    take(watch);
    assertThat(network.faults()).containsExactly(everywhere);

    here.faults().endAll();
    take(watch);
    assertThat(network.faults()).isEmpty();
  }

  @Test
  void watchesNoPeerOnceItIsClosed() throws IOException {
    NetworkWatch watch = watch(QUICK);
    RunningPeer ann = start(here, QUIET);
    RunningPeer bob = start(there, QUIET);
    watch.add(ann);
    watch.follow(addresses(bob));
    awaitSeen(watch, sightOf(bob));
    watch.close();
    watch.close();
    take(watch);
    seen.clear();

    ann.spread("Unheard of");
    here.faults().begin(new Fault.Freeze<>(ann.address()));
    watch.add(ann);
    watch.follow(addresses(bob));
    take(watch);

    assertThat(seen).isEmpty();
    await().until(() -> here.streams().count() == 0);
  }

  @Test
  void followsTheFirstIfTooManyAreVisible() throws IOException {
    RunningPeer first = start(there, PeerSettings.DEFAULT);
    RunningPeer second = start(there, PeerSettings.DEFAULT);
    WatchLimits one =
        new WatchLimits(
            10,
            1,
            1,
            1_000,
            1_000,
            1_000,
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            Duration.ofMillis(20));
    NetworkWatch watch = watch(one);

    watch.follow(List.of(first.address(), second.address()));
    awaitSeen(watch, sightOf(first));
    assertThat(seen).noneMatch(sightOf(second));
    watch.follow(List.of(second.address()));
    awaitSeen(watch, sightOf(second));

    assertThat(watch.followed()).isEqualTo(1);
  }

  @Test
  void aPeerThatHangsKeepsTheNextWaitingIfOnlyOneIsAskedAtATime() throws IOException {
    RunningPeer lively = start(there, PeerSettings.DEFAULT);
    try (ServerSocket hanging = new ServerSocket(0, 1, lively.address().ip())) {
      PeerAddress silent = new PeerAddress(lively.address().ip(), hanging.getLocalPort());
      NetworkWatch watch =
          watch(
              new WatchLimits(
                  10,
                  1,
                  10,
                  1_000,
                  1_000,
                  1_000,
                  Duration.ofMinutes(1),
                  Duration.ofMinutes(1),
                  Duration.ofMillis(20)));
      long begun = System.nanoTime();

      watch.follow(List.of(silent, lively.address()));
      awaitSeen(watch, sightOf(lively));

      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThanOrEqualTo(PeerRuntime.TIME_LIMIT);
    }
  }
}
