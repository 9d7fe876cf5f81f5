package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The gossip of one peer as a function: it is given the time and what came in, and returns what to
/// send and what happened.
///
/// Driven by one thread at a time; other threads may only use the methods that say so. Each request
/// of a [Step] is to be followed by exactly one call of [#answered] or [#failed]. `now` is a time
/// that proceeds evenly and never goes back, even if the wall clock is set. Events and snapshots
/// give the time of the wall clock, which is ahead by what [#clockAhead] says.
public final class GossipEngine {

  /// The longest time that the first period waits for the peers that this one was started with, so
  /// that they hear the first message too.
  private static final Duration LONGEST_FIRST_WAIT = Duration.ofSeconds(1);

  /// The most neighbours in one snapshot.
  private static final int MOST_SHOWN = 2_000;

  private final PeerAddress address;
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
    this(address, Set.of(), self, settings, Limits.REAL, sentences, random);
  }

  /// @param address where others reach this peer
  /// @param unannounced further addresses at which others reach it, which it tells no one
  /// @param self what it says of itself; its period is that of `settings`
  /// @param limits those of a real peer or of a simulated one
  public GossipEngine(
      PeerAddress address,
      Set<PeerAddress> unannounced,
      Peer self,
      PeerSettings settings,
      Limits limits,
      MessageSource sentences,
      RandomGenerator random) {
    this.address = address;
    this.own = new OwnState(self, settings);
    this.periods = new Periods(self.started());
    this.machine = new Machine(address, unannounced);
    LearningGate gate = new LearningGate(self, address, unannounced);
    HandshakeBudget budget = HandshakeBudget.of(limits);
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
    this.mill = new RumorMill(known, messages, limits, random);
    this.work = new PeriodWork(known, messages, mill, learning, survey, sentences, random);
    this.control = new SettingsControl(address, own, known, periods, work, survey);
    this.answers =
        new Answers(known, pending, introductions, learning, lost, outages, survey, messages, mill);
    this.incoming =
        new IncomingRequests(
            address, own, known, neighborhood, reception, survey, messages, mill, control, periods);
  }

  /// Where others reach this peer. May be called from any thread.
  public PeerAddress address() {
    return address;
  }

  /// May be called from any thread.
  public KnownPeers knownPeers() {
    return known;
  }

  /// What this peer says of itself now. May be called from any thread.
  public Peer self() {
    return own.self();
  }

  public PeerSettings settings() {
    return own.settings();
  }

  /// When the next period is due. It does not begin while the peer is paused.
  public Instant nextPeriod() {
    return Nanos.moment(periods.next());
  }

  /// The number of rumours that are kept.
  public int rumorsKept() {
    return mill.kept();
  }

  /// Whether this peer passes a rumour on.
  public boolean isSpreading(RumorId rumor) {
    return mill.isSpreading(rumor);
  }

  /// Whether this peer has said goodbye. May be called from any thread.
  public boolean isLeaving() {
    return own.isLeaving();
  }

  /// Sets how far the wall clock is ahead of the time that is passed in, from now on; negative if
  /// it is behind.
  public void clockAhead(Duration ahead) {
    clockAhead = ahead;
  }

  /// The machine has these addresses from now on. If they have changed, so may the way to other
  /// peers: those that do not answer are asked at once.
  public Step moved(OwnAddresses addresses, Instant now) {
    StepBuilder builder = builder(now);
    if (machine.has(addresses) && !own.isLeaving()) {
      neighborhood.checkUnreachable(builder);
    }
    return finish(builder);
  }

  /// Other peers may be reachable again: those that do not answer are asked at once.
  public Step retryUnreachable(Instant now) {
    StepBuilder builder = builder(now);
    if (!own.isLeaving()) {
      neighborhood.checkUnreachable(builder);
    }
    return finish(builder);
  }

  /// Starts, and connects to all `targets` at once. The first period begins as soon as they have
  /// answered.
  public Step begin(List<PeerAddress> targets, Instant now) {
    return begin(targets, Duration.ZERO, now);
  }

  /// The same, with a given time of the first period.
  ///
  /// @param firstPeriodIn the time until the first period, whether or not the targets have answered
  /// by then; zero: it begins as soon as they have
  public Step begin(List<PeerAddress> targets, Duration firstPeriodIn, Instant now) {
    StepBuilder builder = builder(now);
    builder.happened(new GossipEvent.Started(builder.at(), address, own.self()));
    firstPeriodIsPlanned = !firstPeriodIn.isZero();
    Duration wait = targets.isEmpty() ? Duration.ZERO : LONGEST_FIRST_WAIT;
    periods.start(now.plus(firstPeriodIsPlanned ? firstPeriodIn : wait));
    targets.forEach(target -> neighborhood.connect(target, own.settings(), builder));
    return finish(builder);
  }

  /// The user gives this peer another name. Others learn it by their next handshake.
  ///
  /// @param name null for none
  public Step rename(@Nullable PeerName name, Instant now) {
    StepBuilder builder = builder(now);
    if (!Objects.equals(own.self().name(), name)) {
      own.rename(name);
      builder.happened(new GossipEvent.PeerNamed(builder.at(), address, name));
    }
    return finish(builder);
  }

  /// Does whatever is due at `now`.
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

  /// The user wants a period now. It begins even if the peer is paused.
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

  /// Connects to `target` in place of a peer that the user asked for by the same name and that has
  /// never answered.
  public Step connectInstead(PeerAddress unanswered, PeerAddress target, Instant now) {
    StepBuilder builder = builder(now);
    neighborhood.replace(unanswered, target, builder);
    neighborhood.connect(target, own.settings(), builder);
    return finish(builder);
  }

  /// The user drops a peer. It is not learned again until the user or that peer asks for a
  /// connection.
  public Step disconnect(PeerAddress peer, Instant now) {
    StepBuilder builder = builder(now);
    neighborhood.disconnect(peer, builder);
    survey.end(peer, builder);
    return finish(builder);
  }

  /// What this peer can prove has changed, for example its password: the peers that refuse it, or
  /// that it refuses, are asked again at once.
  public Step retryRefused(Instant now) {
    StepBuilder builder = builder(now);
    if (!own.isLeaving()) {
      neighborhood.checkRefused(builder);
    }
    return finish(builder);
  }

  /// A caller at `source` was turned away before anything that it said was read.
  ///
  /// @param reason in words that fit after a colon
  public Step turnedAway(InetAddress source, String reason, Instant now) {
    StepBuilder builder = builder(now);
    refusedCallers.tell(source, reason, builder);
    return finish(builder);
  }

  /// The user wants a message sent to all neighbours now, outside the periods.
  public Step sendNow(Instant now) {
    StepBuilder builder = builder(now);
    work.sayToAll(own.settings(), builder);
    return finish(builder);
  }

  /// The user wants a message sent to one neighbour now.
  public Step sendNow(PeerAddress peer, Instant now) {
    StepBuilder builder = builder(now);
    work.sayTo(peer, own.settings(), builder);
    return finish(builder);
  }

  /// The user changes the settings. They apply at once.
  public Step change(PeerSettings newSettings, Instant now) {
    StepBuilder builder = builder(now);
    control.change(newSettings, null, builder);
    return finish(builder);
  }

  /// The user wants to know the settings of another peer. Only peers that let others change them
  /// are asked.
  public Step askSettings(PeerAddress peer, Instant now) {
    StepBuilder builder = builder(now);
    control.ask(peer, builder);
    return finish(builder);
  }

  /// The user changes the settings of those of `peers` that let others do so.
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
    RumorId rumor = mill.begin(address, text, periods.count(), own.settings(), builder);
    return new Told(finish(builder), rumor);
  }

  /// The result of beginning a rumour, and its name.
  public record Told(Step step, RumorId rumor) {}

  /// The user wants all rumours forgotten. If they come again they are still not news.
  public Step forgetRumors(Instant now) {
    StepBuilder builder = builder(now);
    mill.forgetAll(builder);
    return finish(builder);
  }

  /// A request came in. The caller of this method decides whether the sender may make it.
  ///
  /// @param request that was sent to this peer
  public Answered answer(Caller caller, Request request, Instant now) {
    StepBuilder builder = builder(now);
    Answer answer = incoming.answer(caller, request, builder);
    return new Answered(finish(builder), answer);
  }

  /// The result of a request: what to answer, and what else to do.
  public record Answered(Step step, Answer answer) {}

  /// The answer to a request that needs no step; null for any other, which [#answer] answers. May
  /// be called from any thread.
  public @Nullable Reply answerAtOnce(Request request) {
    return incoming.atOnce(request);
  }

  /// Says goodbye to all neighbours that understand it. Nothing is sent after that.
  public Step leave(Instant now) {
    StepBuilder builder = builder(now);
    for (Neighbor neighbor : known.inOrder()) {
      if (neighbor.offers(Offer.LEAVE)) {
        builder.send(new Request.Leave(neighbor.address(), own.self()));
      }
    }
    own.leave();
    pending.close();
    return finish(builder);
  }

  /// `outgoing` was answered.
  public Step answered(Outgoing outgoing, Reply reply, Duration roundTrip, Instant now) {
    StepBuilder builder = builder(now);
    answers.answered(outgoing, reply, roundTrip, periods.count(), own.settings(), builder);
    hastenFirstPeriod(builder);
    return finish(builder);
  }

  /// `outgoing` will not be answered.
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

  /// What this peer shows of itself.
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
    long wakeAt = Math.min(neighborhood.nextCheck(own.settings()), mill.nextSweep());
    if (!own.settings().paused()) {
      wakeAt = Math.min(wakeAt, periods.next());
    }
    return builder.step(wakeAt == Nanos.NEVER ? null : Nanos.moment(wakeAt));
  }
}
