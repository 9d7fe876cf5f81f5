package p2pgossip.topology;

import java.util.List;
import java.util.random.RandomGenerator;

/// Each peer connects to a number of others, chosen at random. Since they then know it too, it has
/// about twice as many neighbours.
///
/// @param chosen 1 to 100
public record RandomOut(int chosen) implements Topology {

  private static final Count CHOSEN = new Count("Chosen", "chosen neighbours", 1, 1, 3);

  static final TopologyForm FORM =
      new TopologyForm(
          "random",
          "Random",
          "Each connects to some others, chosen at random.",
          List.of(CHOSEN),
          values -> new RandomOut(values.of(CHOSEN)));

  /// @throws IllegalArgumentException when there are too few or too many to choose
  public RandomOut {
    CHOSEN.require(chosen);
  }

  @Override
  public TopologyForm form() {
    return FORM;
  }

  @Override
  public List<Object> values() {
    return List.of(chosen);
  }

  /// Deals each peer the first cards of a pack that is shuffled only as far as it is dealt (Fisher,
  /// Yates). Cards that a deal has moved are put back after it, so that a deal takes time linear in
  /// its cards.
  @Override
  public Edges edges(int peers, RandomGenerator random) {
    int others = peers - 1;
    int dealt = Math.min(chosen, others);
    EdgeDraft edges = new EdgeDraft(peers, (long) peers * dealt);
    int[] pack = new int[others];
    for (int card = 0; card < others; card++) {
      pack[card] = card;
    }
    int[] drawn = new int[dealt];
    int[] first = new int[peers + 1];
    for (int peer = 0; peer < peers; peer++) {
      first[peer] = edges.size();
      for (int card = 0; card < dealt; card++) {
        drawn[card] = card + random.nextInt(others - card);
        int other = pack[drawn[card]] < peer ? pack[drawn[card]] : pack[drawn[card]] + 1;
        pack[drawn[card]] = pack[card];
        if (other > peer || !edges.leads(first[other], first[other + 1], peer)) {
          edges.add(peer, other);
        }
      }
      for (int card : drawn) {
        pack[card] = card;
      }
    }
    return edges.joined(random);
  }
}
