package p2pgossip.population;

import p2pgossip.gossip.Spreading;
import p2pgossip.topology.Topology;

/// All that a user chooses of a run among many peers, before anything is wired.
///
/// @param peers at least 1
/// @param loss as in [PopulationPlan]
/// @param seed of the wiring and of the luck
public record PopulationSettings(
    int peers, Topology topology, Spreading spreading, double loss, Crashes crashes, long seed) {

  /// @throws IllegalArgumentException when the topology has another number of peers
  public PopulationSettings {
    topology.requirePeers(peers);
  }

  /// Wires the peers, which takes seconds and much memory if they are many. The rumour begins at
  /// the first.
  ///
  /// @throws IllegalArgumentException when a value is out of its range, naming it
  public PopulationPlan plan() {
    return new PopulationPlan(Neighbors.wired(topology, peers, seed), spreading, 0, loss, crashes);
  }

  /// A plan with the same needs as [#plan], without the neighbours.
  public PopulationPlan unwired() {
    return new PopulationPlan(Neighbors.complete(peers), spreading, 0, loss, crashes);
  }

  public PopulationSettings withSeed(long newSeed) {
    return new PopulationSettings(peers, topology, spreading, loss, crashes, newSeed);
  }
}
