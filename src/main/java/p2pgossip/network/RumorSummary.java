package p2pgossip.network;

import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;

/// One line in a list of rumours.
///
/// @param key as in [Spread]
/// @param reached peers that have heard it, including the origin
/// @param population as in [Spread]; never fewer than `reached`
/// @param conditions under which it spreads
/// @param over whether nothing carries it any longer
public record RumorSummary(
    Rumor rumor, RumorId key, int reached, int population, Conditions conditions, boolean over) {

  /// A rumour that continues, under unknown conditions.
  public RumorSummary(Rumor rumor, int reached, int population) {
    this(rumor, rumor.id(), reached, population, Conditions.UNKNOWN, false);
  }
}
