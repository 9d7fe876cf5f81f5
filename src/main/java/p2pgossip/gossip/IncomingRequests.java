package p2pgossip.gossip;

import org.jspecify.annotations.Nullable;

/// Answers the requests of other peers, and does what they ask for.
final class IncomingRequests {

  private final PeerAddress address;
  private final OwnState own;
  private final KnownPeers known;
  private final Neighborhood neighborhood;
  private final Reception reception;
  private final Survey survey;
  private final Messages messages;
  private final RumorMill mill;
  private final SettingsControl control;
  private final Periods periods;

  /// @param address where this peer is reached
  IncomingRequests(
      PeerAddress address,
      OwnState own,
      KnownPeers known,
      Neighborhood neighborhood,
      Reception reception,
      Survey survey,
      Messages messages,
      RumorMill mill,
      SettingsControl control,
      Periods periods) {
    this.address = address;
    this.own = own;
    this.known = known;
    this.neighborhood = neighborhood;
    this.reception = reception;
    this.survey = survey;
    this.messages = messages;
    this.mill = mill;
    this.control = control;
    this.periods = periods;
  }

  /// The answer to a request that changes nothing here; null for any other. May be called from any
  /// thread.
  @Nullable Reply atOnce(Request request) {
    return switch (request) {
      case Request.Handshake _ when own.isLeaving() -> introduction(false);
      case Request.Handshake(var _, var from) when from == null -> introduction(null);
      case Request.Handshake(var _, var from) when known.tells(from) -> introduction(true);
      case Request.AskKnownPeers _ -> announced();
      default -> null;
    };
  }

  private Reply introduction(@Nullable Boolean knowsCaller) {
    return new Reply.Introduced(own.self(), null, knowsCaller, own.isLeaving());
  }

  private Reply announced() {
    return new Reply.Known(known.announced(), 0);
  }

  /// @param request that was sent to this peer
  Answer answer(Caller caller, Request request, StepBuilder builder) {
    return switch (request) {
      case Request.Handshake handshake -> given(introduced(caller, handshake, builder));
      case Request.AskKnownPeers _ -> given(announced());
      case Request.Connect(var _, Peer peer) ->
          reception.called(caller, peer, own.settings(), builder);
      case Request.Tell(var _, Message message) ->
          given(new Reply.Heard(heard(caller, message, builder)));
      case Request.Exchange(var _, PeerAddress from, Digest digest) ->
          given(asked(caller, from, digest, builder));
      case Request.AskSettings _ ->
          own.settings().tunable()
              ? given(new Reply.SettingsShown(own.settings()))
              : new Answer.Refused(Tuning.NOT_ALLOWED, false);
      case Request.Tune(var _, var from, Tuning tuning) -> tuned(caller, from, tuning, builder);
      case Request.Begin(var _, String text) -> begun(text, builder);
      case Request.Leave(var _, Peer leaver) -> given(left(caller, leaver, builder));
    };
  }

  /// Whoever may change this peer may also have it tell a rumour.
  private Answer begun(String text, StepBuilder builder) {
    if (!own.settings().tunable()) {
      return new Answer.Refused(Tuning.NOT_ALLOWED, false);
    }
    try {
      RumorId _ = mill.begin(address, text, periods.count(), own.settings(), builder);
      return given(new Reply.Begun());
    } catch (IllegalArgumentException e) {
      return new Answer.Refused(String.valueOf(e.getMessage()), false);
    }
  }

  private static Answer given(Reply reply) {
    return new Answer.Given(reply);
  }

  private Reply introduced(Caller caller, Request.Handshake handshake, StepBuilder builder) {
    Reply atOnce = atOnce(handshake);
    PeerAddress from = handshake.from();
    if (atOnce != null || from == null) {
      return atOnce == null ? introduction(null) : atOnce;
    }
    notice(messages.senderOf(caller, from), builder);
    return introduction(false);
  }

  private void notice(Sender sender, StepBuilder builder) {
    if (sender instanceof Sender.Named(PeerAddress from)) {
      neighborhood.noticed(from, builder);
    }
  }

  private Hearing heard(Caller caller, Message message, StepBuilder builder) {
    Sender sender = messages.senderOf(caller, message.from());
    Neighbor neighbor = messages.neighborAt(sender);
    if (neighbor != null) {
      neighborhood.messageFrom(neighbor, sender, builder);
    } else {
      notice(sender, builder);
    }
    Copy copy = message.copy();
    if (copy == null) {
      builder.happened(new GossipEvent.MessageReceived(builder.at(), sender, message.text()));
      return Hearing.UNSAID;
    }
    return mill.hear(copy, sender, false, periods.count(), own.settings(), builder);
  }

  /// Answered even while this peer is paused. If the caller can't be the peer at `from`, what it is
  /// given counts as given to the address that it calls from.
  private Reply asked(Caller caller, PeerAddress from, Digest digest, StepBuilder builder) {
    Sender sender = messages.senderOf(caller, from);
    Neighbor neighbor = messages.neighborAt(sender);
    if (neighbor != null) {
      neighborhood.heardFrom(neighbor, builder);
    } else {
      notice(sender, builder);
    }
    PeerAddress asker =
        sender instanceof Sender.Named ? from : new PeerAddress(caller.source(), from.port());
    return mill.asked(asker, digest, periods.count(), own.settings(), builder);
  }

  /// Makes the whole change, or none of it if a value is out of its range, or nobody may.
  private Answer tuned(
      Caller caller, @Nullable PeerAddress from, Tuning tuning, StepBuilder builder) {
    if (!own.settings().tunable()) {
      return new Answer.Refused(Tuning.NOT_ALLOWED, false);
    }
    PeerSettings tuned;
    try {
      tuned = tuning.applyTo(own.settings());
    } catch (IllegalArgumentException e) {
      return new Answer.Refused(String.valueOf(e.getMessage()), false);
    }
    control.change(tuned, messages.senderOf(caller, from), builder);
    return given(new Reply.SettingsShown(tuned));
  }

  private Reply left(Caller caller, Peer leaver, StepBuilder builder) {
    boolean checking = reception.left(caller, leaver, own.settings(), builder);
    PeerAddress proven = caller.proven();
    if (proven != null && !known.contains(proven)) {
      survey.end(proven, builder);
    }
    return new Reply.Released(checking);
  }
}
