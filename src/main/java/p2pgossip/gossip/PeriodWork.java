package p2pgossip.gossip;

import java.util.random.RandomGenerator;

/// What a peer does each period: it says a sentence to each neighbour, passes rumours on, and asks
/// its neighbours which peers they know.
final class PeriodWork {

  private final KnownPeers known;
  private final Messages messages;
  private final RumorMill mill;
  private final ListLearning learning;
  private final Survey survey;
  private final MessageSource sentences;
  private final RandomGenerator random;

  PeriodWork(
      KnownPeers known,
      Messages messages,
      RumorMill mill,
      ListLearning learning,
      Survey survey,
      MessageSource sentences,
      RandomGenerator random) {
    this.known = known;
    this.messages = messages;
    this.mill = mill;
    this.learning = learning;
    this.survey = survey;
    this.sentences = sentences;
    this.random = random;
  }

  /// @param period the number of periods that have begun, including this one
  void begin(long period, PeerSettings settings, StepBuilder builder) {
    String text = settings.sentences() ? nextText(settings) : null;
    HealthyNeighbors neighbors = known.inOrder();
    builder.happened(new GossipEvent.PeriodBegan(builder.at(), period, text, neighbors.size()));
    if (text != null) {
      sayToAll(text, builder);
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

  /// Asks each neighbour which peers it knows.
  void askNeighbors(StepBuilder builder) {
    known
        .inOrder()
        .forEach(neighbor -> builder.send(new Request.AskKnownPeers(neighbor.address())));
  }

  /// Says a sentence to all neighbours, outside the periods.
  void sayToAll(PeerSettings settings, StepBuilder builder) {
    sayToAll(nextText(settings), builder);
  }

  private void sayToAll(String text, StepBuilder builder) {
    HealthyNeighbors neighbors = known.inOrder();
    for (int i = 0; i < neighbors.size(); i++) {
      messages.say(neighbors.at(i), text, builder);
    }
  }

  /// Says a sentence to one neighbour, outside the periods, if there is one at this address.
  void sayTo(PeerAddress peer, PeerSettings settings, StepBuilder builder) {
    KnownPeer neighbor = known.find(peer);
    if (neighbor != null && neighbor.isHealthy()) {
      messages.say(neighbor, nextText(settings), builder);
    }
  }

  private String nextText(PeerSettings settings) {
    String text = settings.text();
    return text != null ? text : sentences.next(random);
  }
}
