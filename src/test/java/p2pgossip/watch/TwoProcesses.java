package p2pgossip.watch;

import static p2pgossip.original.Patience.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Observation;
import p2pgossip.network.Spread;
import p2pgossip.network.WholeNetwork;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;

/// Two processes, as far as peers can tell: each has a runtime of its own. The watch is in the
/// first.
abstract class TwoProcesses {

  static final PeerSettings QUIET =
      PeerSettings.DEFAULT.withPeriod(Duration.ofMillis(100)).withSentences(false);
  static final PeerSettings FLOODING =
      QUIET.withSpreading(Spreading.DEFAULT.withStrategy(Strategy.FLOOD));

  static final WatchLimits QUICK = quick(256, 50_000, 10_000);

  final PeerRuntime here = new PeerRuntime(random -> "gossip", 1);
  final PeerRuntime there = new PeerRuntime(random -> "gossip", 2);
  final List<AutoCloseable> opened = new ArrayList<>();
  final List<Observation> seen = new ArrayList<>();
  final WholeNetwork network = new WholeNetwork();
  long dropped;

  static WatchLimits quick(int followed, int waiting, int waitingOfOne) {
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

  NetworkWatch watch(WatchLimits limits) {
    NetworkWatch watch = new NetworkWatch(here, limits, () -> {});
    opened.add(watch);
    return watch;
  }

  RunningPeer start(PeerRuntime runtime, PeerSettings settings, RunningPeer... targets)
      throws IOException {
    return start(runtime, new PeerConfig(0, null, settings, addresses(targets)));
  }

  RunningPeer start(PeerRuntime runtime, PeerConfig config) throws IOException {
    RunningPeer peer = RunningPeer.start(config, runtime, event -> {});
    opened.add(peer);
    return peer;
  }

  static List<PeerAddress> addresses(RunningPeer... peers) {
    return Arrays.stream(peers).map(RunningPeer::address).toList();
  }

  void take(NetworkWatch watch) {
    Gathered gathered = watch.take();
    dropped += gathered.dropped();
    seen.addAll(gathered.observations());
    gathered.observations().forEach(network::note);
  }

  void awaitSeen(NetworkWatch watch, Predicate<Observation> wanted) {
    await()
        .until(
            () -> {
              take(watch);
              return seen.stream().anyMatch(wanted);
            });
  }

  static Predicate<Observation> sightOf(RunningPeer peer) {
    return it ->
        it instanceof Observation.Seen(var _, var snapshot)
            && snapshot.address().equals(peer.address());
  }

  static Predicate<Observation> lossOf(RunningPeer peer) {
    return it -> it instanceof Observation.LostSight lost && lost.observer().equals(peer.address());
  }

  static Predicate<Observation> hearingAt(RunningPeer peer, RumorId rumor) {
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

  Spread spread(RumorId rumor) {
    return network.spreads(List.of(rumor)).getFirst();
  }

  /// A peer that is tried for no other reason than time is not tried again in a test.
  static WatchLimits patient() {
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
}
