package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One peer's gossip, as a function: it is told what time it is and what came in, and says what is to
/// be sent and what happened.
///
/// Driven by one thread at a time; [#knownPeers()] alone may be read by others meanwhile. Each request
/// of a [Step] is to be answered by exactly one call of [#answered] or [#failed]. `now` never goes
/// backwards.
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
  private final UnderWay underWay = new UnderWay();
  private final Agenda agenda = new Agenda();
  private final Neighborhood neighborhood;
  private final Reception reception;
  private final Survey survey;
  private final Messages messages;
  private final RumorMill mill;
  private final Answers answers;
  private final Turnaways turnaways = new Turnaways();
  private Periods periods;
  private boolean firstPeriodIsPlanned;
  private PeerSettings settings;
  private volatile Peer self;
  private boolean gone;

  /// @param address where others reach this peer
  /// @param self what it says of itself; its period is that of `settings`
  public GossipEngine(
      PeerAddress address,
      Peer self,
      PeerSettings settings,
      MessageSource sentences,
      RandomGenerator random) {
    this.address = address;
    this.self = introduction(self, settings);
    this.settings = settings;
    this.sentences = sentences;
    this.random = random;
    LearningGate gate = new LearningGate(self, address);
    HandshakeBudget budget = new HandshakeBudget();
    Roster roster = new Roster(known, agenda, budget);
    Outages outages = new Outages(known, gate, roster);
    this.neighborhood = new Neighborhood(known, gate, agenda, roster, random);
    this.reception = new Reception(known, gate, roster);
    this.survey = new Survey(known, gate, budget);
    this.messages = new Messages(address, known, outages);
    this.mill = new RumorMill(known, messages, random);
    this.answers = new Answers(known, underWay, neighborhood, outages, survey, messages, mill);
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
    Draft draft = draft(now);
    draft.happened(new GossipEvent.Started(now, address, self));
    firstPeriodIsPlanned = !firstPeriodIn.isZero();
    Duration wait = targets.isEmpty() ? Duration.ZERO : LONGEST_FIRST_WAIT;
    periods = new Periods(now.plus(firstPeriodIsPlanned ? firstPeriodIn : wait));
    targets.forEach(target -> neighborhood.connect(target, settings, draft));
    return finish(draft);
  }

  /// Does what is due at `now`, if anything.
  public Step tick(Instant now) {
    Draft draft = draft(now);
    if (!gone) {
      neighborhood.checkDue(draft);
      mill.sweep(draft);
      if (!settings.paused() && periods.isDue(now)) {
        periods.begin(now, settings.period());
        beginPeriod(draft);
      }
    }
    return finish(draft);
  }

  /// The user wants one period now, also while the peer is paused.
  public Step stepPeriod(Instant now) {
    Draft draft = draft(now);
    if (!gone) {
      periods.beginEarly(now, settings.period());
      beginPeriod(draft);
    }
    return finish(draft);
  }

  /// The user asks for a connection.
  public Step connect(PeerAddress target, Instant now) {
    Draft draft = draft(now);
    neighborhood.connect(target, settings, draft);
    return finish(draft);
  }

  /// The user drops a peer; it is not learned again until somebody asks for it.
  public Step disconnect(PeerAddress peer, Instant now) {
    Draft draft = draft(now);
    neighborhood.disconnect(peer, draft);
    survey.end(peer, draft);
    return finish(draft);
  }

  /// What this peer can show for itself has changed, such as its password: those who refuse it, or whom
  /// it refuses, are asked again at once.
  public Step retryRefused(Instant now) {
    Draft draft = draft(now);
    if (!gone) {
      neighborhood.checkRefused(draft);
    }
    return finish(draft);
  }

  /// Somebody at `source` was turned away before anything that he said was heard.
  ///
  /// @param reason in words, fit to stand behind a colon
  public Step turnedAway(InetAddress source, String reason, Instant now) {
    Draft draft = draft(now);
    turnaways.tell(source, reason, draft);
    return finish(draft);
  }

  /// The user wants a message sent to all neighbours at once, beside the periods.
  public Step sendNow(Instant now) {
    Draft draft = draft(now);
    String text = nextText();
    known.healthy().forEach(neighbor -> messages.say(neighbor, text, draft));
    return finish(draft);
  }

  /// The user wants a message sent to one neighbour at once.
  public Step sendNow(PeerAddress peer, Instant now) {
    Draft draft = draft(now);
    Neighbor neighbor = known.get(peer);
    if (neighbor != null && neighbor.isHealthy()) {
      messages.say(neighbor, nextText(), draft);
    }
    return finish(draft);
  }

  /// The user changes the settings, which act at once.
  public Step change(PeerSettings newSettings, Instant now) {
    return change(newSettings, null, now);
  }

  /// Somebody at `source`, who says that he is reached at `from`, changes the settings. Whether he may is
  /// for the caller to know.
  ///
  /// @throws IllegalArgumentException when a value is out of its range, naming it; then nothing is changed
  public Step tuned(InetAddress source, @Nullable PeerAddress from, Tuning tuning, Instant now) {
    return change(tuning.applyTo(settings), messages.senderOf(source, from), now);
  }

  private Step change(PeerSettings newSettings, @Nullable Sender by, Instant now) {
    PeerSettings before = settings;
    settings = newSettings;
    self = introduction(self, newSettings);
    Draft draft = draft(now);
    draft.happened(new GossipEvent.SettingsChanged(now, newSettings, by));
    boolean resumed = before.paused() && !newSettings.paused();
    if (resumed || !before.period().equals(newSettings.period())) {
      periods.retime(now, newSettings.period());
    }
    if (!newSettings.asksNeighbors()) {
      survey.endAll(draft);
    } else if (newSettings.wholeNetwork() && !before.wholeNetwork()) {
      askNeighbors(draft);
    }
    return finish(draft);
  }

  /// The user wants to know how another peer is set. Only those are asked that let others change them.
  public Step askSettings(PeerAddress peer, Instant now) {
    Draft draft = draft(now);
    if (isTunable(peer)) {
      draft.send(new Request.AskSettings(peer));
    }
    return finish(draft);
  }

  /// The user changes the settings of other peers: of those among `peers` that let others change them.
  public Step tune(Collection<PeerAddress> peers, Tuning tuning, Instant now) {
    Draft draft = draft(now);
    for (PeerAddress peer : peers) {
      if (isTunable(peer) && draft.send(new Request.Tune(peer, address, tuning)) == null) {
        Failure busy =
            new Failure(Failure.Kind.REFUSED, "it has not answered the change before this one yet");
        draft.happened(new GossipEvent.TuningFailed(now, peer, true, busy));
      }
    }
    return finish(draft);
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
    Draft draft = draft(now);
    Rumor rumor = new Rumor(RumorId.random(random), address, now, text);
    mill.hear(new Copy(rumor, 0, 0), null, false, periods.count(), settings, draft);
    return new Told(finish(draft), rumor.id());
  }

  /// What came of beginning a rumour, and its name.
  public record Told(Step step, RumorId rumor) {}

  /// The user wants all rumours forgotten. Those that come again are still no news.
  public Step forgetRumors(Instant now) {
    Draft draft = draft(now);
    mill.forgetAll(draft);
    return finish(draft);
  }

  /// A message came in from `source`.
  public Heard received(InetAddress source, Message message, Instant now) {
    Draft draft = draft(now);
    Sender sender = messages.senderOf(source, message.from());
    Neighbor neighbor = messages.neighborAt(sender);
    if (neighbor != null) {
      neighborhood.messageFrom(neighbor, draft);
    }
    Copy copy = message.copy();
    Hearing hearing;
    if (copy == null) {
      draft.happened(new GossipEvent.MessageReceived(now, sender, message.text()));
      hearing = Hearing.UNSAID;
    } else {
      hearing = mill.hear(copy, sender, false, periods.count(), settings, draft);
    }
    return new Heard(finish(draft), hearing);
  }

  /// What came of a message: what to say to the sender, and what else to do.
  public record Heard(Step step, Hearing hearing) {}

  /// Somebody at `source`, who says that he is reached at `from`, asks for rumours. Answered also
  /// while this peer is paused.
  public Asked asked(InetAddress source, PeerAddress from, Digest digest, Instant now) {
    Draft draft = draft(now);
    Neighbor neighbor = messages.neighborAt(messages.senderOf(source, from));
    if (neighbor != null) {
      neighborhood.heardFrom(neighbor, draft);
    }
    Reply.Exchanged answer = mill.asked(from, digest, periods.count(), settings, draft);
    return new Asked(finish(draft), answer);
  }

  /// What came of a question: what to answer, and what else to do.
  public record Asked(Step step, Reply.Exchanged answer) {}

  /// Somebody at `source` asks to be connected.
  public Called connectRequested(InetAddress source, Peer caller, Instant now) {
    Draft draft = draft(now);
    Admission admission = reception.called(source, caller, settings, draft);
    return new Called(finish(draft), admission);
  }

  /// What came of a call: what to say to the caller, and what else to do.
  public record Called(Step step, Admission admission) {}

  /// Somebody at `source` says goodbye.
  public Step left(InetAddress source, Peer leaver, Instant now) {
    Draft draft = draft(now);
    PeerAddress left = reception.left(source, leaver, draft);
    if (left != null) {
      survey.end(left, draft);
    }
    return finish(draft);
  }

  /// Says goodbye to all neighbours that understand it. Nothing more is sent after that.
  public Step leave(Instant now) {
    Draft draft = draft(now);
    for (Neighbor neighbor : known.healthy()) {
      if (neighbor.offers(Offer.LEAVE)) {
        draft.send(new Request.Leave(neighbor.address(), self));
      }
    }
    gone = true;
    underWay.close();
    return finish(draft);
  }

  /// The answer to `outgoing` has come.
  public Step answered(Outgoing outgoing, Reply reply, Duration roundTrip, Instant now) {
    Draft draft = draft(now);
    answers.answered(outgoing, reply, roundTrip, periods.count(), settings, draft);
    hastenFirstPeriod(draft);
    return finish(draft);
  }

  /// No answer to `outgoing` will come.
  public Step failed(Outgoing outgoing, Failure failure, Instant now) {
    Draft draft = draft(now);
    answers.failed(outgoing, failure, settings, draft);
    hastenFirstPeriod(draft);
    return finish(draft);
  }

  private void beginPeriod(Draft draft) {
    String text = settings.sentences() ? nextText() : null;
    List<Neighbor> neighbors = known.healthy();
    draft.happened(
        new GossipEvent.PeriodBegan(draft.now(), periods.count(), text, neighbors.size()));
    if (text != null) {
      neighbors.forEach(neighbor -> messages.say(neighbor, text, draft));
    }
    mill.beginPeriod(settings, draft);
    neighborhood.beginPeriod(draft);
    if (settings.asksNeighbors()) {
      askNeighbors(draft);
    }
    if (settings.wholeNetwork()) {
      survey.beginPeriod(draft);
    }
  }

  private void askNeighbors(Draft draft) {
    known.healthy().forEach(neighbor -> draft.send(new Request.AskKnownPeers(neighbor.address())));
  }

  private String nextText() {
    String text = settings.text();
    return text != null ? text : sentences.next(random);
  }

  private void hastenFirstPeriod(Draft draft) {
    if (periods.count() == 0 && !firstPeriodIsPlanned && !neighborhood.awaitsTargets()) {
      periods.hasten(draft.now());
    }
  }

  /// All that this peer shows of itself.
  public PeerSnapshot snapshot(Instant now) {
    return new PeerSnapshot(
        now,
        address,
        self,
        settings,
        periods.count(),
        known.acquaintances(MOST_SHOWN),
        mill.shown(settings));
  }

  private Draft draft(Instant now) {
    return new Draft(now, self, underWay);
  }

  private Step finish(Draft draft) {
    if (gone) {
      return draft.step(null);
    }
    Instant period = settings.paused() ? null : periods.next();
    return draft.step(earlier(earlier(agenda.earliest(), period), mill.nextSweep()));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
