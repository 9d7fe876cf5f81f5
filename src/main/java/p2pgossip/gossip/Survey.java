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

/// Asks peers that are no neighbours which peers they know, only to show it. Each is asked for a
/// handshake first. None is sent a message or becomes a neighbour.
final class Survey {

  /// The most peers that are asked without being neighbours, and the most entries kept of the list
  /// of one peer.
  static final int MOST_REPORTED = 1_000;

  /// The most handshakes in one period to addresses that only lists have named.
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

  /// Asks all peers that were listed and are no neighbours.
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

  /// The peers that were listed and are no neighbours, with the source that listed each first. They
  /// are taken from the lists in turn, so that a long list does not keep out the others.
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

  /// The list of a peer counts no longer once it is neither a neighbour nor listed by any peer.
  private void forgetUnconnected(Set<PeerAddress> strangers, StepBuilder builder) {
    List<PeerAddress> gone =
        reports.keySet().stream()
            .filter(by -> !known.contains(by) && !strangers.contains(by))
            .toList();
    gone.forEach(by -> end(by, builder));
  }

  /// A peer that is no neighbour answered the handshake.
  void introduced(PeerAddress address, Peer peer, StepBuilder builder) {
    if (gate.isOwn(address, peer)) {
      gate.addOwn(address);
    } else if (checked.size() < MOST_REPORTED) {
      checked.add(address);
      builder.send(new Request.AskKnownPeers(address));
    }
  }

  /// A peer that is no neighbour did not answer.
  void failed(PeerAddress address, StepBuilder builder) {
    checked.remove(address);
    gate.silence(address, builder.now());
    end(address, builder);
  }

  /// A peer said which peers it knows.
  void reported(PeerAddress by, Set<PeerAddress> listed, StepBuilder builder) {
    Set<PeerAddress> kept = new LinkedHashSet<>();
    listed.stream().sorted().limit(MOST_REPORTED).forEach(kept::add);
    if (reports.size() < MOST_REPORTED || reports.containsKey(by)) {
      reports.put(by, kept);
      builder.happened(new GossipEvent.PeersReported(builder.at(), by, kept));
    }
  }

  /// The list of `by` counts no longer.
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
