package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.topology.Topology;

/// The same seed gives the same run in every version, whatever happens in it: faults of each kind,
/// peers that crash, leave, start again, are dropped or find no place, lists that are learned,
/// sentences, many rumours at a time, rumours that grow too old, and settings that change. The
/// hashes cover each event with all that it says, and at the end what each peer knows of each
/// other. Since every message draws its latency, they also cover each request that is no event.
///
/// Whoever changes what peers do, or when, puts the new hashes here. Nothing that is only made
/// faster may change them.
class EventfulTraceTest {

  private static final int PEERS = 14;

  private final MessageDigest digest = MessageDigest.getInstance("SHA-256");

  EventfulTraceTest() throws NoSuchAlgorithmException {}

  @ParameterizedTest
  @CsvSource({
    "direct, random:3, 256, false, false, 2e4f23b5f50f3cb0",
    "flood, random:3, 256, false, false, 998e03f6f369612e",
    "gossip1, random:3, 256, false, false, c2221fb10935cf2e",
    "push, random:3, 256, false, false, 22bb4019075e06f3",
    "pull, random:3, 256, false, false, 218f151312b9eae2",
    "push-pull, random:3, 256, false, false, cfb003e5bf709385",
    "anti-entropy, random:3, 256, false, false, ed489ca91781c8db",
    "anti-entropy, complete, 256, true, false, fec963c510ce15b8",
    "push-pull, star, 256, true, true, 2cb588dcdd6d6a01",
    "push-pull, random:3, 5, true, false, 0f1dc5ba8b76c0e6",
    "anti-entropy, ring, 7, true, true, 1256111cf0245c85",
    "gossip1, small-world:4:0.1, 6, false, true, 8779ca8d45abb08c"
  })
  void aSeedGivesTheRunThatItGaveInEarlierVersions(
      String strategy, String topology, int places, boolean update, boolean whole, String hash) {
    PeerSettings settings =
        PeerSettings.DEFAULT
            .withPeriod(Duration.ofMillis(500))
            .withUpdate(update)
            .withWholeNetwork(whole)
            .withMaxPeers(places)
            .withFailureLimit(2)
            .withSpreading(
                new Spreading(
                    Strategy.labelled(strategy),
                    2,
                    new Interest(Interest.End.COIN, Interest.Contacts.UNNECESSARY, 4),
                    9));
    SimulatedNetwork network =
        SimulatedNetwork.start(
            new SimulationPlan(PEERS, Topology.parse(topology), settings, 11),
            new VirtualTime(),
            (peer, event) -> add(peer + " " + said(event)));

    live(network);

    for (int peer = 0; peer < PEERS; peer++) {
      add(known(network, peer));
    }
    assertThat(HexFormat.of().formatHex(digest.digest())).startsWith(hash);
  }

  private static void live(SimulatedNetwork network) {
    network.pass(Duration.ofSeconds(2));
    network.tell(3, "the tram is late");
    network.pass(Duration.ofSeconds(1));
    network.faults().begin(new Fault.Loss<>(new Path.Everywhere<>(), 0.2));
    network
        .faults()
        .begin(
            new Fault.Delay<>(
                new Path.Around<>(Set.of(network.address(2))),
                Duration.ofMillis(300),
                Duration.ofMillis(200)));
    network.faults().begin(new Fault.Duplicate<>(new Path.Everywhere<>(), 0.2));
    network.tell(5, "it is over");
    network.pass(Duration.ofSeconds(4));
    network.faults().begin(new Fault.Freeze<>(network.address(7)));
    network.kill(network.address(5));
    var _ = network.leave(network.address(6));
    network.pass(Duration.ofSeconds(5));
    var _ = network.restart(network.address(5));
    drop(network, 1);
    network.tell(9, "the milk is sour");
    network.pass(Duration.ofSeconds(4));
    network.faults().endAll();
    network
        .faults()
        .begin(new Fault.Block<>(new Path.Between<>(network.address(0), network.address(1))));
    network
        .faults()
        .begin(new Fault.Partition<>(List.of(someOf(network, 0, 6), someOf(network, 6, 13))));
    network.change(
        it -> it.withSpreading(it.spreading().withStrategy(Strategy.labelled("push-pull"))));
    network.pass(Duration.ofSeconds(8));
    network.faults().endAll();
    var _ = network.restart(network.address(6));
    for (int rumor = 0; rumor < 300; rumor++) {
      network.tell(rumor % 3, "number " + rumor);
    }
    network.pass(Duration.ofSeconds(3));
    network.forgetRumors(network.address(4));
    network.stepPeriod();
    network.peer(8).drive(network.peer(8).engine()::sendNow);
    network.peer(8).drive(network.peer(8).engine()::retryUnreachable);
    network.change(network.address(10), it -> it.withPaused(true));
    network.change(network.address(11), it -> it.withUpdate(false).withWholeNetwork(true));
    network.pass(Duration.ofSeconds(2));
    network.change(it -> it.withPeriod(Duration.ofMinutes(1)).withPaused(false));
    network.pass(Duration.ofMinutes(11));
  }

  private static Set<PeerAddress> someOf(SimulatedNetwork network, int first, int end) {
    Set<PeerAddress> some = new TreeSet<>();
    for (int peer = first; peer < end; peer++) {
      some.add(network.address(peer));
    }
    return some;
  }

  /// Lets a peer drop its first neighbour.
  private static void drop(SimulatedNetwork network, int peer) {
    SimulatedPeer it = network.peer(peer);
    it.engine().knownPeers().all().stream()
        .map(Neighbor::address)
        .sorted()
        .findFirst()
        .ifPresent(first -> it.drive(now -> it.engine().disconnect(first, now)));
  }

  private void add(String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// All that an event says. Sets are sorted, since their order differs between two runs of Java.
  private static String said(GossipEvent event) {
    return switch (event) {
      case GossipEvent.Started(var at, var address, Peer self) ->
          "Started " + at + " " + address + " " + said(self);
      case GossipEvent.PeersReported(var at, var by, var peers) ->
          "PeersReported " + at + " " + by + " " + new TreeSet<>(peers);
      default -> event.toString();
    };
  }

  private static String said(Peer peer) {
    return peer.started() + " " + peer.period() + " " + new TreeSet<>(peer.offers());
  }

  private static String known(SimulatedNetwork network, int peer) {
    StringBuilder known = new StringBuilder();
    List<Neighbor> all =
        network.peer(peer).engine().knownPeers().all().stream()
            .sorted(Comparator.comparing(Neighbor::address))
            .toList();
    for (Neighbor it : all) {
      Peer said = it.peer();
      known
          .append(it.address())
          .append(said == null ? "" : said(said))
          .append(it.standing())
          .append(it.origin())
          .append(it.since())
          .append(it.bond())
          .append(it.messages())
          .append(it.health());
    }
    return known + " " + network.snapshot(peer).rumors();
  }
}
