package p2pgossip.network;

import p2pgossip.gossip.Rumor;

/// One line in a list of rumours.
///
/// @param reached peers that have heard it, the origin among them
/// @param population peers there are, or were while it spread; never fewer than `reached`
public record RumorSummary(Rumor rumor, int reached, int population) {}
