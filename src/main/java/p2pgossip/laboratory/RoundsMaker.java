package p2pgossip.laboratory;

import p2pgossip.population.PopulationSettings;

/// Makes one run and shows each of its rounds, in this process or elsewhere. The rounds are the
/// same wherever they are made.
@FunctionalInterface
public interface RoundsMaker {

  /// Makes it, and waits for its end.
  ///
  /// @param taker takes each round, on the thread of the caller
  /// @throws IllegalArgumentException when it can't be made, with the reason without a full stop
  /// @throws InterruptedException when the thread is interrupted; the rest is given up
  void run(PopulationSettings settings, Taker taker) throws InterruptedException;

  /// Takes the rounds.
  @FunctionalInterface
  interface Taker {

    /// A round is over, or the run begins: round 0.
    ///
    /// @param state must not be used after the call
    /// @throws InterruptedException to give up the rest
    void over(RoundState state) throws InterruptedException;
  }
}
