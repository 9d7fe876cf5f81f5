package p2pgossip.ui.graph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;
import static p2pgossip.ui.graph.model.SampleNetwork.star;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import p2pgossip.network.Spread;
import p2pgossip.ui.graph.model.ShownSpread.Branch;
import p2pgossip.ui.hearing.HearingColor;
import p2pgossip.ui.theme.HearingRamp;

class ShownSpreadTest {

  private static final Branch FIRST = new Branch(peer(8080), peer(8081));
  private static final Branch SECOND = new Branch(peer(8081), peer(8082));

  private final PeerGraph graph = new PeerGraph();
  private final NetworkGraph network = new NetworkGraph(graph, new Random(1));
  private final ShownSpread shown = new ShownSpread();

  @BeforeEach
  void showThreePeers() {
    network.show(star(3));
  }

  private static SampleSpreads half() {
    return new SampleSpreads("r").heard(8081, 8080, 100, 1, 0);
  }

  private Map<Integer, @Nullable Tint> tints() {
    Map<Integer, @Nullable Tint> tints = new TreeMap<>();
    for (var node : network.peers()) {
      tints.put(node.address().port(), node.tint());
    }
    return tints;
  }

  @Test
  void fillsPeersThatHaveHeardItAndMarksTheOrigin() {
    shown.show(half().spread());
    shown.tint(network.peers());

    assertThat(tints())
        .containsEntry(8080, new Tint(0, true))
        .containsEntry(8081, new Tint(HearingRamp.STEPS - 1, false))
        .containsEntry(8082, Tint.NOT_YET)
        .containsEntry(8083, Tint.NOT_YET);
  }

  @Test
  void knowsTheTreeOfFirstCopies() {
    shown.show(half().heard(8082, 8081, 200, 2, 0).spread());
    shown.tint(network.peers());

    assertThat(shown.tree()).containsExactlyInAnyOrder(FIRST, SECOND);
  }

  @Test
  void goesBackWithARecordingThatIsPlayedFromEarlier() {
    shown.show(half().spread());
    shown.tint(network.peers());
    shown.show(new SampleSpreads("r").spread());
    shown.tint(network.peers());

    assertThat(tints()).containsEntry(8081, Tint.NOT_YET);
    assertThat(shown.tree()).isEmpty();
  }

  @Test
  void changesNothingIfNothingIsNew() {
    assertThat(shown.show(half().spread())).isTrue();
    assertThat(shown.show(half().spread())).isFalse();
    assertThat(shown.show(null)).isTrue();
    assertThat(shown.show(null)).isFalse();
  }

  @Test
  void leavesThePeersAsTheyWereOnceItIsOver() {
    shown.show(half().spread());
    shown.tint(network.peers());
    shown.show(null);
    shown.tint(network.peers());

    assertThat(tints().values()).containsOnlyNulls();
    assertThat(shown.tree()).isEmpty();
  }

  @Test
  void coloursByHops() {
    shown.show(half().spread());
    shown.setColoring(HearingColor.HOPS);
    shown.tint(network.peers());

    assertThat(tints()).containsEntry(8081, new Tint(HearingRamp.step(0.25), false));
  }

  private static Spread sending(long byOrigin, long byOther) {
    Spread half = half().spread();
    return new Spread(
        half.rumor(),
        half.key(),
        half.arrivals(),
        4,
        List.of(),
        byOrigin + byOther,
        0,
        0,
        Map.of(peer(8080), byOrigin, peer(8081), byOther),
        half.conditions(),
        null);
  }

  private List<Integer> sizes() {
    return tints().values().stream().map(tint -> tint == null ? -1 : tint.size()).toList();
  }

  @Test
  void sizesPeersByTheCopiesTheyHaveSent() {
    shown.show(sending(16, 4));
    shown.tint(network.peers());
    assertThat(sizes()).containsOnly(0);

    shown.setSized(true);

    assertThat(shown.tint(network.peers())).isTrue();
    assertThat(sizes().subList(0, 3)).containsExactly(Tint.LARGEST, 4, 1);
    shown.setSized(false);
    shown.tint(network.peers());
    assertThat(sizes()).containsOnly(0);
  }

  @Test
  void followsTheCopiesThoughNobodyNewHears() {
    shown.show(sending(16, 4));
    assertThat(shown.show(sending(16, 9))).isFalse();
    shown.setSized(true);

    assertThat(shown.show(sending(16, 16))).isTrue();
    shown.tint(network.peers());
    assertThat(sizes().subList(0, 2)).containsExactly(Tint.LARGEST, Tint.LARGEST);
  }
}
