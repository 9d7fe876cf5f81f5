package p2pgossip.gossip;

import java.util.random.RandomGenerator;

/// Draws the neighbours that a peer contacts. Keeps its arrays from one choice to the next, so that
/// a choice of the same number makes no garbage. Used by one thread at a time.
public final class Partners {

  private int[] chosen = {};
  private int[] places = {};
  private int[] cards = {};

  /// Chooses some numbers, each set of them with the same probability: the first cards of a pack
  /// that is shuffled only as far as it is dealt (Fisher and Yates), of which only the moved cards
  /// are stored. Draws one random number for each that is chosen, with `nextInt(dealt, size)`.
  ///
  /// @param size how many numbers there are
  /// @param fanout how many are chosen, if there are that many
  /// @return the chosen numbers, from 0; valid until the next call
  public int[] choose(RandomGenerator random, int size, int fanout) {
    int count = Math.min(fanout, size);
    if (chosen.length != count) {
      chosen = new int[count];
      places = new int[count];
      cards = new int[count];
    }
    if (count == 1) {
      // Millions of peers choose one: nothing moves.
      chosen[0] = random.nextInt(0, size);
      return chosen;
    }
    for (int dealt = 0; dealt < count; dealt++) {
      int drawn = random.nextInt(dealt, size);
      chosen[dealt] = cardAt(drawn, dealt);
      // The card on top moves to where the drawn card was. A later entry for a place replaces an
      // earlier one.
      cards[dealt] = cardAt(dealt, dealt);
      places[dealt] = drawn;
    }
    return chosen;
  }

  /// What was chosen last; empty before the first choice. Not to be modified.
  public int[] chosen() {
    return chosen;
  }

  private int cardAt(int place, int moved) {
    for (int i = moved - 1; i >= 0; i--) {
      if (places[i] == place) {
        return cards[i];
      }
    }
    return place;
  }
}
