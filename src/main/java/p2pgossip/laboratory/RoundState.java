package p2pgossip.laboratory;

/// How a run stands after a round. Used by one thread.
public interface RoundState {

  /// 0 at the beginning.
  int round();

  /// Peers that know the rumour and have not crashed.
  int informed();

  /// Peers that have not crashed.
  int living();

  /// Copies that were sent so far, lost ones too.
  long copies();

  /// Which of 64 peers know the rumour, a bit each.
  ///
  /// @param word from 0; peer `p` is bit `p % 64` of word `p / 64`
  long knowing(int word);

  /// Whether a peer has crashed. Right after the round in which peers crash; later it may be false
  /// for all.
  boolean isCrashed(int peer);
}
