package p2pgossip.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Tasks in the order of their times; those of one time in the order of their serial numbers. A
/// heap in which each task has up to four below it (Johnson 1975, "Priority queues with update and
/// finding minimum spanning trees"), kept in arrays of plain numbers: half as deep as a binary one,
/// and comparing or moving two tasks follows and changes no reference.
final class JobHeap {

  private static final int BRANCHES = 4;

  private long[] times = {};
  private long[] serials = {};

  /// Where the task of each place in the heap stands in [#work], and after them the places there
  /// that are free.
  private int[] slots = {};

  private @Nullable Runnable[] work = {};
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /// The number of tasks.
  int size() {
    return size;
  }

  /// @param serial which no other task of the same time has
  void add(long time, long serial, Runnable task) {
    if (size == times.length) {
      grow();
    }
    int slot = slots[size];
    work[slot] = task;
    int at = size++;
    while (at > 0) {
      int above = (at - 1) / BRANCHES;
      if (isBefore(above, time, serial)) {
        break;
      }
      move(above, at);
      at = above;
    }
    set(at, time, serial, slot);
  }

  private void grow() {
    int room = Math.max(64, size + (size >> 1));
    times = Arrays.copyOf(times, room);
    serials = Arrays.copyOf(serials, room);
    slots = Arrays.copyOf(slots, room);
    work = Arrays.copyOf(work, room);
    for (int free = size; free < room; free++) {
      slots[free] = free;
    }
  }

  /// The time of the first task.
  ///
  /// @throws IllegalStateException when there is none
  long firstTime() {
    requireTask();
    return times[0];
  }

  /// Removes and returns the first task.
  ///
  /// @throws IllegalStateException when there is none
  Runnable removeFirst() {
    requireTask();
    int slot = slots[0];
    Runnable first = work[slot];
    if (first == null) {
      throw new IllegalStateException("a task is missing");
    }
    work[slot] = null;
    size--;
    if (size > 0) {
      sinkFromTop(times[size], serials[size], slots[size]);
    }
    slots[size] = slot;
    return first;
  }

  private void requireTask() {
    if (size == 0) {
      throw new IllegalStateException("there is no task");
    }
  }

  private void sinkFromTop(long time, long serial, int slot) {
    int at = 0;
    int below = 1;
    while (below < size) {
      int least = below;
      int end = Math.min(below + BRANCHES, size);
      for (int other = below + 1; other < end; other++) {
        if (isBefore(other, times[least], serials[least])) {
          least = other;
        }
      }
      if (!isBefore(least, time, serial)) {
        break;
      }
      move(least, at);
      at = least;
      below = BRANCHES * at + 1;
    }
    set(at, time, serial, slot);
  }

  private boolean isBefore(int one, long time, long serial) {
    return times[one] < time || (times[one] == time && serials[one] < serial);
  }

  private void move(int from, int to) {
    set(to, times[from], serials[from], slots[from]);
  }

  private void set(int at, long time, long serial, int slot) {
    times[at] = time;
    serials[at] = serial;
    slots[at] = slot;
  }
}
