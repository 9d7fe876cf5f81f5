package p2pgossip.population;

import p2pgossip.gossip.Board;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Partners;
import p2pgossip.gossip.RumorState;
import p2pgossip.gossip.Spreader;
import p2pgossip.gossip.Spreading;

/// The [Board] of whichever peer it is pointed at. Each thread has one of its own, which changes
/// only the bits of the peers whose words the thread has, and what peers are told.
final class ArrayPeer implements Board, RumorState {

  private static final int THE_RUMOR = 0;

  private final PopulationPlan plan;
  private final PeerArrays arrays;
  private final long[] told;
  private final Neighbors neighbors;
  private final Spreading spreading;
  private final Spreader spreader;
  private final Interest interest;
  private final boolean blind;

  /// Whether it matters if the other lacks the rumour. If not, that is not looked up: the branch
  /// would be mispredicted millions of times.
  private final boolean looks;

  /// Whether every message arrives.
  private final boolean certain;

  private final Partners partners = new Partners();
  private final Partners answering = new Partners();
  private final KeyedRandom random;
  private final KeyedRandom misfortune;
  private int run;
  private int round;
  private int self;
  private boolean keepsIt;
  private boolean interested;
  private boolean isChosen;
  private int sent;
  private int questions;
  private long copiesTold;
  private long copiesAnswered;
  private long questionsAsked;
  private long questionsAnswered;

  /// @param told where it is noted which peers are told the rumour
  ArrayPeer(PopulationPlan plan, PeerArrays arrays, long[] told, long seed) {
    this.told = told;
    this.plan = plan;
    this.arrays = arrays;
    neighbors = plan.neighbors();
    spreading = plan.spreading();
    spreader = spreading.strategy().spreader();
    interest = spreading.interest();
    blind = interest.heeds() == Interest.Contacts.ALL;
    looks = arrays.hasArrivals || (arrays.forgets && !blind);
    certain = plan.loss() == 0 && !plan.crashes().happen();
    random = new KeyedRandom(seed, KeyedRandom.Purpose.CHOICES);
    misfortune = new KeyedRandom(seed, KeyedRandom.Purpose.LOSS);
  }

  /// @param newRun the number of the run, from 0
  void turnTo(int newRun) {
    run = newRun;
  }

  void clearCounts() {
    copiesTold = 0;
    copiesAnswered = 0;
    questionsAsked = 0;
    questionsAnswered = 0;
  }

  long copies() {
    return copiesTold + copiesAnswered;
  }

  /// Copies told, and questions that reached a peer that spread the rumour.
  long contacts() {
    return copiesTold + questionsAnswered;
  }

  /// Copies told and questions asked, whether they arrive or not. A copy in an answer is part of
  /// the answer.
  long messages() {
    return copiesTold + questionsAsked;
  }

  /// Prepares for the periods of many peers of a word, which need not be called.
  void prepare(int firstPeer, int ofRound) {
    random.prepare(run, ofRound, firstPeer);
    if (plan.loss() > 0) {
      misfortune.prepare(run, ofRound, firstPeer);
    }
  }

  /// Begins a period of a peer that is one of those that [PeerArrays#acting] gives.
  ///
  /// @param ofRound from 1
  void beginPeriod(int peer, int ofRound) {
    self = peer;
    round = ofRound;
    sent = 0;
    isChosen = false;
    random.turnTo(run, round, peer);
    interested = !arrays.asks || Bits.get(arrays.spreads, peer);
    keepsIt = (!arrays.asks || Bits.get(arrays.knows, peer)) && hopsAreLeft();
    if (arrays.asks) {
      questions = 0;
      arrays.clearQuestions(peer);
      if (arrays.forgets) {
        countQuestions();
      }
    }
    spreader.period(this);
  }

  private boolean hopsAreLeft() {
    return !arrays.hasArrivals || arrays.hops(self) < spreading.hopLimit();
  }

  /// All questions of the last round count as one contact.
  private void countQuestions() {
    boolean usefully = Bits.get(arrays.askedUsefully, self);
    if (usefully || Bits.get(arrays.askedInVain, self)) {
      contact(usefully, true);
      Bits.clear(arrays.askedUsefully, self);
      Bits.clear(arrays.askedInVain, self);
    }
  }

  /// @param atOnce whether the questions of this round find the interest lost already
  private void contact(boolean useful, boolean atOnce) {
    if (!Bits.get(arrays.spreadsNext, self)) {
      return;
    }
    int counted = interest.after(arrays.contacts[self], useful, random);
    if (counted != Interest.LOST) {
      arrays.contacts[self] = (byte) counted;
      return;
    }
    Bits.clear(arrays.spreadsNext, self);
    if (atOnce) {
      Bits.clear(arrays.spreads, self);
      interested = false;
    }
  }

  @Override
  public int rumors() {
    return keepsIt ? 1 : 0;
  }

  @Override
  public boolean beganHere(int rumor) {
    return beganHere();
  }

  @Override
  public boolean beganHere() {
    return self == plan.source();
  }

  @Override
  public int hops(int rumor) {
    return arrays.hops(self);
  }

  @Override
  public boolean isInteresting(int rumor) {
    return isInteresting();
  }

  @Override
  public boolean isInteresting() {
    return interested;
  }

  @Override
  public void loseInterest(int rumor) {
    interested = false;
    Bits.clear(arrays.spreads, self);
    Bits.clear(arrays.spreadsNext, self);
  }

  @Override
  public boolean isPassedOn(int rumor) {
    return isPassedOn();
  }

  @Override
  public boolean isPassedOn() {
    return arrays.isPassedOn(self);
  }

  @Override
  public void setPassedOn(int rumor) {
    Bits.set(arrays.passedOn, self);
  }

  @Override
  public Forwarding forwarding() {
    return spreading.forwarding();
  }

  @Override
  public boolean toss(double probability) {
    return random.nextDouble() < probability;
  }

  @Override
  public int neighbors() {
    return neighbors.count(self);
  }

  @Override
  public boolean takesRumors(int neighbor) {
    return true;
  }

  @Override
  public boolean hasBrought(int neighbor, int rumor) {
    return !beganHere() && arrays.bringer(self) == neighbors.neighbor(self, neighbor);
  }

  @Override
  public int[] partners() {
    if (isChosen) {
      return partners.chosen();
    }
    isChosen = true;
    return partners.choose(random, neighbors(), spreading.fanout());
  }

  @Override
  public int[] answeringPartners() {
    return answering.choose(random, neighbors(), spreading.fanout());
  }

  @Override
  public void tell(int neighbor, int rumor) {
    int to = neighbors.neighbor(self, neighbor);
    copiesTold++;
    if (arrays.forgets && blind) {
      contact(false, true);
    }
    if (!certain && !arrives(to)) {
      return;
    }
    if (!looks) {
      Bits.set(told, to);
      return;
    }
    boolean news = !Bits.get(arrays.knows, to);
    if (news) {
      Bits.set(told, to);
      arrays.noteArrival(self, to);
    }
    if (arrays.forgets && !blind) {
      contact(news, false);
    }
  }

  /// Neighbours don't change, so all are told in the first period with the rumour. It is asked for
  /// only at the peer where the rumour began.
  @Override
  public void tellOnce(int neighbor, int rumor) {
    if (round == 1) {
      tell(neighbor, THE_RUMOR);
    }
  }

  @Override
  public void ask(int neighbor, Digest.Purpose purpose) {
    int to = neighbors.neighbor(self, neighbor);
    questionsAsked++;
    if (arrives(to)) {
      arrays.ask(self, questions++, to, purpose == Digest.Purpose.RECONCILE);
    }
  }

  private boolean arrives(int to) {
    return !plan.isLost(run, round, self, sent++, misfortune) && arrays.isAlive(to);
  }

  /// Answers the questions of a peer by what the others knew when the round began.
  void answer(int asker, int ofRound) {
    self = asker;
    round = ofRound;
    boolean lacks = !Bits.get(arrays.knows, asker);
    // Those that compare lists tell nothing before.
    sent = Math.min(arrays.fanout(), neighbors());
    for (int place = 0; place < arrays.fanout(); place++) {
      int question = arrays.question(asker, place);
      if (question < 0) {
        return;
      }
      int by = PeerArrays.receiver(question);
      if (Bits.get(arrays.spreads, by)) {
        answer(by, lacks, PeerArrays.reconciles(question));
      } else if (PeerArrays.reconciles(question)
          && Bits.get(arrays.spreads, asker)
          && !Bits.get(arrays.knows, by)) {
        tellWanted(by);
      }
    }
  }

  private void answer(int by, boolean lacks, boolean reconciles) {
    questionsAnswered++;
    if (lacks) {
      copiesAnswered++;
      arrays.pull(self, by, !reconciles);
    }
    if (arrays.forgets) {
      Bits.setShared(lacks ? arrays.askedUsefully : arrays.askedInVain, by);
    }
  }

  /// The other has said that it wants the rumour.
  private void tellWanted(int to) {
    copiesTold++;
    if (arrives(to)) {
      Bits.set(told, to);
      arrays.noteArrival(self, to);
    }
  }
}
