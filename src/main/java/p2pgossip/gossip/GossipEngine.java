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
  private final MessageSource sentences;
  private final RandomGenerator random;
  private final KnownPeers known = new KnownPeers();
  private final PendingRequests underWay = new PendingRequests();
  private final Agenda agenda = new Agenda();
  private final Neighborhood neighborhood;
  private final ListLearning learning;
  private final Machine machine;
  private final Reception reception;
  private final Survey survey;
  private final Messages messages;
  private final RumorMill mill;
  private final Answers answers;
  private final RefusedCallers turnaways = new RefusedCallers();
  private Periods periods;
  private boolean firstPeriodIsPlanned;
  private PeerSettings settings;
  private volatile Peer self;
  private Duration clockAhead = Duration.ZERO;
  private volatile boolean gone;

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
    this.self = introduction(self, settings);
    this.settings = settings;
    this.sentences = sentences;
    this.random = random;
    LearningGate gate = new LearningGate(self, address, unannounced);
    HandshakeBudget budget = new HandshakeBudget();
    LostPeers lost = new LostPeers();
    Roster roster = new Roster(known, agenda, budget, gate);
    Outages outages = new Outages(known, gate, roster, lost);
    this.machine = new Machine(address, unannounced);
    this.neighborhood = new Neighborhood(known, gate, agenda, roster, lost, budget);
    Introductions introductions = new Introductions(known, gate, agenda, roster, lost, random);
    this.learning = new ListLearning(known, gate, machine, roster);
    this.reception = new Reception(known, gate, machine, roster, lost, budget);
    this.survey = new Survey(known, gate, machine, budget);
    this.messages = new Messages(address, known, machine, outages);
    this.mill = new RumorMill(known, messages, random);
    this.answers =
        new Answers(
            known, underWay, introductions, learning, lost, outages, survey, messages, mill);
    this.periods = new Periods(self.started());
  }

  /// Readable from any thread.
  public KnownPeers knownPeers() {
    return known;
  }

  /// What this peer says of itself now. Readable from any thread.
  public Peer self() {
    return self;
  }

  public PeerSettings settings() {
    return settings;
  }

  private static Peer introduction(Peer self, PeerSettings settings) {
    return self.withPeriod(settings.period()).withOffer(Offer.TUNING, settings.tunable());
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
    return gone;
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
    if (machine.has(addresses) && !gone) {
      neighborhood.checkUnreachable(builder);
    }
    return finish(builder);
  }

  /// The way to others may be free again: those that do not answer are asked at once.
  public Step retryUnreachable(Instant now) {
    StepBuilder builder = builder(now);
    if (!gone) {
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
    builder.happened(new GossipEvent.Started(builder.at(), address, self));
    firstPeriodIsPlanned = !firstPeriodIn.isZero();
    Duration wait = targets.isEmpty() ? Duration.ZERO : LONGEST_FIRST_WAIT;
    periods = new Periods(now.plus(firstPeriodIsPlanned ? firstPeriodIn : wait));
    targets.forEach(target -> neighborhood.connect(target, settings, builder));
    return finish(builder);
  }

  /// Does what is due at `now`, if anything.
  public Step tick(Instant now) {
    StepBuilder builder = builder(now);
    if (!gone) {
      neighborhood.checkDue(builder);
      neighborhood.checkLost(settings, builder);
      mill.sweep(builder);
      if (!settings.paused() && periods.isDue(now)) {
        periods.begin(now, settings.period());
        beginPeriod(builder);
      }
    }
    return finish(builder);
  }

  /// The user wants one period now, also while the peer is paused.
  public Step stepPeriod(Instant now) {
    StepBuilder builder = builder(now);
    if (!gone) {
      periods.beginEarly(now, settings.period());
      beginPeriod(builder);
    }
    return finish(builder);
  }

  /// The user asks for a connection.
  public Step connect(PeerAddress target, Instant now) {
    StepBuilder builder = builder(now);
    neighborhood.connect(target, settings, builder);
    return finish(builder);
  }

  /// Connects to `target` in place of a peer that the user asked for under the same name and that has never
  /// answered.
  public Step connectInstead(PeerAddress unanswered, PeerAddress target, Instant now) {
    StepBuilder builder = builder(now);
    neighborhood.replace(unanswered, target, builder);
    neighborhood.connect(target, settings, builder);
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
    if (!gone) {
      neighborhood.checkRefused(builder);
    }
    return finish(builder);
  }

  /// Somebody at `source` was turned away before anything that he said was heard.
  ///
  /// @param reason in words, fit to stand behind a colon
  public Step turnedAway(InetAddress source, String reason, Instant now) {
    StepBuilder builder = builder(now);
    turnaways.tell(source, reason, builder);
    return finish(builder);
  }

  /// The user wants a message sent to all neighbours at once, beside the periods.
  public Step sendNow(Instant now) {
    StepBuilder builder = builder(now);
    String text = nextText();
    known.healthy().forEach(neighbor -> messages.say(neighbor, text, builder));
    return finish(builder);
  }

  /// The user wants a message sent to one neighbour at once.
  public Step sendNow(PeerAddress peer, Instant now) {
    StepBuilder builder = builder(now);
    Neighbor neighbor = known.get(peer);
    if (neighbor != null && neighbor.isHealthy()) {
      messages.say(neighbor, nextText(), builder);
    }
    return finish(builder);
  }

  /// The user changes the settings, which act at once.
  public Step change(PeerSettings newSettings, Instant now) {
    return change(newSettings, null, now);
  }

  /// Somebody, who says that it is reached at `from`, changes the settings. Whether it may is for whoever
  /// calls this to know.
  ///
  /// @throws IllegalArgumentException when a value is out of its range, naming it; then nothing is changed
  Step tuned(Caller caller, @Nullable PeerAddress from, Tuning tuning, Instant now) {
    return change(tuning.applyTo(settings), messages.senderOf(caller, from), now);
  }

  private Step change(PeerSettings newSettings, @Nullable Sender by, Instant now) {
    PeerSettings before = settings;
    settings = newSettings;
    self = introduction(self, newSettings);
    StepBuilder builder = builder(now);
    builder.happened(new GossipEvent.SettingsChanged(builder.at(), newSettings, by));
    boolean resumed = before.paused() && !newSettings.paused();
    if (resumed || !before.period().equals(newSettings.period())) {
      periods.retime(now, newSettings.period());
    }
    if (!newSettings.asksNeighbors()) {
      survey.endAll(builder);
    } else if (newSettings.wholeNetwork() && !before.wholeNetwork()) {
      askNeighbors(builder);
    }
    return finish(builder);
  }

  /// The user wants to know how another peer is set. Only those are asked that let others change them.
  public Step askSettings(PeerAddress peer, Instant now) {
    StepBuilder builder = builder(now);
    if (isTunable(peer)) {
      builder.send(new Request.AskSettings(peer));
    }
    return finish(builder);
  }

  /// The user changes the settings of other peers: of those among `peers` that let others change them.
  public Step tune(Collection<PeerAddress> peers, Tuning tuning, Instant now) {
    StepBuilder builder = builder(now);
    for (PeerAddress peer : peers) {
      if (isTunable(peer) && builder.send(new Request.Tune(peer, address, tuning)) == null) {
        Failure busy =
            new Failure(Failure.Kind.REFUSED, "it has not answered the change before this one yet");
        builder.happened(new GossipEvent.TuningFailed(builder.at(), peer, true, busy));
      }
    }
    return finish(builder);
  }

  private boolean isTunable(PeerAddress peer) {
    Neighbor neighbor = known.get(peer);
    return neighbor != null && neighbor.isHealthy() && neighbor.offers(Offer.TUNING);
  }

  /// A rumour begins here.
  ///
  /// @param text at most [PeerSettings#LONGEST_TEXT] bytes of UTF-8
  /// @throws IllegalArgumentException when the text is longer
  public Told spread(String text, Instant now) {
    StepBuilder builder = builder(now);
    Rumor rumor = new Rumor(RumorId.random(random), address, builder.at(), text);
    mill.hear(new Copy(rumor, 0, 0), null, false, periods.count(), settings, builder);
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
    return switch (request) {
      case Request.Handshake handshake -> introduced(caller, handshake, now);
      case Request.AskKnownPeers _ -> answered(finish(builder(now)), announced());
      case Request.Connect(var _, Peer peer) -> {
        Called called = connectRequested(caller, peer, now);
        yield switch (called.admission()) {
          case Admission.Admitted _ -> answered(called.step(), new Reply.Accepted());
          case Admission.Refused(String reason, boolean tryLater) ->
              new Answered(called.step(), new Answer.Refused(reason, tryLater));
        };
      }
      case Request.Tell(var _, Message message) -> {
        Heard heard = received(caller, message, now);
        yield answered(heard.step(), new Reply.Heard(heard.hearing()));
      }
      case Request.Exchange(var _, PeerAddress from, Digest digest) -> {
        Asked asked = asked(caller, from, digest, now);
        yield answered(asked.step(), asked.answer());
      }
      case Request.AskSettings _ ->
          answered(finish(builder(now)), new Reply.SettingsShown(settings));
      case Request.Tune(var _, var from, Tuning tuning) -> {
        try {
          Step step = tuned(caller, from, tuning, now);
          yield answered(step, new Reply.SettingsShown(settings));
        } catch (IllegalArgumentException e) {
          String reason = String.valueOf(e.getMessage());
          yield new Answered(finish(builder(now)), new Answer.Refused(reason, false));
        }
      }
      case Request.Leave(var _, Peer leaver) -> {
        Left left = left(caller, leaver, now);
        yield answered(left.step(), new Reply.Released(left.farewell() == Farewell.CHECKED));
      }
    };
  }

  private Answered introduced(Caller caller, Request.Handshake handshake, Instant now) {
    Reply atOnce = answerAtOnce(handshake);
    PeerAddress from = handshake.from();
    if (atOnce != null || from == null) {
      return answered(finish(builder(now)), atOnce == null ? introduction(null) : atOnce);
    }
    return answered(noticed(caller, from, now), introduction(false));
  }

  private Reply introduction(@Nullable Boolean knowsCaller) {
    return new Reply.Introduced(self, null, knowsCaller, gone);
  }

  private Reply announced() {
    return new Reply.Known(known.announced(), 0);
  }

  private static Answered answered(Step step, Reply reply) {
    return new Answered(step, new Answer.Given(reply));
  }

  /// What came of a request: what to answer, and what else to do.
  public record Answered(Step step, Answer answer) {}

  /// The answer to a question that takes no step; null for one that does, which [#answer] answers. Any
  /// thread, at any time.
  public @Nullable Reply answerAtOnce(Request request) {
    return switch (request) {
      case Request.Handshake _ when gone -> introduction(false);
      case Request.Handshake(var _, var from) when from == null -> introduction(null);
      case Request.Handshake(var _, var from) when known.tells(from) -> introduction(true);
      case Request.AskKnownPeers _ -> announced();
      default -> null;
    };
  }

  /// A message came in.
  Heard received(Caller caller, Message message, Instant now) {
    StepBuilder builder = builder(now);
    Sender sender = messages.senderOf(caller, message.from());
    Neighbor neighbor = messages.neighborAt(sender);
    if (neighbor != null) {
      neighborhood.messageFrom(neighbor, sender, builder);
    } else {
      notice(sender, builder);
    }
    Copy copy = message.copy();
    Hearing hearing;
    if (copy == null) {
      builder.happened(new GossipEvent.MessageReceived(builder.at(), sender, message.text()));
      hearing = Hearing.UNSAID;
    } else {
      hearing = mill.hear(copy, sender, false, periods.count(), settings, builder);
    }
    return new Heard(finish(builder), hearing);
  }

  /// What came of a message: what to say to the sender, and what else to do.
  record Heard(Step step, Hearing hearing) {}

  /// Somebody, who says that he is reached at `from`, asks for rumours. Answered also while this peer is
  /// paused. Where he can't be that peer, what he is given is put down to where he called from.
  Asked asked(Caller caller, PeerAddress from, Digest digest, Instant now) {
    StepBuilder builder = builder(now);
    Sender sender = messages.senderOf(caller, from);
    Neighbor neighbor = messages.neighborAt(sender);
    if (neighbor != null) {
      neighborhood.heardFrom(neighbor, builder);
    } else {
      notice(sender, builder);
    }
    PeerAddress asker =
        sender instanceof Sender.Named ? from : new PeerAddress(caller.source(), from.port());
    Reply.Exchanged answer = mill.asked(asker, digest, periods.count(), settings, builder);
    return new Asked(finish(builder), answer);
  }

  /// What came of a question: what to answer, and what else to do.
  record Asked(Step step, Reply.Exchanged answer) {}

  /// Somebody, who says that he is reached at `from`, has asked something that needs no step to be
  /// answered.
  Step noticed(Caller caller, PeerAddress from, Instant now) {
    StepBuilder builder = builder(now);
    if (!gone) {
      notice(messages.senderOf(caller, from), builder);
    }
    return finish(builder);
  }

  private void notice(Sender sender, StepBuilder builder) {
    if (sender instanceof Sender.Named(PeerAddress from)) {
      neighborhood.noticed(from, builder);
    }
  }

  /// Somebody asks to be connected.
  Called connectRequested(Caller caller, Peer peer, Instant now) {
    StepBuilder builder = builder(now);
    Admission admission = reception.called(caller, peer, settings, builder);
    return new Called(finish(builder), admission);
  }

  /// What came of a call: what to say to the caller, and what else to do.
  record Called(Step step, Admission admission) {}

  /// Somebody says that a peer leaves.
  Left left(Caller caller, Peer leaver, Instant now) {
    StepBuilder builder = builder(now);
    Farewell farewell = reception.left(caller, leaver, settings, builder);
    PeerAddress proven = caller.proven();
    if (proven != null && !known.contains(proven)) {
      survey.end(proven, builder);
    }
    return new Left(finish(builder), farewell);
  }

  /// What came of a goodbye: what is made of it, and what else to do.
  record Left(Step step, Farewell farewell) {}

  /// Says goodbye to all neighbours that understand it. Nothing more is sent after that.
  public Step leave(Instant now) {
    StepBuilder builder = builder(now);
    for (Neighbor neighbor : known.healthy()) {
      if (neighbor.offers(Offer.LEAVE)) {
        builder.send(new Request.Leave(neighbor.address(), self));
      }
    }
    gone = true;
    underWay.close();
    return finish(builder);
  }

  /// The answer to `outgoing` has come.
  public Step answered(Outgoing outgoing, Reply reply, Duration roundTrip, Instant now) {
    StepBuilder builder = builder(now);
    answers.answered(outgoing, reply, roundTrip, periods.count(), settings, builder);
    hastenFirstPeriod(builder);
    return finish(builder);
  }

  /// No answer to `outgoing` will come.
  public Step failed(Outgoing outgoing, Failure failure, Instant now) {
    StepBuilder builder = builder(now);
    answers.failed(outgoing, failure, settings, builder);
    hastenFirstPeriod(builder);
    return finish(builder);
  }

  private void beginPeriod(StepBuilder builder) {
    String text = settings.sentences() ? nextText() : null;
    List<Neighbor> neighbors = known.healthy();
    builder.happened(
        new GossipEvent.PeriodBegan(builder.at(), periods.count(), text, neighbors.size()));
    if (text != null) {
      neighbors.forEach(neighbor -> messages.say(neighbor, text, builder));
    }
    mill.beginPeriod(settings, builder);
    learning.beginPeriod();
    if (settings.asksNeighbors()) {
      askNeighbors(builder);
    }
    if (settings.wholeNetwork()) {
      survey.beginPeriod(builder);
    }
  }

  private void askNeighbors(StepBuilder builder) {
    known
        .healthy()
        .forEach(neighbor -> builder.send(new Request.AskKnownPeers(neighbor.address())));
  }

  private String nextText() {
    String text = settings.text();
    return text != null ? text : sentences.next(random);
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
        self,
        settings,
        periods.count(),
        known.acquaintances(MOST_SHOWN),
        mill.shown());
  }

  private StepBuilder builder(Instant now) {
    return new StepBuilder(now, clockAhead, self, underWay);
  }

  private Step finish(StepBuilder builder) {
    if (gone) {
      return builder.step(null);
    }
    Instant period = settings.paused() ? null : periods.next();
    return builder.step(
        earlier(earlier(neighborhood.nextCheck(settings), period), mill.nextSweep()));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
