package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Neighbor.Traffic;

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

  private final PeerAddress address;
  private final MessageSource sentences;
  private final RandomGenerator random;
  private final KnownPeers known = new KnownPeers();
  private final UnderWay underWay = new UnderWay();
  private final Agenda agenda = new Agenda();
  private final Neighborhood neighborhood;
  private final Survey survey;
  private final LearningGate gate;
  private Periods periods;
  private PeerSettings settings;
  private volatile Peer self;

  /// @param address where others reach this peer
  /// @param self what it says of itself; its period is that of `settings`
  public GossipEngine(
      PeerAddress address,
      Peer self,
      PeerSettings settings,
      MessageSource sentences,
      RandomGenerator random) {
    this.address = address;
    this.self = self.withPeriod(settings.period());
    this.settings = settings;
    this.sentences = sentences;
    this.random = random;
    this.gate = new LearningGate(self, address);
    this.neighborhood = new Neighborhood(known, gate, agenda, random);
    this.survey = new Survey(known, gate);
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

  /// Begins, and connects to `targets`, all at once.
  public Step begin(List<PeerAddress> targets, Instant now) {
    Draft draft = draft(now);
    draft.happened(new GossipEvent.Started(now, address, self));
    periods = new Periods(targets.isEmpty() ? now : now.plus(LONGEST_FIRST_WAIT));
    targets.forEach(target -> neighborhood.connect(target, settings, draft));
    return finish(draft);
  }

  /// Does what is due at `now`, if anything.
  public Step tick(Instant now) {
    Draft draft = draft(now);
    neighborhood.checkDue(draft);
    if (!settings.paused() && periods.isDue(now)) {
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

  /// The user wants a message sent to all neighbours at once, beside the periods.
  public Step sendNow(Instant now) {
    Draft draft = draft(now);
    String text = nextText();
    known.healthy().forEach(neighbor -> tell(neighbor, text, draft));
    return finish(draft);
  }

  /// The user wants a message sent to one neighbour at once.
  public Step sendNow(PeerAddress peer, Instant now) {
    Draft draft = draft(now);
    Neighbor neighbor = known.get(peer);
    if (neighbor != null && neighbor.isHealthy()) {
      tell(neighbor, nextText(), draft);
    }
    return finish(draft);
  }

  /// The user changes the settings, which act at once.
  public Step change(PeerSettings newSettings, Instant now) {
    PeerSettings before = settings;
    settings = newSettings;
    self = self.withPeriod(newSettings.period());
    Draft draft = draft(now);
    draft.happened(new GossipEvent.SettingsChanged(now, newSettings));
    boolean resumed = before.paused() && !newSettings.paused();
    if (resumed || !before.period().equals(newSettings.period())) {
      periods.retime(now, newSettings.period());
    }
    if (!asksNeighbors()) {
      survey.endAll(draft);
    } else if (newSettings.wholeNetwork() && !before.wholeNetwork()) {
      askNeighbors(draft);
    }
    return finish(draft);
  }

  /// A message came in from `source`.
  public Step received(InetAddress source, Message message, Instant now) {
    Draft draft = draft(now);
    Sender sender = senderOf(source, message);
    Neighbor neighbor =
        switch (sender) {
          case Sender.Named(PeerAddress from) -> known.get(from);
          case Sender.Presumed(PeerAddress from) -> known.get(from);
          case Sender.Unnamed(InetAddress _) -> null;
        };
    if (neighbor != null) {
      neighborhood.heardFrom(neighbor, draft);
    }
    draft.happened(new GossipEvent.MessageReceived(now, sender, message.text()));
    return finish(draft);
  }

  /// Somebody at `source` asks to be connected.
  public Called connectRequested(InetAddress source, Peer caller, Instant now) {
    Draft draft = draft(now);
    Admission admission = neighborhood.called(source, caller, settings, draft);
    return new Called(finish(draft), admission);
  }

  /// What came of a call: what to say to the caller, and what else to do.
  public record Called(Step step, Admission admission) {}

  /// The answer to `outgoing` has come.
  public Step answered(Outgoing outgoing, Reply reply, Duration roundTrip, Instant now) {
    underWay.end(outgoing);
    Draft draft = draft(now);
    PeerAddress from = outgoing.request().to();
    switch (reply) {
      case Reply.Introduced(Peer peer) -> {
        if (known.contains(from)) {
          neighborhood.introduced(from, peer, roundTrip, draft);
        } else if (settings.wholeNetwork()) {
          survey.introduced(from, peer, draft);
        }
      }
      case Reply.Accepted() -> neighborhood.accepted(from, roundTrip, draft);
      case Reply.Known listed -> reported(from, listed, draft);
      case Reply.Heard _ -> {
        Neighbor neighbor = known.get(from);
        if (neighbor != null) {
          known.put(
              neighbor
                  .withTraffic(neighbor.traffic().oneDelivered())
                  .withHealth(neighbor.health().delivered(now, roundTrip)));
        }
        draft.happened(new GossipEvent.MessageDelivered(now, outgoing.id(), from, roundTrip));
      }
      case Reply.Exchanged _, Reply.Released _ -> {}
    }
    hastenFirstPeriod(draft);
    return finish(draft);
  }

  /// No answer to `outgoing` will come.
  public Step failed(Outgoing outgoing, Failure failure, Instant now) {
    underWay.end(outgoing);
    Draft draft = draft(now);
    PeerAddress to = outgoing.request().to();
    switch (outgoing.request()) {
      case Request.Handshake _ -> {
        if (known.contains(to)) {
          neighborhood.checkFailed(to, failure, settings, draft);
        } else if (settings.wholeNetwork()) {
          survey.failed(to, draft);
        }
      }
      case Request.Connect _ -> neighborhood.connectRefused(to, failure, settings, draft);
      case Request.AskKnownPeers _ -> {
        if (known.contains(to)) {
          survey.end(to, draft);
        } else {
          survey.failed(to, draft);
        }
      }
      case Request.Exchange _, Request.Leave _ -> {}
      case Request.Tell(PeerAddress _, Message message) -> {
        draft.happened(
            new GossipEvent.MessageFailed(now, outgoing.id(), to, message.text(), failure));
        messageFailed(to, failure, draft);
      }
    }
    hastenFirstPeriod(draft);
    return finish(draft);
  }

  private void messageFailed(PeerAddress to, Failure failure, Draft draft) {
    Neighbor neighbor = known.get(to);
    if (neighbor == null) {
      return;
    }
    Traffic traffic = neighbor.traffic().oneFailed();
    Neighbor counted = neighbor.withTraffic(traffic);
    if (neighbor.isHealthy()) {
      neighborhood.lapse(counted, failure, settings, draft);
    } else {
      known.put(counted);
    }
    if (!known.contains(to)) {
      survey.end(to, draft);
    }
  }

  private void beginPeriod(Draft draft) {
    periods.begin(draft.now(), settings.period());
    String text = nextText();
    List<Neighbor> neighbors = known.healthy();
    draft.happened(
        new GossipEvent.PeriodBegan(draft.now(), periods.count(), text, neighbors.size()));
    neighbors.forEach(neighbor -> tell(neighbor, text, draft));
    neighborhood.beginPeriod(draft);
    if (asksNeighbors()) {
      askNeighbors(draft);
    }
    if (settings.wholeNetwork()) {
      survey.beginPeriod(draft);
    }
  }

  private void tell(Neighbor neighbor, String text, Draft draft) {
    PeerAddress to = neighbor.address();
    PeerAddress from = neighbor.offers(Offer.SENDER) ? address : null;
    Outgoing outgoing = draft.send(new Request.Tell(to, new Message(text, from)));
    if (outgoing == null) {
      draft.happened(new GossipEvent.MessageSkipped(draft.now(), to));
      return;
    }
    known.put(neighbor.withTraffic(neighbor.traffic().oneSent()));
    draft.happened(new GossipEvent.MessageSent(draft.now(), outgoing.id(), to, text));
  }

  private boolean asksNeighbors() {
    return settings.update() || settings.wholeNetwork();
  }

  private void askNeighbors(Draft draft) {
    known.healthy().forEach(neighbor -> draft.send(new Request.AskKnownPeers(neighbor.address())));
  }

  private void reported(PeerAddress by, Reply.Known listed, Draft draft) {
    if (asksNeighbors()) {
      survey.reported(by, listed.peers().keySet(), draft);
    }
    Neighbor neighbor = known.get(by);
    if (settings.update() && neighbor != null) {
      neighborhood.learn(by, listed.peers(), settings, draft);
    }
  }

  private String nextText() {
    String text = settings.text();
    return text != null ? text : sentences.next(random);
  }

  /// A sender that names itself is believed where it called from that address, or where the peer is
  /// known; anything else could be made up.
  private Sender senderOf(InetAddress source, Message message) {
    PeerAddress claimed = message.from();
    if (claimed != null && (claimed.ip().equals(source) || known.contains(claimed))) {
      return new Sender.Named(claimed);
    }
    PeerAddress only = claimed == null ? onlySilentNeighborAt(source) : null;
    return only != null ? new Sender.Presumed(only) : new Sender.Unnamed(source);
  }

  private @Nullable PeerAddress onlySilentNeighborAt(InetAddress source) {
    PeerAddress only = null;
    for (Neighbor neighbor : known.all()) {
      PeerAddress candidate = neighbor.address();
      if (candidate.ip().equals(source) && !neighbor.offers(Offer.SENDER)) {
        if (only != null) {
          return null;
        }
        only = candidate;
      }
    }
    return only;
  }

  private void hastenFirstPeriod(Draft draft) {
    if (periods.count() == 0 && !neighborhood.awaitsTargets()) {
      periods.hasten(draft.now());
    }
  }

  private Draft draft(Instant now) {
    return new Draft(now, self, underWay);
  }

  private Step finish(Draft draft) {
    Instant check = agenda.earliest();
    Instant period = settings.paused() ? null : periods.next();
    if (check == null || period == null) {
      return draft.step(check == null ? period : check);
    }
    return draft.step(check.isBefore(period) ? check : period);
  }
}
