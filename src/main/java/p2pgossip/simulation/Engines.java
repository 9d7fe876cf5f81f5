package p2pgossip.simulation;

import java.time.Instant;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.Limits;
import p2pgossip.gossip.MessageSource;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;

/// Makes the engines of simulated peers, by the index of the peer from 0.
///
/// @param firstOriginal the index of the first peer that behaves like the original
/// @param afterOriginals that of the first after them
/// @param wires how many neighbours each has room for, at least
/// @param sentences that they say
/// @param names what they are called; null for no name
/// @param generators of the engines; asked once for each engine
record Engines(
    int firstOriginal,
    int afterOriginals,
    Wires wires,
    Limits limits,
    MessageSource sentences,
    IntFunction<@Nullable PeerName> names,
    IntFunction<RandomGenerator> generators) {

  /// What simulated peers understand. One set for all.
  private static final Set<Offer> OFFERS = Set.of(Offer.SENDER, Offer.RUMORS, Offer.LEAVE);

  GossipEngine make(int index, PeerSettings settings, Instant started) {
    PeerAddress address = SimulatedAddresses.of(index);
    Peer self =
        new Peer(
            // A peer takes one of the same start for itself, at another address.
            started.plusNanos(index),
            settings.period(),
            address.port(),
            null,
            isOriginal(index) ? Set.of() : OFFERS,
            isOriginal(index) ? null : names.apply(index));
    return new GossipEngine(
        address,
        Set.of(),
        self,
        own(index, settings),
        limits,
        // One draw for each, whatever the sentences are.
        random -> sentences.next(Simulation.newRandom(random.nextLong())),
        generators.apply(index));
  }

  /// The settings of a peer, made from those of all.
  PeerSettings own(int index, PeerSettings settings) {
    PeerSettings roomy = settings.withRoomFor(wires.neighbors(index).length);
    return isOriginal(index) ? roomy.asOriginal() : roomy;
  }

  boolean isOriginal(int index) {
    return index >= firstOriginal && index < afterOriginals;
  }
}
