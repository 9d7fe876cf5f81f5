package p2pgossip.population;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Random numbers that depend on nothing but the seed, the run, the round, the peer, what they are
/// for, and how many were drawn before for the same: neither on threads nor on the order in which
/// peers are looked at. Used by one thread at a time.
///
/// The numbers are those of [Philox] with the seed as its keys and, as its counters, the number of
/// the draw, a quarter of the peer, the round, and the run. Of its four numbers each of four
/// neighbouring peers takes one, which makes a draw for all peers in their order four times as
/// cheap.
public final class KeyedRandom implements RandomGenerator {

  /// What numbers are drawn for. Those for one purpose leave the others as they are.
  public enum Purpose {
    /// A peer's own choices.
    CHOICES(0),
    /// Whether a message of a peer is lost.
    LOSS(1 << 30),
    /// Whether a peer crashes.
    CRASH(1 << 31);

    /// Set in the number of each draw.
    private final int mark;

    Purpose(int mark) {
      this.mark = mark;
    }
  }

  private static final int PEERS_IN_A_BLOCK = 4;

  /// The draws of the present four peers that are kept.
  private static final int MOST_KEPT = 16;

  /// Far from every peer, so that no difference is small.
  private static final int NOBODY = -PhiloxBatch.PEERS;

  private static final long LOW = 0xFFFF_FFFFL;

  private final int key;
  private final int otherKey;
  private final int purpose;
  private final int[] kept = new int[MOST_KEPT * PEERS_IN_A_BLOCK];

  /// Makes the first draws of many peers; null before it is first asked for them.
  private @Nullable PhiloxBatch batch;

  /// The first draws of the peers from [#preparedFrom] on, ordered as [PhiloxBatch#numbers] says.
  private int[] firsts = {};

  private final int[] further = new int[PEERS_IN_A_BLOCK];
  private int run;
  private int round;
  private int block = -1;
  private int draws;
  private int peer;

  /// The first draw of the present peer. It is made ahead, since hardly anything else is drawn
  /// where speed matters: what draws stays small, and is compiled into its caller.
  private int first;

  private int preparedFrom = NOBODY;
  private int filled;

  public KeyedRandom(long seed, Purpose purpose) {
    key = (int) seed;
    otherKey = (int) (seed >>> 32);
    this.purpose = purpose.mark;
    first = drawn(0);
  }

  /// Turns to a peer's numbers, from the first on.
  ///
  /// @param run from 0
  /// @param round from 0
  /// @param peer from 0
  public void turnTo(int run, int round, int peer) {
    if (round != this.round || run != this.run) {
      this.run = run;
      this.round = round;
      preparedFrom = NOBODY;
      block = -1;
    }
    this.peer = peer;
    draws = 0;
    int ahead = peer - preparedFrom;
    first =
        ahead >= 0 && ahead < PhiloxBatch.PEERS
            ? firsts[(ahead & PEERS_IN_A_BLOCK - 1) * PhiloxBatch.BLOCKS + ahead / PEERS_IN_A_BLOCK]
            : drawn(0);
  }

  /// Makes the first draws of many peers, which is faster than one by one. It does not change what
  /// is drawn.
  ///
  /// @param firstPeer a multiple of [PhiloxBatch#PEERS]
  void prepare(int run, int round, int firstPeer) {
    this.run = run;
    this.round = round;
    block = -1;
    if (batch == null) {
      batch = new PhiloxBatch();
      firsts = batch.numbers();
    }
    batch.write(key, otherKey, purpose, firstPeer / PEERS_IN_A_BLOCK, round, run);
    preparedFrom = firstPeer;
  }

  /// Skips to a draw of the present peer.
  ///
  /// @param draw how many come before it
  public void skipTo(int draw) {
    draws = draw;
  }

  @Override
  public int nextInt() {
    int draw = draws++;
    return draw == 0 ? first : drawn(draw);
  }

  private int drawn(int draw) {
    int ofPeer = peer / PEERS_IN_A_BLOCK;
    int place = peer % PEERS_IN_A_BLOCK;
    if (draw >= MOST_KEPT) {
      Philox.write(key, otherKey, draw | purpose, ofPeer, round, run, further, 0);
      return further[place];
    }
    if (ofPeer != block) {
      block = ofPeer;
      filled = 0;
    }
    for (; filled <= draw; filled++) {
      Philox.write(
          key, otherKey, filled | purpose, block, round, run, kept, filled * PEERS_IN_A_BLOCK);
    }
    return kept[draw * PEERS_IN_A_BLOCK + place];
  }

  @Override
  public long nextLong() {
    return (long) nextInt() << 32 | (nextInt() & LOW);
  }

  /// Each number with exactly the same probability: Lemire 2019, "Fast random integer generation in
  /// an interval", algorithm 5.
  @Override
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("a bound of " + bound + " is not positive");
    }
    long product = (nextInt() & LOW) * bound;
    if ((product & LOW) < bound) {
      long unfair = (1L << 32) % bound;
      while ((product & LOW) < unfair) {
        product = (nextInt() & LOW) * bound;
      }
    }
    return (int) (product >>> 32);
  }

  @Override
  public int nextInt(int origin, int bound) {
    if (origin >= bound || bound - origin <= 0) {
      throw new IllegalArgumentException(
          "there is no number from %s to below %s".formatted(origin, bound));
    }
    return origin + nextInt(bound - origin);
  }
}
