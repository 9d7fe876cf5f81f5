package p2pgossip.ui.model;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import p2pgossip.profile.FrameDrain;
import p2pgossip.ui.beat.Beat;

/// Collects what happens off the FX thread and hands it over in one go, at most once a [Beat], however
/// much it is. Bounded: where the FX thread can't follow, the oldest are counted and dropped, so that
/// the end of a run is never lost.
///
/// [#add] may be called from any thread; the consumer runs on the FX thread.
final class EventInbox<T> implements AutoCloseable {

  /// What came since the last time.
  ///
  /// @param items in order; never empty
  /// @param dropped how many more there were before them
  record Batch<T>(List<T> items, int dropped) {}

  static final int BOUND = 20_000;

  private final Beat beat;
  private final Consumer<Batch<T>> consumer;

  private final ArrayDeque<T> waiting = new ArrayDeque<>();
  private int dropped;
  private boolean opened;
  private boolean handoverPlanned;
  private boolean closed;

  EventInbox(Beat beat, Consumer<Batch<T>> consumer) {
    this.beat = beat;
    this.consumer = consumer;
  }

  /// Begins to hand over; until then items are only collected.
  synchronized void open() {
    opened = true;
    plan();
  }

  synchronized void add(T item) {
    if (closed) {
      return;
    }
    if (waiting.size() == BOUND) {
      waiting.removeFirst();
      dropped++;
    }
    waiting.addLast(item);
    plan();
  }

  private void plan() {
    if (opened && !handoverPlanned && !waiting.isEmpty()) {
      handoverPlanned = true;
      beat.next(this::handOver);
    }
  }

  private void handOver() {
    Batch<T> batch;
    synchronized (this) {
      if (closed) {
        return;
      }
      batch = new Batch<>(List.copyOf(waiting), dropped);
      waiting.clear();
      dropped = 0;
      handoverPlanned = false;
    }
    FrameDrain drain = FrameDrain.begun();
    consumer.accept(batch);
    drain.ended(batch.items().size(), batch.dropped());
  }

  /// What still waits is dropped. Idempotent.
  @Override
  public synchronized void close() {
    closed = true;
    waiting.clear();
  }
}
