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
      case Reply.Introduced introduced -> {
        Identity identity = introduced.identity();
        if (identity != null && identity.firstMet()) {
          draft.happened(new GossipEvent.PeerMet(draft.at(), from, identity.fingerprint()));
        }
        if (known.contains(from)) {
          neighborhood.introduced(from, introduced, roundTrip, settings, draft);
          endUnknown(from, draft);
        } else if (neighborhood.hasLost(from)) {
          neighborhood.found(from, introduced, roundTrip, settings, draft);
        } else if (settings.wholeNetwork()) {
          survey.introduced(from, introduced.peer(), draft);
        }
      }
      case Reply.Accepted() -> neighborhood.accepted(from, roundTrip, draft);
      case Reply.Known listed -> reported(from, listed, settings, draft);
      case Reply.Heard(Hearing hearing) -> {
        messages.delivered(outgoing, copy, hearing, roundTrip, draft);
        if (copy != null) {
          mill.learned(copy, hearing, draft);
        }
      }
      case Reply.Exchanged exchanged -> {
        messages.answered(outgoing, exchanged, roundTrip, draft);
        mill.answered(from, exchanged, period, settings, draft);
      }
      case Reply.SettingsShown(PeerSettings shown) ->
          draft.happened(
              new GossipEvent.SettingsReported(
                  draft.at(), from, shown, outgoing.request() instanceof Request.Tune));
      case Reply.Released _ -> {}
    }
  }

  private void reported(PeerAddress by, Reply.Known listed, PeerSettings settings, Draft draft) {
    neighborhood.listed(by, listed.peers(), draft);
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
        } else if (settings.wholeNetwork() && !neighborhood.hasLost(to)) {
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
          draft.happened(new GossipEvent.TuningFailed(draft.at(), to, false, failure));
      case Request.Tune _ ->
          draft.happened(new GossipEvent.TuningFailed(draft.at(), to, true, failure));
      case Request.Leave _ -> {}
    }
  }

  private void endUnknown(PeerAddress address, Draft draft) {
    if (!known.contains(address)) {
      survey.end(address, draft);
    }
  }
}
