package p2pgossip.scenario;

import java.util.List;

/// What came of many runs of the same spread of one rumour, each with luck of its own.
///
/// @param runs how many there were
/// @param rounds until the last peer that ever hears the rumour has heard it
/// @param reached the share of the peers that have heard it, among those that did not crash
/// @param copiesPerPeer the copies that were sent, lost ones too, divided by the number of peers
/// @param contactsPerPeer the copies that were told and the questions that reached a peer that
///     passed the rumour on, divided by the number of peers
/// @param complete the number of runs that reached all
/// @param informed the mean number of peers that have heard it, after each round from 0 on; a run
///     that has ended keeps counting with its last number
/// @param hash of all that happened
public record RepeatedRuns(
    int runs,
    Estimate rounds,
    Estimate reached,
    Estimate copiesPerPeer,
    Estimate contactsPerPeer,
    int complete,
    List<Double> informed,
    long hash) {

  public RepeatedRuns {
    informed = List.copyOf(informed);
  }
}
