package p2pgossip.laboratory;

import java.time.Duration;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.topology.Complete;

/// A network as its engineer describes it: all peers know one another, and each sends what it hears
/// a limited number of times to others at random.
///
/// @param transmissions after how many it no longer sends a rumour
/// @param loss the chance that a message gets lost, 0 to below 1
/// @param bytes of a message, headers included
/// @param rumors that begin in the whole network per second
public record Deployment(
    int peers,
    Duration period,
    int fanout,
    int transmissions,
    double loss,
    int bytes,
    double rumors) {

  /// Runs with this many peers altogether take some seconds.
  private static final int PEERS_IN_ALL = 20_000_000;

  private static final int MOST_RUNS = 1_000;
  private static final int FEWEST_RUNS = 10;

  /// What is run.
  public PopulationSettings settings() {
    return new PopulationSettings(
        peers,
        new Complete(),
        new Spreading(
            Strategy.PUSH,
            fanout,
            new Interest(Interest.End.COUNTER, Interest.Contacts.ALL, transmissions),
            Copy.MOST_HOPS),
        loss,
        Crashes.NONE,
        1);
  }

  /// How often it is run: as often as takes some seconds.
  public int runs() {
    return Math.clamp(PEERS_IN_ALL / peers, FEWEST_RUNS, MOST_RUNS);
  }

  /// The duration of a number of rounds, in seconds.
  public double seconds(double rounds) {
    return rounds * period.toMillis() / 1e3;
  }

  /// The messages that each peer sends per second, if each carries one rumour.
  public double messages(RunsSummary runs) {
    return runs.copies().mean() * rumors;
  }

  /// The most messages that a peer sends per second where one carries all rumours that are due.
  public double mostMessages() {
    return fanout * 1e3 / period.toMillis();
  }
}
