package p2pgossip.gossip;

import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.at;

/// Rumours that begin elsewhere, and settings under which nothing is sent but rumours.
final class SampleRumors {

  static final Rumor TRAM = rumor("tram");

  /// No sentences, and periods begin only when the test says so.
  static final PeerSettings PAUSED = PeerSettings.DEFAULT.withSentences(false).withPaused(true);

  private SampleRumors() {}

  static Rumor rumor(String id) {
    return new Rumor(new RumorId(id), at(8090), START, "the tram is late");
  }

  /// As [#PAUSED], with this strategy and a fanout of two; interest is never lost.
  static PeerSettings paused(Strategy strategy) {
    return PAUSED.withSpreading(new Spreading(strategy, 2, Interest.NEVER_LOST, 256));
  }

  /// As [#paused], but periods begin by themselves.
  static PeerSettings running(Strategy strategy) {
    return paused(strategy).withPaused(false);
  }
}
