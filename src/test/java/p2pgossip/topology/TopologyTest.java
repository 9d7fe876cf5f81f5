package p2pgossip.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyTest {

  /// Every form that takes any number of peers, with its usual parameters, and some at their
  /// bounds.
  private static final List<String> LABELS =
      Stream.concat(
              TopologyForms.ALL.stream()
                  .filter(form -> form != FromFile.FORM)
                  .map(TopologyForm::example),
              Stream.of("random:1", "small-world:2:1", "scale-free:1", "tree:1"))
          .toList();

  @ParameterizedTest
  @FieldSource("LABELS")
  void everyNumberOfPeersHangsTogetherWithoutDoubleEdges(String label) {
    for (int peers = 1; peers <= 40; peers++) {
      List<Edge> edges = edges(label, peers);

      assertThat(reachedFromTheFirst(edges)).hasSize(peers);
      assertThat(edges.stream().map(TopologyTest::ends)).doesNotHaveDuplicates();
      assertThat(edges.stream().flatMap(edge -> Stream.of(edge.from(), edge.to())))
          .allMatch(within(peers)::contains);
    }
  }

  @ParameterizedTest
  @FieldSource("LABELS")
  void theSameSeedGivesTheSameEdges(String label) {
    assertThat(edges(label, 30)).isEqualTo(edges(label, 30));
  }

  @ParameterizedTest
  @FieldSource("LABELS")
  void aLabelIsReadAsWhatItWasWrittenFor(String label) {
    assertThat(Topology.parse(label).label()).isEqualTo(label);
  }

  @ParameterizedTest
  @FieldSource("LABELS")
  void everyPeerHasAPlaceOfItsOwnInTheUnitSquare(String label) {
    Topology topology = Topology.parse(label);
    for (int peers = 1; peers <= 40; peers++) {
      Places places = topology.places(peers, topology.edges(peers, new SplittableRandom(7)));

      assertThat(places.size()).isEqualTo(peers);
      assertThat(
              IntStream.range(0, peers).mapToObj(peer -> List.of(places.x(peer), places.y(peer))))
          .doesNotHaveDuplicates()
          .allSatisfy(place -> assertThat(place).allMatch(at -> at >= 0 && at <= 1));
    }
  }

  @Test
  void everyFormHasANameATitleAndASentenceOfItsOwn() {
    assertThat(TopologyForms.ALL).extracting(TopologyForm::name).doesNotHaveDuplicates();
    assertThat(TopologyForms.ALL).extracting(TopologyForm::title).doesNotHaveDuplicates();
    assertThat(TopologyForms.ALL)
        .extracting(TopologyForm::sentence)
        .doesNotHaveDuplicates()
        .allMatch(sentence -> sentence.endsWith("."));
  }

  /// Their tables are written by hand; the flag's help and the menu are made from the list.
  @ParameterizedTest
  @ValueSource(strings = {"GUIDE.md", "SCENARIOS.md"})
  void theDocumentsNameEveryForm(String document) throws IOException {
    String text = Files.readString(Path.of("assets", document));

    assertThat(TopologyForms.ALL)
        .extracting(TopologyForm::example)
        .allSatisfy(label -> assertThat(text.contains("`" + label + "`")).as(label).isTrue());
  }

  @ParameterizedTest
  @CsvSource({
    "line, 23",
    "ring, 24",
    "star, 23",
    "tree:3, 23",
    "complete, 276",
    "small-world:4:0.1, 48",
    "scale-free:2, 45"
  })
  void twentyFourPeersHaveAsManyEdgesAsTheFormAsksFor(String label, int edges) {
    assertThat(edges(label, 24)).hasSize(edges);
  }

  @Test
  void aStarHasTheFirstPeerInTheMiddle() {
    assertThat(edges("star", 5)).allMatch(edge -> edge.from() == 0 || edge.to() == 0);
  }

  @Test
  void aGridOfSevenHasAShorterLastRow() {
    assertThat(edges("grid", 7).stream().map(TopologyTest::ends))
        .containsExactlyInAnyOrder(
            Set.of(0, 1),
            Set.of(1, 2),
            Set.of(3, 4),
            Set.of(4, 5),
            Set.of(0, 3),
            Set.of(1, 4),
            Set.of(2, 5),
            Set.of(3, 6));
  }

  @Test
  void inATorusEachPeerHasTwoNeighborsInItsRowAndTwoInItsColumn() {
    List<Edge> edges = edges("torus", 9);

    assertThat(edges).hasSize(18);
    assertThat(neighbors(edges, 0)).containsExactly(1, 2, 3, 6);
    assertThat(neighbors(edges, 4)).containsExactly(1, 3, 5, 7);
    assertThat(neighbors(edges, 8)).containsExactly(2, 5, 6, 7);
  }

  @Test
  void aTorusIsCrossedInHalfTheStepsOfAGrid() {
    assertThat(farthest(edges("grid", 64))).isEqualTo(14);
    assertThat(farthest(edges("torus", 64))).isEqualTo(8);
  }

  /// The rows are 0 to 4, 5 to 9, 10 to 14, 15 to 19 and 20 to 23.
  @Test
  void theShorterLastRowOfATorusIsClosedAndSoAreTheColumnsThatItDoesNotReach() {
    List<Edge> edges = edges("torus", 24);

    assertThat(neighbors(edges, 23)).containsExactly(3, 18, 20, 22);
    assertThat(neighbors(edges, 4)).containsExactly(0, 3, 9, 19);
    assertThat(edges).hasSize(48);
  }

  @Test
  void aTorusOfFewHasNoDoubleEdges() {
    assertThat(edges("torus", 2)).containsExactly(new Edge(0, 1));
    assertThat(edges("torus", 4).stream().map(TopologyTest::ends))
        .containsExactlyInAnyOrder(Set.of(0, 1), Set.of(2, 3), Set.of(0, 2), Set.of(1, 3));
    assertThat(neighbors(edges("torus", 7), 6)).containsExactly(0, 3);
  }

  @Test
  void inARandomNetworkEachPeerAsksAsManyAsItChose() {
    List<Edge> edges = edges("random:3", 40);

    assertThat(edges).hasSizeBetween(40 * 3 / 2, 40 * 3);
    assertThat(IntStream.range(0, 40))
        .allMatch(peer -> edges.stream().filter(edge -> ends(edge).contains(peer)).count() >= 3);
  }

  @Test
  void aSmallWorldWithoutRewiringIsALatticeAndWithSomeIsShorter() {
    assertThat(farthest(edges("small-world:4:0", 60))).isEqualTo(15);
    assertThat(farthest(edges("small-world:4:0.3", 60))).isLessThan(15);
  }

  @Test
  void numbersThatAreLeftOutAreTheUsualOnes() {
    assertThat(Stream.of("tree", "random", "small-world", "small-world:6", "scale-free"))
        .map(label -> Topology.parse(label).label())
        .containsExactly(
            "tree:2", "random:3", "small-world:4:0.1", "small-world:6:0.1", "scale-free:2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "knot|there is no topology \"knot\"; there are line, ring, star, grid, torus, tree:2,"
            + " complete, random:3, small-world:4:0.1, scale-free:2 and file:PATH, the numbers to"
            + " be chosen or left out",
        "ring:3|\"ring:3\" has too many numbers: ring takes none",
        "tree:0|branches of a tree: 0 is not between 1 and 100",
        "tree:x|\"x\" in \"tree:x\" is not a whole number",
        "random:|\"\" in \"random:\" is not a whole number",
        "small-world:3|nearest neighbours: 3 is not an even number",
        "small-world:4:2|a chance of rewiring of 2.0 is not between 0 and 1",
        "small-world:4:often|\"often\" in \"small-world:4:often\" is not a number",
        "scale-free:2:3|\"scale-free:2:3\" has too many numbers: scale-free takes at most 1"
      })
  void aBadLabelIsRefusedInWords(String label, String words) {
    assertThatThrownBy(() -> Topology.parse(label))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }

  @ParameterizedTest
  @FieldSource("LABELS")
  void whoeverStartsLaterConnectsToThoseBefore(String label) {
    Edges edges = Topology.parse(label).edges(30, new SplittableRandom(7));

    int[][] targets = edges.targets(30);

    for (int peer = 0; peer < 30; peer++) {
      int later = peer;
      assertThat(targets[peer])
          .containsExactly(
              edges(label, 30).stream()
                  .filter(edge -> Math.max(edge.from(), edge.to()) == later)
                  .mapToInt(edge -> Math.min(edge.from(), edge.to()))
                  .toArray());
    }
  }

  @Test
  void moreEdgesThanAnArrayHoldsAreRefusedInWords() {
    assertThatThrownBy(() -> edges("complete", 100_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the network is too large: it takes an array of 4999950000 numbers, and none can have"
                + " more than 2147483639");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aNetworkOfNobodyIsRefused(int peers) {
    assertThatThrownBy(() -> edges("ring", peers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(peers + " peers are too few; there must be one or more");
  }

  private record Edge(int from, int to) {}

  private static List<Edge> edges(String label, int peers) {
    Edges edges = Topology.parse(label).edges(peers, new SplittableRandom(7));
    return IntStream.range(0, edges.size())
        .mapToObj(edge -> new Edge(edges.from(edge), edges.to(edge)))
        .toList();
  }

  private static Set<Integer> neighbors(List<Edge> edges, int peer) {
    return edges.stream()
        .filter(edge -> ends(edge).contains(peer))
        .map(edge -> edge.from() == peer ? edge.to() : edge.from())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Integer> ends(Edge edge) {
    return Set.of(edge.from(), edge.to());
  }

  private static Set<Integer> within(int peers) {
    return new TreeSet<>(IntStream.range(0, peers).boxed().toList());
  }

  private static Set<Integer> reachedFromTheFirst(List<Edge> edges) {
    Set<Integer> reached = new HashSet<>(Set.of(0));
    Deque<Integer> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      int peer = open.remove();
      for (Edge edge : edges) {
        if (ends(edge).contains(peer)) {
          int other = edge.from() == peer ? edge.to() : edge.from();
          if (reached.add(other)) {
            open.add(other);
          }
        }
      }
    }
    return reached;
  }

  /// The number of steps from the first peer to the farthest one.
  private static int farthest(List<Edge> edges) {
    Set<Integer> reached = new HashSet<>(Set.of(0));
    int steps = 0;
    while (true) {
      Set<Integer> before = Set.copyOf(reached);
      for (Edge edge : edges) {
        if (before.contains(edge.from()) || before.contains(edge.to())) {
          reached.addAll(ends(edge));
        }
      }
      if (reached.equals(before)) {
        return steps;
      }
      steps++;
    }
  }
}
