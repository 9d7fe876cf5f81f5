package p2pgossip.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.GossipEvent;

/// The latest events of a peer, numbered from 0 and stored once for all readers: bounded in number
/// and in weight; the oldest are dropped first. Thread-safe; holds its lock briefly, and encodes
/// outside it.
final class EventLog {

  /// What an event takes besides its text.
  private static final int BARE_WEIGHT = 256;

  private static final int WEIGHT_OF_ADDRESS = 64;

  private final int mostEvents;
  private final int mostWeight;

  // Guarded by this. The place of an event is the remainder of its number; there are places only
  // while there are readers.
  private Entry[] places = {};
  private long begin;
  private long end;
  private long weight;

  EventLog(int mostEvents, int mostWeight) {
    this.mostEvents = mostEvents;
    this.mostWeight = mostWeight;
  }

  synchronized void add(GossipEvent event) {
    if (places.length == 0) {
      places = new Entry[mostEvents];
    }
    if (end - begin == mostEvents) {
      dropOldest();
    }
    Entry entry = new Entry(event);
    places[place(end)] = entry;
    end++;
    weight += entry.weight;
    while (weight > mostWeight) {
      dropOldest();
    }
  }

  private void dropOldest() {
    weight -= places[place(begin)].weight;
    places[place(begin)] = Entry.NONE;
    begin++;
  }

  private int place(long number) {
    return (int) (number % mostEvents);
  }

  /// The number of the next event.
  synchronized long end() {
    return end;
  }

  /// Drops all events; there is no reader any more.
  synchronized void forget() {
    places = new Entry[0];
    begin = end;
    weight = 0;
  }

  /// Entries from number `from` on, of roughly that much weight in all, and at least one if there
  /// is any.
  ///
  /// @return null if the event with that number has been dropped
  synchronized @Nullable List<Entry> from(long from, int enoughWeight) {
    if (from < begin) {
      return null;
    }
    List<Entry> found = new ArrayList<>();
    int taken = 0;
    for (long number = from; number < end && taken < enoughWeight; number++) {
      Entry entry = places[place(number)];
      found.add(entry);
      taken += entry.weight;
    }
    return found;
  }

  private static int weigh(GossipEvent event) {
    return BARE_WEIGHT
        + switch (event) {
          case GossipEvent.PeriodBegan(_, _, String message, _) ->
              message == null ? 0 : message.length();
          case GossipEvent.MessageSent(_, _, _, String text) -> text.length();
          case GossipEvent.MessageFailed(_, _, _, String text, _) -> text.length();
          case GossipEvent.MessageReceived(_, _, String text) -> text.length();
          case GossipEvent.RumorHeard(_, Copy copy, _, _) -> weigh(copy);
          case GossipEvent.RumorRepeated(_, Copy copy, _, _) -> weigh(copy);
          case GossipEvent.CopySent(_, _, Copy copy, _) -> weigh(copy);
          case GossipEvent.CopyDelivered(_, _, Copy copy, _, _) -> weigh(copy);
          case GossipEvent.CopyFailed(_, _, Copy copy, _) -> weigh(copy);
          case GossipEvent.PeersReported reported -> WEIGHT_OF_ADDRESS * reported.peers().size();
          case GossipEvent.Trouble trouble -> trouble.cause().length();
          default -> 0;
        };
  }

  private static int weigh(Copy copy) {
    return copy.rumor().text().length();
  }

  /// One event, encoded when it is first sent.
  static final class Entry {

    private static final Entry NONE = new Entry(null, 0);

    private final int weight;

    // Guarded by this. Dropped once it is encoded.
    private @Nullable GossipEvent event;
    private byte @Nullable [] encoded;

    private Entry(GossipEvent event) {
      this(event, weigh(event));
    }

    private Entry(@Nullable GossipEvent event, int weight) {
      this.event = event;
      this.weight = weight;
    }

    /// As sent over the wire; must not be changed.
    synchronized byte[] encoded() {
      byte[] bytes = encoded;
      if (bytes == null) {
        bytes = EventStreamText.happened(Objects.requireNonNull(event));
        encoded = bytes;
        event = null;
      }
      return bytes;
    }
  }
}
