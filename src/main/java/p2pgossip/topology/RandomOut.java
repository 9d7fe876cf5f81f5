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
  /// its cards. Whether a peer of a lower number has chosen this one is looked up in its edges only
  /// if a bit in `choosers` says that it may have: looking is slow, since the edges of most peers
  /// are not in the processor's cache.
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
    int[] hand = new int[dealt];
    int[] first = new int[peers + 1];
    long[] choosers = new long[peers];
    for (int peer = 0; peer < peers; peer++) {
      for (int card = 0; card < dealt; card++) {
        int place = card + random.nextInt(others - card);
        drawn[card] = place;
        hand[card] = pack[place];
        pack[place] = pack[card];
      }
      for (int card : drawn) {
        pack[card] = card;
      }
      first[peer] = edges.size();
      for (int card : hand) {
        int other = card < peer ? card : card + 1;
        if (other > peer) {
          choosers[other] |= bit(peer);
          edges.add(peer, other);
        } else if ((choosers[peer] & bit(other)) == 0
            || !edges.leads(first[other], first[other + 1], peer)) {
          edges.add(peer, other);
        }
      }
    }
    return edges.joined(random);
  }

  /// One of 64 bits for a peer.
  private static long bit(int peer) {
    return 1L << peer;
  }
}
