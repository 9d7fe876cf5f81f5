package p2pgossip.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.net.password.Password;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Observation;
import p2pgossip.network.SpreadFigures;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.RunningPeer;

/// What a watch sees of the peers of its own process and of another.
class NetworkWatchTest extends TwoProcesses {

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
}
