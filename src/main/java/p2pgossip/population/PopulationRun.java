package p2pgossip.population;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/// One run of a [PopulationPlan], round by round: in a round all peers choose and ask by what they
/// knew when it began, questions are answered from that state, then the copies arrive, then the
/// answers. What happens depends on the seed and the number of the run alone, not on the number of
/// threads. Used by one thread at a time.
public final class PopulationRun implements RunInStep {

  private static final int WORDS_IN_A_PART = 2_048;

  /// The words of the peers whose first numbers are drawn together.
  private static final int WORDS_IN_A_BATCH = PhiloxBatch.PEERS / Bits.IN_A_WORD;

  /// From this many on, it is faster to draw for all peers of a batch together.
  private static final int MANY_IN_A_BATCH = PhiloxBatch.PEERS / 8;

  private final PopulationPlan plan;
  private final PeerArrays arrays;
  private final KeyedRandom fate;
  private final Crew crew;
  private final ArrayPeer ofCaller;
  private final long seed;
  private final LongAdder copies = new LongAdder();
  private final LongAdder contacts = new LongAdder();
  private final LongAdder messages = new LongAdder();
  private final int parts;
  private int run;
  private int round;
  private int living;
  private int informed;
  private int spreading;
  private int lastHeard;
  private int[] curve = new int[32];

  /// Runs on the thread of the caller alone.
  public PopulationRun(PopulationPlan plan, long seed) {
    this(plan, seed, 1);
  }

  /// @param threads at least 1
  public PopulationRun(PopulationPlan plan, long seed, int threads) {
    this.plan = plan;
    arrays = new PeerArrays(plan, threads);
    fate = new KeyedRandom(seed, KeyedRandom.Purpose.CRASH);
    crew = new Crew(threads);
    this.seed = seed;
    ofCaller = new ArrayPeer(plan, arrays, arrays.told[0], seed);
    parts = (arrays.words + WORDS_IN_A_PART - 1) / WORDS_IN_A_PART;
    begin(0);
  }

  @Override
  public PopulationPlan plan() {
    return plan;
  }

  @Override
  public void begin(int number) {
    run = number;
    round = 0;
    living = arrays.peers;
    informed = 1;
    spreading = 1;
    lastHeard = 0;
    curve[0] = 1;
    arrays.begin(plan.source());
    copies.reset();
    contacts.reset();
    messages.reset();
    crashIfDue();
  }

  private void crashIfDue() {
    if (!plan.crashes().happen() || plan.crashes().afterRound() != round) {
      return;
    }
    for (int peer = 0; peer < arrays.peers; peer++) {
      if (plan.crashes().hit(peer, plan.source(), run, fate)) {
        arrays.crash(peer);
        living--;
        if (knows(peer)) {
          informed--;
        }
      }
    }
    curve[round] = informed;
    countSpreading();
  }

  /// Looks at single peers only where the counts don't tell.
  @Override
  public boolean isOver() {
    return spreading == 0 || Ending.isOver(this);
  }

  private void countSpreading() {
    spreading = 0;
    for (int word = 0; word < arrays.words; word++) {
      spreading += Long.bitCount(arrays.spreading(word));
    }
  }

  @Override
  public void round() throws InterruptedException {
    round++;
    int present = round;
    crew.work(parts, (worker, part) -> doPart(worker, peer -> beginPeriods(peer, part, present)));
    if (arrays.asks) {
      crew.work(parts, (worker, part) -> doPart(worker, peer -> answer(peer, part, present)));
    }
    int[] heard = new int[parts];
    int[] goingOn = new int[parts];
    crew.work(parts, (_, part) -> endRound(part, heard, goingOn));
    int news = 0;
    spreading = 0;
    for (int part = 0; part < parts; part++) {
      news += heard[part];
      spreading += goingOn[part];
    }
    informed += news;
    if (news > 0) {
      lastHeard = round;
    }
    if (round == curve.length) {
      curve = Arrays.copyOf(curve, 2 * curve.length);
    }
    curve[round] = informed;
    crashIfDue();
  }

  /// With several threads, each part has objects of its own, which are made by the thread that does
  /// it: those of two threads would lie side by side in memory after a garbage collection, and each
  /// write of one thread would then take the cache line away from the other.
  private void doPart(int worker, Consumer<ArrayPeer> work) {
    ArrayPeer peer =
        crew.workers() == 1 ? ofCaller : new ArrayPeer(plan, arrays, arrays.told[worker], seed);
    peer.turnTo(run);
    work.accept(peer);
    copies.add(peer.copies());
    contacts.add(peer.contacts());
    messages.add(peer.messages());
    peer.clearCounts();
  }

  private void beginPeriods(ArrayPeer peer, int part, int present) {
    int end = endOf(part);
    for (int begin = part * WORDS_IN_A_PART; begin < end; begin += WORDS_IN_A_BATCH) {
      beginPeriods(peer, begin, Math.min(end, begin + WORDS_IN_A_BATCH), present);
    }
  }

  private void beginPeriods(ArrayPeer peer, int begin, int end, int present) {
    int many = 0;
    for (int word = begin; word < end; word++) {
      if (arrays.forgets) {
        arrays.spreadsNext[word] = arrays.spreads[word];
      }
      many += Long.bitCount(arrays.acting(word));
    }
    if (many >= MANY_IN_A_BATCH) {
      peer.prepare(begin * Bits.IN_A_WORD, present);
    }
    for (int word = begin; word < end; word++) {
      for (long those = arrays.acting(word); those != 0; those &= those - 1) {
        peer.beginPeriod(word * Bits.IN_A_WORD + Long.numberOfTrailingZeros(those), present);
      }
    }
  }

  private void answer(ArrayPeer peer, int part, int present) {
    int end = endOf(part);
    for (int word = part * WORDS_IN_A_PART; word < end; word++) {
      for (long those = arrays.acting(word); those != 0; those &= those - 1) {
        peer.answer(word * Bits.IN_A_WORD + Long.numberOfTrailingZeros(those), present);
      }
    }
  }

  private void endRound(int part, int[] heard, int[] goingOn) {
    int end = endOf(part);
    int news = 0;
    int spread = 0;
    for (int word = part * WORDS_IN_A_PART; word < end; word++) {
      news += arrays.endRound(word);
      spread += Long.bitCount(arrays.spreading(word));
    }
    heard[part] = news;
    goingOn[part] = spread;
  }

  private int endOf(int part) {
    return Math.min(arrays.words, (part + 1) * WORDS_IN_A_PART);
  }

  @Override
  public int rounds() {
    return round;
  }

  @Override
  public int lastHeard() {
    return lastHeard;
  }

  @Override
  public boolean knows(int peer) {
    return Bits.get(arrays.knows, peer);
  }

  /// Which of 64 peers know the rumour, a bit each. For callers that look at all peers after each
  /// round.
  ///
  /// @param word from 0; peer `p` is bit `p % 64` of word `p / 64`
  public long knowing(int word) {
    return arrays.knows[word];
  }

  @Override
  public boolean isSpreading(int peer) {
    return Bits.get(arrays.spreads, peer) && !arrays.isPassedOn(peer);
  }

  @Override
  public boolean isAlive(int peer) {
    return arrays.isAlive(peer);
  }

  @Override
  public int informed() {
    return informed;
  }

  @Override
  public int[] curve() {
    return Arrays.copyOf(curve, round + 1);
  }

  @Override
  public int living() {
    return living;
  }

  @Override
  public long copies() {
    return copies.sum();
  }

  @Override
  public long contacts() {
    return contacts.sum();
  }

  /// Copies told and questions asked so far, whether they arrived or not.
  public long messages() {
    return messages.sum();
  }

  @Override
  public void close() {
    crew.close();
  }
}
