package p2pgossip.gossip;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The requests that wait for an answer. At most one of each kind is under way to one peer, so that
/// a neighbour that hangs costs a bounded amount, however short the period.
final class UnderWay {

  private record Slot(Class<? extends Request> kind, PeerAddress to) {}

  private final Set<Slot> taken = new HashSet<>();
  private long lastId;

  /// @return null if one of the kind is under way to that peer
  @Nullable Outgoing begin(Request request) {
    if (!taken.add(new Slot(request.getClass(), request.to()))) {
      return null;
    }
    return new Outgoing(++lastId, request);
  }

  void end(Outgoing outgoing) {
    taken.remove(new Slot(outgoing.request().getClass(), outgoing.request().to()));
  }
}
