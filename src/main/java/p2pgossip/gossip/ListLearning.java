package p2pgossip.gossip;

import java.util.HashMap;
import java.util.Map;
import p2pgossip.gossip.Neighbor.Bond;

/// Takes in peers that neighbours list. No source of lists can use up all places of a period.
final class ListLearning {

  /// The most new addresses taken in from lists in one period. A source may have another taken in
  /// while more places are left than it has used, so a source that is alone gets half of them.
  static final int LEARNED_PER_PERIOD = 64;

  private final KnownPeers known;
  private final LearningGate gate;
  private final Machine machine;
  private final Roster roster;

  /// Addresses taken in during this period, by the source of the list.
  private final Map<Source, Integer> learned = new HashMap<>();

  ListLearning(KnownPeers known, LearningGate gate, Machine machine, Roster roster) {
    this.known = known;
    this.gate = gate;
    this.machine = machine;
    this.roster = roster;
  }

  void beginPeriod() {
    learned.clear();
  }

  /// Takes in peers from the list of a neighbour.
  void learn(
      PeerAddress listedBy,
      Map<PeerAddress, Peer> listed,
      PeerSettings settings,
      StepBuilder builder) {
    Source source = Source.of(listedBy.ip());
    for (PeerAddress address : listed.keySet().stream().sorted().toList()) {
      Peer peer = listed.get(address);
      if (peer == null
          || known.contains(address)
          || !machine.mayName(listedBy.ip(), address)
          || !gate.admits(address, peer, builder.now())
          || known.knowsRunOf(peer)) {
        continue;
      }
      if (hasHadItsShare(source) || roster.isFullFor(source, settings, builder)) {
        return;
      }
      learned.merge(source, 1, Integer::sum);
      roster.addNamed(address, source, peer, new Origin.ListedBy(listedBy), Bond.NONE, builder);
    }
  }

  private boolean hasHadItsShare(Source source) {
    int all = learned.values().stream().mapToInt(Integer::intValue).sum();
    return learned.getOrDefault(source, 0) >= LEARNED_PER_PERIOD - all;
  }
}
