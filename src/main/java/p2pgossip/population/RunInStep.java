package p2pgossip.population;

import java.util.function.BooleanSupplier;

/// A run of a [PopulationPlan] in rounds in step, by whatever carries it out. Used by one thread at
/// a time.
public interface RunInStep extends AutoCloseable {

  /// A run that has not ended by then is given up.
  int MOST_ROUNDS = 1_000_000;

  PopulationPlan plan();

  /// Begins anew: one peer knows the rumour.
  ///
  /// @param number of the run, from 0
  void begin(int number);

  /// Runs one round.
  ///
  /// @throws InterruptedException when the thread is interrupted; the run can't go on then
  void round() throws InterruptedException;

  /// Whether a peer knows the rumour.
  boolean knows(int peer);

  /// Whether a peer still passes the rumour on.
  boolean isSpreading(int peer);

  /// Whether a peer has not crashed.
  boolean isAlive(int peer);

  /// The number of rounds so far.
  int rounds();

  /// The round in which the last peer that has heard the rumour heard it.
  int lastHeard();

  /// The number of peers that have not crashed.
  int living();

  /// The number of peers that have not crashed and know the rumour, after each round from 0 on.
  int[] curve();

  /// The number of peers that have not crashed and know the rumour.
  int informed();

  /// The copies that were sent, lost ones too.
  long copies();

  /// The copies that were told, lost ones too, and the questions that reached a peer that passed
  /// the rumour on.
  long contacts();

  /// Whether nothing more can happen: no peer passes the rumour on any more or, if interest is
  /// never lost, no peer that lacks it can hear it.
  default boolean isOver() {
    return Ending.isOver(this);
  }

  /// Runs rounds until nothing more can happen, or for [#MOST_ROUNDS].
  ///
  /// @throws InterruptedException when the thread is interrupted; the run can't go on then
  default void toTheEnd() throws InterruptedException {
    boolean _ = toTheEnd(() -> false);
  }

  /// Runs rounds until nothing more can happen, or for [#MOST_ROUNDS], or until that is enough.
  ///
  /// @param enough is asked before each round
  /// @return whether it has come to its end
  /// @throws InterruptedException when the thread is interrupted; the run can't go on then
  default boolean toTheEnd(BooleanSupplier enough) throws InterruptedException {
    while (!isOver() && rounds() < MOST_ROUNDS) {
      if (enough.getAsBoolean()) {
        return false;
      }
      round();
    }
    return true;
  }

  /// Depends on which peers know the rumour, which pass it on, and all figures: two runs with the
  /// same hash are the same.
  default long hash() {
    long hash = 0;
    for (int informed : curve()) {
      hash = Hash.mixed(hash, informed);
    }
    int peers = plan().neighbors().peers();
    for (int first = 0; first < peers; first += Bits.IN_A_WORD) {
      long know = 0;
      long spread = 0;
      for (int peer = first; peer < Math.min(peers, first + Bits.IN_A_WORD); peer++) {
        know |= knows(peer) ? 1L << peer : 0;
        spread |= isSpreading(peer) ? 1L << peer : 0;
      }
      hash = Hash.mixed(Hash.mixed(hash, know), spread);
    }
    return Hash.mixed(Hash.mixed(Hash.mixed(hash, copies()), contacts()), lastHeard());
  }

  @Override
  default void close() {}
}
