package p2pgossip.gossip;

import java.time.Duration;

/// Handles the answers to the requests of this peer, and requests that are not answered.
final class Answers {

  private final KnownPeers known;
  private final PendingRequests pending;
  private final Introductions introductions;
  private final ListLearning learning;
  private final LostPeers lost;
  private final Outages outages;
  private final Survey survey;
  private final Messages messages;
  private final RumorMill mill;

  Answers(
      KnownPeers known,
      PendingRequests pending,
      Introductions introductions,
      ListLearning learning,
      LostPeers lost,
      Outages outages,
      Survey survey,
      Messages messages,
      RumorMill mill) {
    this.known = known;
    this.pending = pending;
    this.introductions = introductions;
    this.learning = learning;
    this.lost = lost;
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
      StepBuilder builder) {
    Copy copy = pending.end(outgoing);
    PeerAddress from = outgoing.request().to();
    switch (reply) {
      case Reply.Introduced introduced -> {
        Identity identity = introduced.identity();
        if (identity != null && identity.firstMet()) {
          builder.happened(new GossipEvent.PeerMet(builder.at(), from, identity.fingerprint()));
        }
        if (known.contains(from)) {
          introductions.introduced(from, introduced, roundTrip, settings, builder);
          endUnknown(from, builder);
        } else if (lost.contains(from)) {
          introductions.found(from, introduced, roundTrip, settings, builder);
        } else if (settings.wholeNetwork()) {
          survey.introduced(from, introduced.peer(), builder);
        }
      }
      case Reply.Accepted() -> introductions.accepted(from, roundTrip, builder);
      case Reply.Known listed -> reported(from, listed, settings, builder);
      case Reply.Heard(Hearing hearing) -> {
        messages.delivered(outgoing, copy, hearing, roundTrip, builder);
        if (copy != null) {
          mill.learned(copy, hearing, builder);
        }
      }
      case Reply.Exchanged exchanged -> {
        messages.answered(outgoing, exchanged, roundTrip, builder);
        mill.answered(from, exchanged, period, settings, builder);
      }
      case Reply.SettingsShown(PeerSettings shown) ->
          builder.happened(
              new GossipEvent.SettingsReported(
                  builder.at(), from, shown, outgoing.request() instanceof Request.Tune));
      case Reply.Begun _, Reply.Released _ -> {}
    }
  }

  private void reported(
      PeerAddress by, Reply.Known listed, PeerSettings settings, StepBuilder builder) {
    introductions.listed(by, listed.peers(), builder);
    if (settings.asksNeighbors()) {
      survey.reported(by, listed.peers().keySet(), builder);
    }
    if (settings.update() && known.contains(by)) {
      learning.learn(by, listed.peers(), settings, builder);
    }
  }

  void failed(Outgoing outgoing, Failure failure, PeerSettings settings, StepBuilder builder) {
    Copy copy = pending.end(outgoing);
    PeerAddress to = outgoing.request().to();
    switch (outgoing.request()) {
      case Request.Handshake _ -> {
        if (known.contains(to)) {
          outages.checkFailed(to, failure, settings, builder);
        } else if (settings.wholeNetwork() && !lost.contains(to)) {
          survey.failed(to, builder);
        }
      }
      case Request.Connect _ -> outages.connectRefused(to, failure, settings, builder);
      case Request.AskKnownPeers _ -> {
        if (known.contains(to)) {
          survey.end(to, builder);
        } else {
          survey.failed(to, builder);
        }
      }
      case Request.Tell(PeerAddress _, Message message) -> {
        messages.failed(outgoing, message, copy, failure, settings, builder);
        endUnknown(to, builder);
      }
      case Request.Exchange _ -> {
        messages.unanswered(outgoing, failure, settings, builder);
        endUnknown(to, builder);
      }
      case Request.AskSettings _ ->
          builder.happened(new GossipEvent.TuningFailed(builder.at(), to, false, failure));
      case Request.Tune _ ->
          builder.happened(new GossipEvent.TuningFailed(builder.at(), to, true, failure));
      case Request.Begin _, Request.Leave _ -> {}
    }
  }

  private void endUnknown(PeerAddress address, StepBuilder builder) {
    if (!known.contains(address)) {
      survey.end(address, builder);
    }
  }
}
