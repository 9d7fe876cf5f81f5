package p2pgossip.gossip;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/// Asks those that are not neighbours whom they know, only to show it. Each is asked for a handshake
/// first; none is sent a message or becomes a neighbour.
final class Survey {

  /// Peers that are not neighbours and are asked, at most; and, of one peer's list, the entries kept.
  static final int MOST_REPORTED = 1_000;

  /// Handshakes to addresses that nobody has vouched for but a list, in one period.
  static final int HANDSHAKES_PER_PERIOD = 32;

  private final KnownPeers known;
  private final LearningGate gate;
  private final Machine machine;
  private final HandshakeBudget budget;
  private final Map<PeerAddress, Set<PeerAddress>> reports = new TreeMap<>();
  private final Set<PeerAddress> checked = new HashSet<>();

  Survey(KnownPeers known, LearningGate gate, Machine machine, HandshakeBudget budget) {
    this.known = known;
    this.gate = gate;
    this.machine = machine;
    this.budget = budget;
  }

  /// Asks all that were reported and are not neighbours.
  void beginPeriod(StepBuilder builder) {
    SequencedMap<PeerAddress, Source> strangers = strangers();
    checked.retainAll(strangers.keySet());
    int handshakes = 0;
    for (Map.Entry<PeerAddress, Source> named : strangers.entrySet()) {
      PeerAddress address = named.getKey();
      if (checked.contains(address)) {
        builder.send(new Request.AskKnownPeers(address));
      } else if (handshakes < HANDSHAKES_PER_PERIOD
          && !gate.isSilent(address, builder.now())
          && budget.take(address, named.getValue(), builder.now())) {
        handshakes++;
        builder.send(new Request.Handshake(address));
      }
    }
    forgetUnconnected(strangers.keySet(), builder);
  }

  /// Who was reported and is no neighbour, and by whom first: one of each who reports, then a second of
  /// each, so that nobody's long list keeps out those of others.
  private SequencedMap<PeerAddress, Source> strangers() {
    SequencedMap<PeerAddress, Source> strangers = new LinkedHashMap<>();
    Map<PeerAddress, Iterator<PeerAddress>> lists = new TreeMap<>();
    reports.forEach((by, listed) -> lists.put(by, listed.iterator()));
    while (!lists.isEmpty() && strangers.size() < MOST_REPORTED) {
      lists.values().removeIf(list -> !list.hasNext());
      lists.forEach(
          (by, list) -> {
            PeerAddress address = list.next();
            if (strangers.size() < MOST_REPORTED
                && !known.contains(address)
                && !gate.isOwn(address)
                && machine.mayName(by.ip(), address)) {
              strangers.putIfAbsent(address, Source.of(by.ip()));
            }
          });
    }
    return strangers;
  }

  /// What somebody knew counts no longer once he is neither a neighbour nor named by anybody.
  private void forgetUnconnected(Set<PeerAddress> strangers, StepBuilder builder) {
    List<PeerAddress> gone =
        reports.keySet().stream()
            .filter(by -> !known.contains(by) && !strangers.contains(by))
            .toList();
    gone.forEach(by -> end(by, builder));
  }

  /// The handshake of somebody who is not a neighbour was answered.
  void introduced(PeerAddress address, Peer peer, StepBuilder builder) {
    if (gate.isOwn(address, peer)) {
      gate.addOwn(address);
    } else if (checked.size() < MOST_REPORTED) {
      checked.add(address);
      builder.send(new Request.AskKnownPeers(address));
    }
  }

  /// Somebody who is not a neighbour did not answer.
  void failed(PeerAddress address, StepBuilder builder) {
    checked.remove(address);
    gate.silence(address, builder.now());
    end(address, builder);
  }

  /// Somebody said whom he knows.
  void reported(PeerAddress by, Set<PeerAddress> listed, StepBuilder builder) {
    Set<PeerAddress> kept = new LinkedHashSet<>();
    listed.stream().sorted().limit(MOST_REPORTED).forEach(kept::add);
    if (reports.size() < MOST_REPORTED || reports.containsKey(by)) {
      reports.put(by, kept);
      builder.happened(new GossipEvent.PeersReported(builder.at(), by, kept));
    }
  }

  /// Nothing is known any longer of whom `by` knows.
  void end(PeerAddress by, StepBuilder builder) {
    if (reports.remove(by) != null) {
      builder.happened(new GossipEvent.ReportsEnded(builder.at(), by));
    }
  }

  void endAll(StepBuilder builder) {
    List.copyOf(reports.keySet()).forEach(by -> end(by, builder));
    checked.clear();
  }
}
