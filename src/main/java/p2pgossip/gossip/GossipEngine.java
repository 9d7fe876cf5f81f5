package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One peer's gossip, as a function: it is told what time it is and what came in, and says what is to
/// be sent and what happened.
///
/// Driven by one thread at a time; [#knownPeers()] alone may be read by others meanwhile. Each request
/// of a [Step] is to be answered by exactly one call of [#answered] or [#failed]. `now` is a time that goes on
/// evenly and never backwards, whatever is done to the clock on the wall; events and snapshots tell the time of
/// that clock, as [#clockAhead] has it.
public final class GossipEngine {

  /// How long the first period waits for the peers that it was started with, so that they hear the
  /// first message too.
  private static final Duration LONGEST_FIRST_WAIT = Duration.ofSeconds(1);

  /// Neighbours in one snapshot.
  private static final int MOST_SHOWN = 2_000;

  private final PeerAddress address;
  private final RandomGenerator random;
  private final KnownPeers known = new KnownPeers();
  private final PendingRequests pending = new PendingRequests();
  private final Neighborhood neighborhood;
  private final Machine machine;
  private final IncomingRequests incoming;
  private final SettingsControl control;
  private final PeriodWork work;
  private final Survey survey;
  private final RumorMill mill;
  private final Answers answers;
  private final RefusedCallers refusedCallers = new RefusedCallers();
  private final Periods periods;
  private boolean firstPeriodIsPlanned;
  private final OwnState own;
  private Duration clockAhead = Duration.ZERO;

  /// @param address where others reach this peer
  /// @param self what it says of itself; its period is that of `settings`
  public GossipEngine(
      PeerAddress address,
      Peer self,
      PeerSettings settings,
      MessageSource sentences,
      RandomGenerator random) {
    this(address, Set.of(), self, settings, sentences, random);
  }

  /// @param address where others reach this peer
  /// @param unannounced where they reach it besides, which it says to nobody
  /// @param self what it says of itself; its period is that of `settings`
  public GossipEngine(
      PeerAddress address,
      Set<PeerAddress> unannounced,
      Peer self,
      PeerSettings settings,
      MessageSource sentences,
      RandomGenerator random) {
    this.address = address;
    this.random = random;
    this.own = new OwnState(self, settings);
    this.periods = new Periods(self.started());
    this.machine = new Machine(address, unannounced);
    LearningGate gate = new LearningGate(self, address, unannounced);
    HandshakeBudget budget = new HandshakeBudget();
    LostPeers lost = new LostPeers();
    Agenda agenda = new Agenda();
    Roster roster = new Roster(known, agenda, budget, gate);
    Outages outages = new Outages(known, gate, roster, lost);
    Messages messages = new Messages(address, known, machine, outages);
    Introductions introductions = new Introductions(known, gate, agenda, roster, lost, random);
    ListLearning learning = new ListLearning(known, gate, machine, roster);
    Reception reception = new Reception(known, gate, machine, roster, lost, budget);
    this.neighborhood = new Neighborhood(known, gate, agenda, roster, lost, budget);
    this.survey = new Survey(known, gate, machine, budget);
    this.mill = new RumorMill(known, messages, random);
    this.work = new PeriodWork(known, messages, mill, learning, survey, sentences, random);
    this.control = new SettingsControl(address, own, known, periods, work, survey);
    this.answers =
        new Answers(known, pending, introductions, learning, lost, outages, survey, messages, mill);
    this.incoming =
        new IncomingRequests(
            own, known, neighborhood, reception, survey, messages, mill, control, periods);
  }

  /// Readable from any thread.
  public KnownPeers knownPeers() {
    return known;
  }

  /// What this peer says of itself now. Readable from any thread.
  public Peer self() {
    return own.self();
  }

  public PeerSettings settings() {
    return own.settings();
  }

  /// When the next period is to begin; it does not begin while the peer is paused.
  public Instant nextPeriod() {
    return periods.next();
  }

  /// How many rumours are kept.
  public int rumorsKept() {
    return mill.kept();
  }

  /// Whether this peer has said goodbye. Readable from any thread.
  public boolean isLeaving() {
    return own.isLeaving();
  }

  /// By how much the clock on the wall is ahead of the time that this peer is told, from now on: negative
  /// where it is behind.
  public void clockAhead(Duration ahead) {
    clockAhead = ahead;
  }

  /// The machine has these addresses from now on. Where they are others than before, the way to other
  /// peers may be another: those that do not answer are asked at once.
  public Step moved(OwnAddresses addresses, Instant now) {
    StepBuilder builder = builder(now);
    if (machine.has(addresses) && !own.isLeaving()) {
      neighborhood.checkUnreachable(builder);
    }
    return finish(builder);
  }

  /// The way to others may be free again: those that do not answer are asked at once.
  public Step retryUnreachable(Instant now) {
    StepBuilder builder = builder(now);
    if (!own.isLeaving()) {
      neighborhood.checkUnreachable(builder);
    }
    return finish(builder);
  }

  /// Begins, and connects to `targets`, all at once. The first period begins as soon as they have
  /// answered.
  public Step begin(List<PeerAddress> targets, Instant now) {
    return begin(targets, Duration.ZERO, now);
  }

  /// The same, but for the first period.
  ///
  /// @param firstPeriodIn when it begins, whether the targets have answered by then or not; zero: as
  /// soon as they have
  public Step begin(List<PeerAddress> targets, Duration firstPeriodIn, Instant now) {
    StepBuilder builder = builder(now);
    builder.happened(new GossipEvent.Started(builder.at(), address, own.self()));
    firstPeriodIsPlanned = !firstPeriodIn.isZero();
    Duration wait = targets.isEmpty() ? Duration.ZERO : LONGEST_FIRST_WAIT;
    periods.start(now.plus(firstPeriodIsPlanned ? firstPeriodIn : wait));
    targets.forEach(target -> neighborhood.connect(target, own.settings(), builder));
    return finish(builder);
  }

  /// Does what is due at `now`, if anything.
  public Step tick(Instant now) {
    StepBuilder builder = builder(now);
    if (!own.isLeaving()) {
      neighborhood.checkDue(builder);
      neighborhood.checkLost(own.settings(), builder);
      mill.sweep(builder);
      if (!own.settings().paused() && periods.isDue(now)) {
        periods.begin(now, own.settings().period());
        work.begin(periods.count(), own.settings(), builder);
      }
    }
    return finish(builder);
  }

  /// The user wants one period now, also while the peer is paused.
  public Step stepPeriod(Instant now) {
    StepBuilder builder = builder(now);
    if (!own.isLeaving()) {
      periods.beginEarly(now, own.settings().period());
      work.begin(periods.count(), own.settings(), builder);
    }
    return finish(builder);
  }

  /// The user asks for a connection.
  public Step connect(PeerAddress target, Instant now) {
    StepBuilder builder = builder(now);
    neighborhood.connect(target, own.settings(), builder);
    return finish(builder);
  }

  /// Connects to `target` in place of a peer that the user asked for under the same name and that has never
  /// answered.
  public Step connectInstead(PeerAddress unanswered, PeerAddress target, Instant now) {
    StepBuilder builder = builder(now);
    neighborhood.replace(unanswered, target, builder);
    neighborhood.connect(target, own.settings(), builder);
    return finish(builder);
  }

  /// The user drops a peer; it is not learned again until somebody asks for it.
  public Step disconnect(PeerAddress peer, Instant now) {
    StepBuilder builder = builder(now);
    neighborhood.disconnect(peer, builder);
    survey.end(peer, builder);
    return finish(builder);
  }

  /// What this peer can show for itself has changed, such as its password: those who refuse it, or whom
  /// it refuses, are asked again at once.
  public Step retryRefused(Instant now) {
    StepBuilder builder = builder(now);
    if (!own.isLeaving()) {
      neighborhood.checkRefused(builder);
    }
    return finish(builder);
  }

  /// Somebody at `source` was turned away before anything that he said was heard.
  ///
  /// @param reason in words, fit to stand behind a colon
  public Step turnedAway(InetAddress source, String reason, Instant now) {
    StepBuilder builder = builder(now);
    refusedCallers.tell(source, reason, builder);
    return finish(builder);
  }

  /// The user wants a message sent to all neighbours at once, beside the periods.
  public Step sendNow(Instant now) {
    StepBuilder builder = builder(now);
    work.sayToAll(own.settings(), builder);
    return finish(builder);
  }

  /// The user wants a message sent to one neighbour at once.
  public Step sendNow(PeerAddress peer, Instant now) {
    StepBuilder builder = builder(now);
    work.sayTo(peer, own.settings(), builder);
    return finish(builder);
  }

  /// The user changes the settings, which act at once.
  public Step change(PeerSettings newSettings, Instant now) {
    StepBuilder builder = builder(now);
    control.change(newSettings, null, builder);
    return finish(builder);
  }

  /// The user wants to know how another peer is set. Only those are asked that let others change them.
  public Step askSettings(PeerAddress peer, Instant now) {
    StepBuilder builder = builder(now);
    control.ask(peer, builder);
    return finish(builder);
  }

  /// The user changes the settings of other peers: of those among `peers` that let others change them.
  public Step tune(Collection<PeerAddress> peers, Tuning tuning, Instant now) {
    StepBuilder builder = builder(now);
    control.tune(peers, tuning, builder);
    return finish(builder);
  }

  /// A rumour begins here.
  ///
  /// @param text at most [PeerSettings#LONGEST_TEXT] bytes of UTF-8
  /// @throws IllegalArgumentException when the text is longer
  public Told spread(String text, Instant now) {
    StepBuilder builder = builder(now);
    Rumor rumor = new Rumor(RumorId.random(random), address, builder.at(), text);
    mill.hear(new Copy(rumor, 0, 0), null, false, periods.count(), own.settings(), builder);
    return new Told(finish(builder), rumor.id());
  }

  /// What came of beginning a rumour, and its name.
  public record Told(Step step, RumorId rumor) {}

  /// The user wants all rumours forgotten. Those that come again are still no news.
  public Step forgetRumors(Instant now) {
    StepBuilder builder = builder(now);
    mill.forgetAll(builder);
    return finish(builder);
  }

  /// Somebody asks something. Whether it may is for whoever calls this to know.
  ///
  /// @param request to this peer, as it came in
  public Answered answer(Caller caller, Request request, Instant now) {
    StepBuilder builder = builder(now);
    Answer answer = incoming.answer(caller, request, builder);
    return new Answered(finish(builder), answer);
  }

  /// What came of a request: what to answer, and what else to do.
  public record Answered(Step step, Answer answer) {}

  /// The answer to a question that takes no step; null for one that does, which [#answer] answers. Any
  /// thread, at any time.
  public @Nullable Reply answerAtOnce(Request request) {
    return incoming.atOnce(request);
  }

  /// Says goodbye to all neighbours that understand it. Nothing more is sent after that.
  public Step leave(Instant now) {
    StepBuilder builder = builder(now);
    for (Neighbor neighbor : known.healthy()) {
      if (neighbor.offers(Offer.LEAVE)) {
        builder.send(new Request.Leave(neighbor.address(), own.self()));
      }
    }
    own.leave();
    pending.close();
    return finish(builder);
  }

  /// The answer to `outgoing` has come.
  public Step answered(Outgoing outgoing, Reply reply, Duration roundTrip, Instant now) {
    StepBuilder builder = builder(now);
    answers.answered(outgoing, reply, roundTrip, periods.count(), own.settings(), builder);
    hastenFirstPeriod(builder);
    return finish(builder);
  }

  /// No answer to `outgoing` will come.
  public Step failed(Outgoing outgoing, Failure failure, Instant now) {
    StepBuilder builder = builder(now);
    answers.failed(outgoing, failure, own.settings(), builder);
    hastenFirstPeriod(builder);
    return finish(builder);
  }

  private void hastenFirstPeriod(StepBuilder builder) {
    if (periods.count() == 0 && !firstPeriodIsPlanned && !neighborhood.awaitsTargets()) {
      periods.hasten(builder.now());
    }
  }

  /// All that this peer shows of itself.
  public PeerSnapshot snapshot(Instant now) {
    return new PeerSnapshot(
        now.plus(clockAhead),
        address,
        own.self(),
        own.settings(),
        periods.count(),
        known.acquaintances(MOST_SHOWN),
        mill.shown());
  }

  private StepBuilder builder(Instant now) {
    return new StepBuilder(now, clockAhead, own.self(), pending);
  }

  private Step finish(StepBuilder builder) {
    if (own.isLeaving()) {
      return builder.step(null);
    }
    Instant period = own.settings().paused() ? null : periods.next();
    return builder.step(
        earlier(earlier(neighborhood.nextCheck(own.settings()), period), mill.nextSweep()));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
