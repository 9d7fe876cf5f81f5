package p2pgossip.gossip;

import java.util.random.RandomGenerator;

/// Draws whom a peer turns to.
final class Partners {

  private Partners() {}

  /// Some of so many, each choice as likely as any other: the first cards of a pack that is shuffled as
  /// far as it is dealt (Fisher, Yates), of which only what has moved is kept. Takes one draw for each
  /// that is chosen.
  ///
  /// @param size how many there are to choose from
  /// @param fanout how many are chosen, where there are as many
  /// @return their numbers, from 0
  static int[] choose(RandomGenerator random, int size, int fanout) {
    int[] chosen = new int[Math.min(fanout, size)];
    int[] places = new int[chosen.length];
    int[] cards = new int[chosen.length];
    for (int dealt = 0; dealt < chosen.length; dealt++) {
      int drawn = random.nextInt(dealt, size);
      chosen[dealt] = cardAt(drawn, places, cards, dealt);
      // What lay on top goes where the drawn card was; a later entry for a place hides the earlier.
      cards[dealt] = cardAt(dealt, places, cards, dealt);
      places[dealt] = drawn;
    }
    return chosen;
  }

  private static int cardAt(int place, int[] places, int[] cards, int moved) {
    for (int i = moved - 1; i >= 0; i--) {
      if (places[i] == place) {
        return cards[i];
      }
    }
    return place;
  }
}
