package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;

/// Flooding takes as many rounds as there are steps to the farthest peer, and 2m - (n - 1) copies
/// for m links and n peers: each peer passes a rumour on to all its neighbours, and each but the
/// origin leaves out the one that it heard it from.
class FloodingTheoryTest {

  private record Link(int one, int other) {}

  private record Wiring(String name, int peers, Set<Link> links) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Wiring> wirings() {
    Stream<Wiring> regular =
        Stream.of(ring(9), ring(12), grid(4, 6), grid(1, 7), tree(2, 15), tree(3, 21));
    return Stream.concat(
        regular, Stream.iterate(1L, seed -> seed + 1).limit(12).map(seed -> random(20, 15, seed)));
  }

  @ParameterizedTest
  @MethodSource("wirings")
  void roundsAreTheEccentricityOfTheOriginAndCopiesTwiceTheLinksLessThePeersReached(Wiring wiring) {
    PeerSettings settings =
        PeerSettings.DEFAULT
            .withPaused(true)
            .withSentences(false)
            .withSpreading(Spreading.DEFAULT.withStrategy(Strategy.FLOOD));
    SimulatedNetwork network = new SimulatedNetwork(wiring.peers(), settings, 1);
    wiring.links().forEach(link -> network.connect(link.one(), link.other()));
    network.pass(Duration.ofMillis(100));
    SynchronousRounds rounds = new SynchronousRounds(network);

    for (int origin = 0; origin < wiring.peers(); origin++) {
      RumorId rumor = network.tell(origin, "the tram is late");
      int taken = rounds.untilAllHaveHeard(rumor);
      rounds.untilNobodySpreads();

      assertThat(taken).isEqualTo(eccentricity(wiring, origin));
      assertThat(network.log().copies(rumor))
          .isEqualTo(2 * wiring.links().size() - (wiring.peers() - 1));
    }
  }

  @ParameterizedTest
  @MethodSource("wirings")
  void copiesAreTheSameWhereTheyTravelAtOnce(Wiring wiring) {
    PeerSettings settings =
        PeerSettings.DEFAULT
            .withSentences(false)
            .withSpreading(Spreading.DEFAULT.withStrategy(Strategy.FLOOD));
    SimulatedNetwork network = new SimulatedNetwork(wiring.peers(), settings, 1);
    wiring.links().forEach(link -> network.connect(link.one(), link.other()));
    network.pass(Duration.ofMillis(100));

    RumorId rumor = network.tell(0, "the tram is late");
    network.pass(Duration.ofSeconds(10));

    assertThat(network.log().hearers(rumor)).hasSize(wiring.peers());
    assertThat(network.log().copies(rumor))
        .isEqualTo(2 * wiring.links().size() - (wiring.peers() - 1));
  }

  private static Wiring ring(int peers) {
    Set<Link> links = new HashSet<>();
    for (int i = 0; i < peers; i++) {
      links.add(new Link(i, (i + 1) % peers));
    }
    return new Wiring("ring of " + peers, peers, links);
  }

  private static Wiring grid(int rows, int columns) {
    Set<Link> links = new HashSet<>();
    for (int i = 0; i < rows * columns; i++) {
      if ((i + 1) % columns != 0) {
        links.add(new Link(i, i + 1));
      }
      if (i + columns < rows * columns) {
        links.add(new Link(i, i + columns));
      }
    }
    return new Wiring("grid of " + rows + " by " + columns, rows * columns, links);
  }

  private static Wiring tree(int branches, int peers) {
    Set<Link> links = new HashSet<>();
    for (int i = 1; i < peers; i++) {
      links.add(new Link((i - 1) / branches, i));
    }
    return new Wiring("tree of " + peers + " with " + branches + " branches", peers, links);
  }

  /// A random tree, which connects all peers, with some more links.
  private static Wiring random(int peers, int more, long seed) {
    Random random = new Random(seed);
    Set<Link> links = new HashSet<>();
    for (int i = 1; i < peers; i++) {
      links.add(new Link(random.nextInt(i), i));
    }
    while (links.size() < peers - 1 + more) {
      int one = random.nextInt(peers);
      int other = random.nextInt(peers);
      if (one < other) {
        links.add(new Link(one, other));
      }
    }
    return new Wiring("random " + seed, peers, links);
  }

  private static int eccentricity(Wiring wiring, int origin) {
    int[] distance = new int[wiring.peers()];
    Arrays.fill(distance, -1);
    distance[origin] = 0;
    Queue<Integer> open = new ArrayDeque<>(List.of(origin));
    while (!open.isEmpty()) {
      int at = open.remove();
      for (Link link : wiring.links()) {
        int next = link.one() == at ? link.other() : link.other() == at ? link.one() : -1;
        if (next >= 0 && distance[next] < 0) {
          distance[next] = distance[at] + 1;
          open.add(next);
        }
      }
    }
    return Arrays.stream(distance).max().orElseThrow();
  }
}
