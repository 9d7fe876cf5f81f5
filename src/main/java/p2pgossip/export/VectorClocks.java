package p2pgossip.export;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// Gives each event its vector clock (Fidge 1988; Mattern 1989, "Virtual time and global states of
/// distributed systems", section 5): an event increments its own host's clock, and a receipt takes
/// the maximum of what both ends know.
///
/// The events of one host come in the order in which they were observed. Those of different hosts
/// are ordered so that a receipt follows its sending, whatever the hosts' clocks say. If that is
/// impossible, because a receipt was matched with the wrong sending, the receipt stands alone.
final class VectorClocks {

  /// Receives events one by one.
  interface Taker {
    /// @param clock of each known host, in the order of the hosts; 0 for the others. It is changed
    ///     afterwards
    void take(ShivizEvent event, List<PeerAddress> hosts, int[] clock) throws IOException;
  }

  private static final Comparator<Deque<ShivizEvent>> BY_HEAD =
      Comparator.comparing((Deque<ShivizEvent> events) -> events.getFirst().at())
          .thenComparingInt(events -> events.getFirst().index());

  private final Map<Integer, ShivizEvent> sendings;
  private final Map<PeerAddress, Deque<ShivizEvent>> left = new LinkedHashMap<>();
  private final Map<PeerAddress, Integer> places = new HashMap<>();
  private final List<PeerAddress> hosts;
  private final int[][] clocks;

  /// Clocks of sendings that are still to be received, by their index.
  private final Map<Integer, int[]> sent = new HashMap<>();

  /// The hosts that wait for a sending, by its index.
  private final Map<Integer, Deque<ShivizEvent>> waiting = new HashMap<>();

  private final PriorityQueue<Deque<ShivizEvent>> ready = new PriorityQueue<>(BY_HEAD);

  private VectorClocks(List<ShivizEvent> events, Map<Integer, ShivizEvent> sendings) {
    this.sendings = sendings;
    for (ShivizEvent event : events) {
      left.computeIfAbsent(event.host(), _ -> new ArrayDeque<>()).add(event);
    }
    hosts = List.copyOf(left.keySet());
    hosts.forEach(host -> places.put(host, places.size()));
    clocks = new int[hosts.size()][hosts.size()];
    sendings.values().forEach(sending -> sent.put(sending.index(), new int[0]));
  }

  /// @param sendings by the index of the receipt
  static void give(List<ShivizEvent> events, Map<Integer, ShivizEvent> sendings, Taker taker)
      throws IOException {
    new VectorClocks(events, sendings).run(taker);
  }

  private void run(Taker taker) throws IOException {
    left.values().forEach(this::queue);
    while (true) {
      Deque<ShivizEvent> next = ready.poll();
      if (next == null) {
        next = anyWaiting();
      }
      if (next == null) {
        return;
      }
      take(next.removeFirst(), taker);
      queue(next);
    }
  }

  /// Lets a host continue, or wait until what it receives next has been sent.
  private void queue(Deque<ShivizEvent> events) {
    ShivizEvent head = events.peekFirst();
    if (head == null) {
      return;
    }
    ShivizEvent sending = sendings.get(head.index());
    if (sending != null && isYetToCome(sending)) {
      waiting.put(sending.index(), events);
    } else {
      ready.add(events);
    }
  }

  private boolean isYetToCome(ShivizEvent sending) {
    int[] clock = sent.get(sending.index());
    return clock != null && clock.length == 0;
  }

  /// All wait for each other: the earliest continues without its sending.
  private @Nullable Deque<ShivizEvent> anyWaiting() {
    Deque<ShivizEvent> earliest = waiting.values().stream().min(BY_HEAD).orElse(null);
    if (earliest != null) {
      ShivizEvent sending = sendings.get(earliest.getFirst().index());
      if (sending != null) {
        waiting.remove(sending.index());
        sent.remove(sending.index());
      }
    }
    return earliest;
  }

  private void take(ShivizEvent event, Taker taker) throws IOException {
    int place = places.getOrDefault(event.host(), 0);
    int[] clock = clocks[place];
    clock[place]++;
    ShivizEvent sending = sendings.get(event.index());
    int[] other = sending == null ? null : sent.remove(sending.index());
    if (other != null) {
      for (int i = 0; i < other.length; i++) {
        clock[i] = Math.max(clock[i], other[i]);
      }
    }
    taker.take(event, hosts, clock);
    if (sent.containsKey(event.index())) {
      sent.put(event.index(), Arrays.copyOf(clock, clock.length));
      Deque<ShivizEvent> released = waiting.remove(event.index());
      if (released != null) {
        ready.add(released);
      }
    }
  }
}
