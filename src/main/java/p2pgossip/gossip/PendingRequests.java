package p2pgossip.gossip;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The requests that wait for an answer. At most one of each kind, and one copy of each rumour, is
/// pending to a peer, so that the cost of a neighbour that does not answer is bounded, however
/// short the period.
final class PendingRequests {

  private record Slot(Class<? extends Request> kind, PeerAddress to, @Nullable RumorId rumor) {}

  private record Entry(Slot slot, @Nullable Copy copy) {}

  private final Set<Slot> taken = new HashSet<>();
  private final Map<Long, Entry> byId = new HashMap<>();
  private long lastId;
  private boolean closed;

  /// @param copy of a rumour that the request carries, even if the request itself does not name the
  /// rumour
  /// @return null if one of the kind is pending to that peer, or nothing more is to be sent
  @Nullable Outgoing begin(Request request, @Nullable Copy copy) {
    RumorId rumor = copy == null ? null : copy.rumor().id();
    Slot slot = new Slot(request.getClass(), request.to(), rumor);
    if (closed || !taken.add(slot)) {
      return null;
    }
    Outgoing outgoing = new Outgoing(++lastId, request);
    byId.put(outgoing.id(), new Entry(slot, copy));
    return outgoing;
  }

  /// Nothing more is to be sent.
  void close() {
    closed = true;
  }

  /// @return the copy that it carried; null if none
  @Nullable Copy end(Outgoing outgoing) {
    Entry entry = byId.remove(outgoing.id());
    if (entry == null) {
      return null;
    }
    taken.remove(entry.slot());
    return entry.copy();
  }
}
