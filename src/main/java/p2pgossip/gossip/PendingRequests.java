package p2pgossip.gossip;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The requests that wait for an answer. At most one of each kind, and one copy of each rumour, is
/// pending to a peer, so that the cost of a neighbour that does not answer is bounded, however
/// short the period.
final class PendingRequests {

  private record Slot(Class<? extends Request> kind, PeerAddress to, @Nullable RumorId rumor) {

    private static Slot of(Request request, @Nullable Copy copy) {
      return new Slot(request.getClass(), request.to(), copy == null ? null : copy.rumor().id());
    }
  }

  private record Entry(long id, @Nullable Copy copy) {}

  private final Map<Slot, Entry> bySlot = new HashMap<>();

  /// The copies that requests carry which don't name the rumour, by the id of the request.
  private final Map<Long, Copy> unnamed = new HashMap<>();

  private long lastId;
  private boolean closed;

  /// @param copy of a rumour that the request carries, even if the request itself does not name the
  /// rumour
  /// @return null if one of the kind is pending to that peer, or nothing more is to be sent
  @Nullable Outgoing begin(Request request, @Nullable Copy copy) {
    if (closed) {
      return null;
    }
    Entry entry = new Entry(lastId + 1, copy);
    if (bySlot.putIfAbsent(Slot.of(request, copy), entry) != null) {
      return null;
    }
    lastId++;
    if (copy != null && copyIn(request) == null) {
      unnamed.put(entry.id(), copy);
    }
    return new Outgoing(entry.id(), request);
  }

  private static @Nullable Copy copyIn(Request request) {
    return request instanceof Request.Tell(var _, Message message) ? message.copy() : null;
  }

  /// Nothing more is to be sent.
  void close() {
    closed = true;
  }

  /// @return the copy that it carried; null if none
  @Nullable Copy end(Outgoing outgoing) {
    Copy named = copyIn(outgoing.request());
    Copy copy = named == null ? unnamed.remove(outgoing.id()) : named;
    Slot slot = Slot.of(outgoing.request(), copy);
    Entry entry = bySlot.get(slot);
    if (entry == null || entry.id() != outgoing.id()) {
      return null;
    }
    bySlot.remove(slot);
    return entry.copy();
  }
}
