package p2pgossip.gossip;

import java.util.random.RandomGenerator;

/// Draws the neighbours that a peer contacts.
final class Partners {

  private Partners() {}

  /// Chooses some numbers, each set of them with the same probability: the first cards of a pack
  /// that is shuffled only as far as it is dealt (Fisher and Yates), of which only the moved cards
  /// are stored. Draws one random number for each that is chosen.
  ///
  /// @param size how many numbers there are
  /// @param fanout how many are chosen, if there are that many
  /// @return the chosen numbers, from 0
  static int[] choose(RandomGenerator random, int size, int fanout) {
    int[] chosen = new int[Math.min(fanout, size)];
    int[] places = new int[chosen.length];
    int[] cards = new int[chosen.length];
    for (int dealt = 0; dealt < chosen.length; dealt++) {
      int drawn = random.nextInt(dealt, size);
      chosen[dealt] = cardAt(drawn, places, cards, dealt);
      // The card on top moves to where the drawn card was. A later entry for a place replaces an
      // earlier one.
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
