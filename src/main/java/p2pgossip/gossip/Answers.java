package p2pgossip.gossip;

import java.time.Duration;

/// What is made of the answers to this peer's requests, and of their absence.
final class Answers {

  private final KnownPeers known;
  private final UnderWay underWay;
  private final Neighborhood neighborhood;
  private final Outages outages;
  private final Survey survey;
  private final Messages messages;
  private final RumorMill mill;

  Answers(
      KnownPeers known,
      UnderWay underWay,
      Neighborhood neighborhood,
      Outages outages,
      Survey survey,
      Messages messages,
      RumorMill mill) {
    this.known = known;
    this.underWay = underWay;
    this.neighborhood = neighborhood;
    this.outages = outages;
    this.survey = survey;
    this.messages = messages;
    this.mill = mill;
  }

  /// @param period how many periods have begun
  void answered(
      Outgoing outgoing,
      Reply reply,
      Duration roundTrip,
      long period,
      PeerSettings settings,
      Draft draft) {
    Copy copy = underWay.end(outgoing);
    PeerAddress from = outgoing.request().to();
    switch (reply) {
      case Reply.Introduced(Peer peer, var identity) -> {
        if (identity != null && identity.firstMet()) {
          draft.happened(new GossipEvent.PeerMet(draft.now(), from, identity.fingerprint()));
        }
        if (known.contains(from)) {
          Fingerprint fingerprint = identity == null ? null : identity.fingerprint();
          neighborhood.introduced(from, peer, fingerprint, roundTrip, draft);
        } else if (settings.wholeNetwork()) {
          survey.introduced(from, peer, draft);
        }
      }
      case Reply.Accepted() -> neighborhood.accepted(from, roundTrip, draft);
      case Reply.Known listed -> reported(from, listed, settings, draft);
      case Reply.Heard(Hearing hearing) -> {
        messages.delivered(outgoing, copy, hearing, roundTrip, draft);
        if (copy != null) {
          mill.learned(copy, hearing, settings, draft);
        }
      }
      case Reply.Exchanged exchanged -> {
        messages.answered(outgoing, exchanged, roundTrip, draft);
        mill.answered(from, exchanged, period, settings, draft);
      }
      case Reply.SettingsShown(PeerSettings shown) ->
          draft.happened(
              new GossipEvent.SettingsReported(
                  draft.now(), from, shown, outgoing.request() instanceof Request.Tune));
      case Reply.Released() -> {}
    }
  }

  private void reported(PeerAddress by, Reply.Known listed, PeerSettings settings, Draft draft) {
    if (settings.asksNeighbors()) {
      survey.reported(by, listed.peers().keySet(), draft);
    }
    if (settings.update() && known.contains(by)) {
      neighborhood.learn(by, listed.peers(), settings, draft);
    }
  }

  void failed(Outgoing outgoing, Failure failure, PeerSettings settings, Draft draft) {
    Copy copy = underWay.end(outgoing);
    PeerAddress to = outgoing.request().to();
    switch (outgoing.request()) {
      case Request.Handshake _ -> {
        if (known.contains(to)) {
          outages.checkFailed(to, failure, settings, draft);
        } else if (settings.wholeNetwork()) {
          survey.failed(to, draft);
        }
      }
      case Request.Connect _ -> outages.connectRefused(to, failure, settings, draft);
      case Request.AskKnownPeers _ -> {
        if (known.contains(to)) {
          survey.end(to, draft);
        } else {
          survey.failed(to, draft);
        }
      }
      case Request.Tell(PeerAddress _, Message message) -> {
        messages.failed(outgoing, message, copy, failure, settings, draft);
        endUnknown(to, draft);
      }
      case Request.Exchange _ -> {
        messages.unanswered(outgoing, failure, settings, draft);
        endUnknown(to, draft);
      }
      case Request.AskSettings _ ->
          draft.happened(new GossipEvent.TuningFailed(draft.now(), to, false, failure));
      case Request.Tune _ ->
          draft.happened(new GossipEvent.TuningFailed(draft.now(), to, true, failure));
      case Request.Leave _ -> {}
    }
  }

  private void endUnknown(PeerAddress address, Draft draft) {
    if (!known.contains(address)) {
      survey.end(address, draft);
    }
  }
}
