package p2pgossip.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// The runs in progress. Bounded in number; beyond that, the oldest count as ended.
final class Runs {

  private static final int MOST = 16;

  /// A run, with its members for look-up.
  private record Going(Run run, Set<PeerAddress> members) {}

  private List<Going> going;

  Runs() {
    this(List.of());
  }

  private Runs(List<Going> going) {
    this.going = going;
  }

  Runs copy() {
    return new Runs(going);
  }

  /// A run begins; if it is known already, it has new members.
  void began(Run run) {
    List<Going> now = new ArrayList<>(going);
    now.removeIf(it -> it.run().number() == run.number());
    now.add(new Going(run, Set.copyOf(run.members())));
    going = List.copyOf(now.subList(Math.max(0, now.size() - MOST), now.size()));
  }

  void ended(int number) {
    going = going.stream().filter(it -> it.run().number() != number).toList();
  }

  /// The latest run in which a peer takes part; null if there is none.
  @Nullable Run of(PeerAddress peer) {
    for (Going it : going.reversed()) {
      if (it.members().contains(peer)) {
        return it.run();
      }
    }
    return null;
  }

  /// In the order in which they began.
  List<Run> all() {
    return going.stream().map(Going::run).toList();
  }
}
