package p2pgossip.population;

import java.util.Arrays;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;

/// What all peers know of one rumour: a bit per peer for each thing, and numbers only where the
/// settings need them. An array that is not needed is empty.
final class PeerArrays {

  private static final int HOP_BITS = 14;
  private static final int HOP_MASK = (1 << HOP_BITS) - 1;
  private static final long PULLED = 1L << 62;
  private static final int NOT_ASKED = -1;

  final int peers;
  final int words;

  /// Whether contacts can end the interest.
  final boolean forgets;

  /// Whether peers ask others.
  final boolean asks;

  /// Whether it matters from whom, or by how many hops, the rumour came.
  final boolean hasArrivals;

  /// Those that knew the rumour when the round began.
  final long[] knows;

  /// Those that keep it with hops left and are interested in it.
  final long[] spreads;

  /// Those that will still do so when the round is over; the same array if nobody can lose
  /// interest.
  final long[] spreadsNext;

  /// Those that are told it in this round, by the worker that told them, so that no two workers
  /// change the same word. Some of them may know it already.
  final long[][] told;

  /// Those that get it in this round in answer to a question.
  final long[] pulled;

  /// Those that have passed it on to all at once.
  final long[] passedOn;

  /// Those that were asked in the last round by a peer that lacked it.
  final long[] askedUsefully;

  final long[] askedInVain;

  /// Those that have not crashed; empty if none crash.
  final long[] alive;

  /// Contacts counted against the rumour.
  final byte[] contacts;

  /// From whom the first copy came and by how many hops, so that of two the lower number came
  /// first.
  final long[] arrivals;

  /// The peers that were asked in this round, `fanout` places for each that asks.
  final int[] asked;

  private final boolean onlyTheOrigin;
  private final int fanout;
  private final int hopLimit;

  /// @param workers how many tell at the same time
  PeerArrays(PopulationPlan plan, int workers) {
    Needs needs = Needs.of(plan);
    Spreading spreading = plan.spreading();
    peers = needs.peers;
    words = Bits.words(peers);
    forgets = needs.forgets;
    asks = needs.asks;
    hasArrivals = needs.arrivals;
    onlyTheOrigin =
        spreading.strategy().carried() == Strategy.Carried.BY_THE_ORIGIN_UNTIL_ALL_ARE_TOLD;
    fanout = spreading.fanout();
    hopLimit = spreading.hopLimit();
    knows = new long[words];
    spreads = new long[words];
    spreadsNext = forgets ? new long[words] : spreads;
    told = new long[workers][words];
    pulled = asks ? new long[words] : Bits.NONE;
    passedOn = needs.passesOn ? new long[words] : Bits.NONE;
    askedUsefully = asks && forgets ? new long[words] : Bits.NONE;
    askedInVain = asks && forgets ? new long[words] : Bits.NONE;
    alive = needs.crashes ? new long[words] : Bits.NONE;
    contacts = new byte[forgets ? peers : 0];
    arrivals = new long[hasArrivals ? peers : 0];
    asked = new int[asks ? Math.multiplyExact(peers, fanout) : 0];
  }

  /// Which arrays a plan needs.
  private record Needs(
      int peers,
      boolean forgets,
      boolean asks,
      boolean passesOn,
      boolean arrivals,
      boolean crashes) {

    static Needs of(PopulationPlan plan) {
      Strategy strategy = plan.spreading().strategy();
      return new Needs(
          plan.neighbors().peers(),
          plan.canLoseInterest(),
          strategy.spreader().asks(),
          !strategy.isPeriodic(),
          plan.tellsArrivalsApart(),
          plan.crashes().happen());
    }
  }

  /// The bytes that the arrays for such a plan take.
  static long bytes(PopulationPlan plan, int workers) {
    Needs needs = Needs.of(plan);
    long bitsets =
        2L
            + workers
            + (needs.forgets ? 1 : 0)
            + (needs.asks ? 1 : 0)
            + (needs.passesOn ? 1 : 0)
            + (needs.asks && needs.forgets ? 2 : 0)
            + (needs.crashes ? 1 : 0);
    long eachPeer =
        (needs.forgets ? 1 : 0)
            + (needs.arrivals ? Long.BYTES : 0)
            + (needs.asks ? (long) Integer.BYTES * plan.spreading().fanout() : 0);
    return bitsets * Long.BYTES * Bits.words(needs.peers) + eachPeer * needs.peers;
  }

  /// Makes one peer know the rumour and no other.
  void begin(int source) {
    for (long[] bits :
        new long[][] {knows, spreads, spreadsNext, pulled, passedOn, askedUsefully, askedInVain}) {
      Arrays.fill(bits, 0);
    }
    for (long[] byOne : told) {
      Arrays.fill(byOne, 0);
    }
    Arrays.fill(contacts, (byte) 0);
    Arrays.fill(arrivals, Long.MAX_VALUE);
    if (alive.length > 0) {
      Bits.fill(alive, peers);
    }
    Bits.set(knows, source);
    Bits.set(spreads, source);
    Bits.set(spreadsNext, source);
    if (hasArrivals) {
      arrivals[source] = (long) source << HOP_BITS;
    }
  }

  boolean isAlive(int peer) {
    return alive.length == 0 || Bits.get(alive, peer);
  }

  boolean isPassedOn(int peer) {
    return passedOn.length > 0 && Bits.get(passedOn, peer);
  }

  /// A peer crashes.
  void crash(int peer) {
    Bits.clear(alive, peer);
    Bits.clear(spreads, peer);
    Bits.clear(spreadsNext, peer);
  }

  /// The peers of a word that may act in a period.
  long acting(int word) {
    long those = spreads[word];
    if (asks) {
      those = word == words - 1 && peers % Bits.IN_A_WORD != 0 ? (1L << peers) - 1 : -1L;
    }
    return (passedOn.length > 0 ? those & ~passedOn[word] : those)
        & (alive.length > 0 ? alive[word] : -1L);
  }

  /// The peers of a word that still pass the rumour on.
  long spreading(int word) {
    return passedOn.length > 0 ? spreads[word] & ~passedOn[word] : spreads[word];
  }

  int hops(int peer) {
    return hasArrivals ? (int) arrivals[peer] & HOP_MASK : 0;
  }

  /// The peer from which the first copy came.
  int bringer(int peer) {
    return (int) (arrivals[peer] >>> HOP_BITS);
  }

  /// Notes from whom a peer that lacks the rumour is told it. May be called by any thread.
  void noteArrival(int from, int to) {
    if (hasArrivals) {
      Bits.lowerShared(arrivals, to, (long) from << HOP_BITS | hops(from) + 1);
    }
  }

  /// A peer that lacks the rumour gets it in answer to its question. Called by the thread that has
  /// the word of the asking peer.
  ///
  /// @param late whether it arrives after all that is told in the round
  void pull(int asker, int from, boolean late) {
    if (hasArrivals && !Bits.get(pulled, asker)) {
      long order = (late ? PULLED : 0) | (long) asker << HOP_BITS;
      Bits.lowerShared(arrivals, asker, order | hops(from) + 1);
    }
    Bits.set(pulled, asker);
  }

  void clearQuestions(int asker) {
    int begin = asker * fanout;
    Arrays.fill(asked, begin, begin + fanout, NOT_ASKED);
  }

  /// Notes a question.
  ///
  /// @param place how many the peer has asked before in this round
  /// @param reconciles whether lists are compared, so that the other may want the rumour in return
  void ask(int asker, int place, int to, boolean reconciles) {
    asked[asker * fanout + place] = to << 1 | (reconciles ? 1 : 0);
  }

  /// A question of this round as [#ask] noted it, negative if there is none.
  int question(int asker, int place) {
    return asked[asker * fanout + place];
  }

  static int receiver(int question) {
    return question >> 1;
  }

  static boolean reconciles(int question) {
    return (question & 1) != 0;
  }

  int fanout() {
    return fanout;
  }

  /// What was sent in the round arrives.
  ///
  /// @return the number of peers of the word that heard the rumour
  int endRound(int word) {
    long news = 0;
    for (long[] byOne : told) {
      news |= byOne[word];
      byOne[word] = 0;
    }
    if (asks) {
      news |= pulled[word];
      pulled[word] = 0;
    }
    news &= ~knows[word];
    knows[word] |= news;
    long interested = hasArrivals ? withHopsLeft(word, news) : news;
    spreads[word] = spreadsNext[word] | (onlyTheOrigin ? 0 : interested);
    return Long.bitCount(news);
  }

  private long withHopsLeft(int word, long those) {
    long left = those;
    for (long rest = those; rest != 0; rest &= rest - 1) {
      int bit = Long.numberOfTrailingZeros(rest);
      if (hops(word * Bits.IN_A_WORD + bit) >= hopLimit) {
        left &= ~(1L << bit);
      }
    }
    return left;
  }
}
