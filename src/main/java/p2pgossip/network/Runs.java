package p2pgossip.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// The runs that go on. Bounded in number; the oldest are taken to have ended.
final class Runs {

  private static final int MOST = 16;

  /// A run, and its members to be looked up.
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

  /// A run begins; one that is told anew has these members from now on.
  void began(Run run) {
    List<Going> now = new ArrayList<>(going);
    now.removeIf(it -> it.run().number() == run.number());
    now.add(new Going(run, Set.copyOf(run.members())));
    going = List.copyOf(now.subList(Math.max(0, now.size() - MOST), now.size()));
  }

  void ended(int number) {
    going = going.stream().filter(it -> it.run().number() != number).toList();
  }

  /// In which a peer takes part: the latest where there are several; null where there is none.
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
