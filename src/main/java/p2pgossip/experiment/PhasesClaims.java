package p2pgossip.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.scenario.Estimate;
import p2pgossip.simulation.SimulatedNetwork;

/// How many periods it takes until all have heard where each peer acts at a moment of its own, as
/// real peers do. Beside them stands what the same peers take in step.
final class PhasesClaims {

  private static final int PEERS = 16;
  private static final int RUNS = 400;

  /// Long beside the latency, and short enough that no rumour expires.
  private static final Duration PERIOD = Duration.ofSeconds(10);

  /// The greatest of the standard errors of what was seen.
  private static final double THEIR_ERROR = 0.025;

  private static final String READING =
      "engines in virtual time; each begins its periods at a random moment, and the rumour is told"
          + " at another";

  private final Measuring measuring;
  private final RoundsClaims inStep;

  PhasesClaims(Measuring measuring, RoundsClaims inStep) {
    this.measuring = measuring;
    this.inStep = inStep;
  }

  void compare() throws InterruptedException {
    for (RoundsClaims.Kindred kindred : RoundsClaims.ALL) {
      inStep.exact(kindred, PEERS);
      double seen =
          switch (kindred.calls()) {
            case PUSH -> 5.756;
            case PULL -> 4.351;
            case PUSH_PULL -> 2.658;
          };
      random(kindred.strategy(), seen);
    }
  }

  private void random(Strategy strategy, double seen) throws InterruptedException {
    measuring.tell();
    Estimate.Sample periods = new Estimate.Sample();
    for (int run = measuring.runs(RUNS); run > 0; run--) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the simulation was interrupted");
      }
      periods.add(periods(strategy, measuring.nextSeed()));
    }
    measuring.seenElsewhere(
        "%s, n = %s, random phases: mean periods".formatted(strategy.label(), PEERS),
        seen,
        THEIR_ERROR,
        periods.estimate(),
        READING,
        "an independent simulation");
  }

  private static double periods(Strategy strategy, long seed) {
    PeerSettings settings =
        PeerSettings.DEFAULT
            .withPeriod(PERIOD)
            .withSentences(false)
            .withSpreading(new Spreading(strategy, 1, Interest.NEVER_LOST, Copy.MOST_HOPS));
    Random random = new Random(seed);
    try (SimulatedNetwork network = new SimulatedNetwork(PEERS, settings, seed)) {
      network.connectAll();
      network.pass(Duration.ofMillis(random.nextLong(PERIOD.toMillis())));
      Instant told = network.now();
      RumorId rumor = network.tell(random.nextInt(PEERS), "the tram is late");
      Map<PeerAddress, Instant> hearers = network.log().hearers(rumor);
      while (hearers.size() < PEERS) {
        network.pass(PERIOD);
      }
      Duration took = Duration.between(told, Collections.max(hearers.values()));
      return (double) took.toNanos() / PERIOD.toNanos();
    }
  }
}
