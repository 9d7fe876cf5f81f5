package p2pgossip.simulation;

import java.time.Duration;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Latency;
import p2pgossip.gossip.Limits;
import p2pgossip.gossip.MessageSource;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.topology.Topology;

/// How a network is simulated.
///
/// @param peers number of peers, 1 to [SimulatedNetwork#MOST_PEERS]
/// @param originals how many of them, the last ones, behave like the original and pass no rumour on
/// @param topology which peers are neighbours
/// @param settings with which all begin
/// @param seed of the topology and of all that is random
/// @param latency of messages; of no effect if the peers are in step
/// @param inStep whether all peers begin a period at the same moment, and act in rounds
/// @param limits of the peers beyond their settings
/// @param sentences that the peers say; what they are changes nothing else in a run
/// @param names what a peer is called, by its index from 0; null for no name
/// @param sizes of messages, for [SimulatedNetwork#traffic]; they change nothing else in a run
public record SimulationPlan(
    int peers,
    int originals,
    Topology topology,
    PeerSettings settings,
    long seed,
    Latency latency,
    boolean inStep,
    Limits limits,
    MessageSource sentences,
    IntFunction<@Nullable PeerName> names,
    MessageSizes sizes) {

  /// @throws IllegalArgumentException when a number is out of range
  public SimulationPlan {
    if (peers < 1 || peers > SimulatedNetwork.MOST_PEERS) {
      throw new IllegalArgumentException(
          "a simulation of %s peers is not between 1 and %s"
              .formatted(peers, SimulatedNetwork.MOST_PEERS));
    }
    topology.requirePeers(peers);
    if (originals < 0 || originals > peers) {
      throw new IllegalArgumentException(
          "%s original peers are not between 0 and all %s".formatted(originals, peers));
    }
  }

  /// Without original peers, and with the usual latency.
  public SimulationPlan(int peers, Topology topology, PeerSettings settings, long seed) {
    this(peers, 0, topology, settings, seed, Latency.usual(), false);
  }

  /// With the usual limits of simulated peers: they keep rumours as long as real ones. All say the
  /// same.
  public SimulationPlan(
      int peers,
      int originals,
      Topology topology,
      PeerSettings settings,
      long seed,
      Latency latency,
      boolean inStep) {
    this(
        peers,
        originals,
        topology,
        settings,
        seed,
        latency,
        inStep,
        Limits.SIMULATED,
        _ -> "The tram is late.",
        _ -> null,
        MessageSizes.UNKNOWN);
  }

  /// With rumours that peers keep for another time.
  public SimulationPlan withRumorsKept(Duration time) {
    return new SimulationPlan(
        peers,
        originals,
        topology,
        settings,
        seed,
        latency,
        inStep,
        limits.withRumorsKept(time),
        sentences,
        names,
        sizes);
  }

  /// With peers that say other sentences.
  public SimulationPlan withSentences(MessageSource others) {
    return new SimulationPlan(
        peers, originals, topology, settings, seed, latency, inStep, limits, others, names, sizes);
  }

  /// With peers that are called so.
  ///
  /// @param byIndex from 0; null for no name
  public SimulationPlan withNames(IntFunction<@Nullable PeerName> byIndex) {
    return new SimulationPlan(
        peers, originals, topology, settings, seed, latency, inStep, limits, sentences, byIndex,
        sizes);
  }

  /// With messages of these sizes.
  public SimulationPlan withSizes(MessageSizes of) {
    return new SimulationPlan(
        peers, originals, topology, settings, seed, latency, inStep, limits, sentences, names, of);
  }
}
