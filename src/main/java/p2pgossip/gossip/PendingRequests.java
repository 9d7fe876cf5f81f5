package p2pgossip.gossip;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The requests that wait for an answer. At most one of each kind, and one copy of each rumour, is
/// pending to a peer, so that the cost of a neighbour that does not answer is bounded, however
/// short the period.
///
/// They are kept in a hash table with linear probing (Knuth, TAOCP 3, section 6.4, algorithms L and
/// R), which holds nothing but the requests themselves: each request comes and goes within
/// milliseconds.
final class PendingRequests {

  private static final int FEW = 8;

  /// At most half of it is used.
  private @Nullable Outgoing[] table = new Outgoing[FEW];

  private int size;

  /// The copies that requests carry which don't name the rumour, by the id of the request.
  private Map<Long, Copy> unnamed = Map.of();

  private long lastId;
  private boolean closed;

  /// @param copy of a rumour that the request carries, even if the request itself does not name the
  /// rumour
  /// @return null if one of the kind is pending to that peer, or nothing more is to be sent
  @Nullable Outgoing begin(Request request, @Nullable Copy copy) {
    if (closed) {
      return null;
    }
    int place = placeOf(request, rumorOf(copy));
    if (table[place] != null) {
      return null;
    }
    Outgoing outgoing = new Outgoing(++lastId, request);
    table[place] = outgoing;
    size++;
    if (copy != null && copyIn(request) == null) {
      if (unnamed.isEmpty()) {
        unnamed = new HashMap<>();
      }
      unnamed.put(outgoing.id(), copy);
    }
    if (2 * size > table.length) {
      grow();
    }
    return outgoing;
  }

  private static @Nullable Copy copyIn(Request request) {
    return request instanceof Request.Tell(var _, Message message) ? message.copy() : null;
  }

  private static @Nullable RumorId rumorOf(@Nullable Copy copy) {
    return copy == null ? null : copy.rumor().id();
  }

  /// The copy that a request carries.
  private @Nullable Copy carriedBy(Outgoing outgoing) {
    Copy named = copyIn(outgoing.request());
    return named == null && !unnamed.isEmpty() ? unnamed.get(outgoing.id()) : named;
  }

  /// Nothing more is to be sent.
  void close() {
    closed = true;
  }

  /// @return the copy that it carried; null if none
  @Nullable Copy end(Outgoing outgoing) {
    Copy copy = carriedBy(outgoing);
    int place = placeOf(outgoing.request(), rumorOf(copy));
    Outgoing there = table[place];
    if (there == null || there.id() != outgoing.id()) {
      return null;
    }
    remove(place);
    if (copy != null && !unnamed.isEmpty()) {
      unnamed.remove(outgoing.id());
    }
    return copy;
  }

  /// The place of a request that is as this one, or the free place for it.
  private int placeOf(Request request, @Nullable RumorId rumor) {
    int place = homeOf(request, rumor);
    Outgoing there = table[place];
    while (there != null && !isAs(there, request, rumor)) {
      place = next(place);
      there = table[place];
    }
    return place;
  }

  private int homeOf(Request request, @Nullable RumorId rumor) {
    int hash = 31 * request.getClass().hashCode() + request.to().hashCode();
    hash = 31 * hash + Objects.hashCode(rumor);
    // Addresses of one network differ in few bits: the golden ratio spreads them.
    return (hash * 0x9e3779b9) >>> (Integer.numberOfLeadingZeros(table.length) + 1);
  }

  private boolean isAs(Outgoing one, Request request, @Nullable RumorId rumor) {
    return one.request().getClass() == request.getClass()
        && one.request().to().equals(request.to())
        && Objects.equals(rumorOf(carriedBy(one)), rumor);
  }

  private int next(int place) {
    return (place + 1) & (table.length - 1);
  }

  /// Removes a request, and moves those that follow and are nearer to their home by that.
  private void remove(int place) {
    int hole = place;
    int at = next(hole);
    Outgoing there = table[at];
    while (there != null) {
      int home = homeOf(there.request(), rumorOf(carriedBy(there)));
      if (distance(home, at) >= distance(hole, at)) {
        table[hole] = there;
        hole = at;
      }
      at = next(at);
      there = table[at];
    }
    table[hole] = null;
    size--;
    if (size == 0 && table.length > FEW) {
      // A peer has many pending when it begins, and few from then on.
      table = new Outgoing[FEW];
    }
  }

  private int distance(int from, int to) {
    return (to - from) & (table.length - 1);
  }

  private void grow() {
    @Nullable Outgoing[] before = table;
    table = new Outgoing[2 * before.length];
    for (Outgoing outgoing : before) {
      if (outgoing != null) {
        table[placeOf(outgoing.request(), rumorOf(carriedBy(outgoing)))] = outgoing;
      }
    }
  }
}
