package p2pgossip.laboratory;

/// In which round each peer heard the rumour: two bytes per peer.
///
/// The thread of the run writes it, others read it meanwhile. What they read is right for every
/// round of which they have been told after it was written: a peer that hears the rumour later is
/// then one that has not heard it yet.
public final class HeardRounds {

  /// What it takes for each peer, in bytes, with the bit by which news are found.
  public static final int BYTES_A_PEER = 3;

  /// Later rounds count as this one.
  public static final int LAST = Short.MAX_VALUE - 1;

  private static final short CRASHED = -1;

  private final int peers;

  /// For each peer the round, counted from 1; 0 while it has not heard it.
  private final short[] heard;

  private final long[] seen;

  HeardRounds(int peers) {
    this.peers = peers;
    heard = new short[peers];
    seen = new long[Math.ceilDiv(peers, Long.SIZE)];
  }

  public int peers() {
    return peers;
  }

  /// Notes which peers know the rumour now and did not before.
  void note(RoundState state) {
    short round = (short) (Math.min(state.round(), LAST) + 1);
    for (int word = 0; word < seen.length; word++) {
      long news = state.knowing(word) & ~seen[word];
      seen[word] |= news;
      for (long those = news; those != 0; those &= those - 1) {
        heard[word * Long.SIZE + Long.numberOfTrailingZeros(those)] = round;
      }
    }
  }

  /// Notes which peers have crashed without having heard it.
  void noteCrashes(RoundState state) {
    for (int peer = 0; peer < peers; peer++) {
      if (heard[peer] == 0 && state.isCrashed(peer)) {
        heard[peer] = CRASHED;
      }
    }
  }

  /// Whether a peer has crashed without having heard it.
  public boolean isCrashed(int peer) {
    return heard[peer] == CRASHED;
  }

  /// The round in which a peer heard it, up to [#LAST]; negative if it has not.
  public int round(int peer) {
    return Math.max(0, heard[peer]) - 1;
  }
}
