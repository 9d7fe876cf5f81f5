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
  void beginPeriod(Draft draft) {
    SequencedMap<PeerAddress, Source> strangers = strangers();
    checked.retainAll(strangers.keySet());
    int handshakes = 0;
    for (Map.Entry<PeerAddress, Source> named : strangers.entrySet()) {
      PeerAddress address = named.getKey();
      if (checked.contains(address)) {
        draft.send(new Request.AskKnownPeers(address));
      } else if (handshakes < HANDSHAKES_PER_PERIOD
          && !gate.isSilent(address, draft.now())
          && budget.take(address, named.getValue(), draft.now())) {
        handshakes++;
        draft.send(new Request.Handshake(address));
      }
    }
    forgetUnconnected(strangers.keySet(), draft);
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
  private void forgetUnconnected(Set<PeerAddress> strangers, Draft draft) {
    List<PeerAddress> gone =
        reports.keySet().stream()
            .filter(by -> !known.contains(by) && !strangers.contains(by))
            .toList();
    gone.forEach(by -> end(by, draft));
  }

  /// The handshake of somebody who is not a neighbour was answered.
  void introduced(PeerAddress address, Peer peer, Draft draft) {
    if (gate.isOwn(address, peer)) {
      gate.addOwn(address);
    } else if (checked.size() < MOST_REPORTED) {
      checked.add(address);
      draft.send(new Request.AskKnownPeers(address));
    }
  }

  /// Somebody who is not a neighbour did not answer.
  void failed(PeerAddress address, Draft draft) {
    checked.remove(address);
    gate.silence(address, draft.now());
    end(address, draft);
  }

  /// Somebody said whom he knows.
  void reported(PeerAddress by, Set<PeerAddress> listed, Draft draft) {
    Set<PeerAddress> kept = new LinkedHashSet<>();
    listed.stream().sorted().limit(MOST_REPORTED).forEach(kept::add);
    if (reports.size() < MOST_REPORTED || reports.containsKey(by)) {
      reports.put(by, kept);
      draft.happened(new GossipEvent.PeersReported(draft.at(), by, kept));
    }
  }

  /// Nothing is known any longer of whom `by` knows.
  void end(PeerAddress by, Draft draft) {
    if (reports.remove(by) != null) {
      draft.happened(new GossipEvent.ReportsEnded(draft.at(), by));
    }
  }

  void endAll(Draft draft) {
    List.copyOf(reports.keySet()).forEach(by -> end(by, draft));
    checked.clear();
  }
}
