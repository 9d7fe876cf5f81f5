package p2pgossip.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Tasks in the order of their times; those of one time in the order of their serial numbers.
///
/// Most tasks of a large simulation are a period away, and most that are added are due before them:
/// messages on their way. So only those that are due before a horizon are kept in order, in a heap
/// that fits a processor's cache. The others wait in no order. When the heap is empty, the horizon
/// moves on, so far that about one in sixty-four of them comes before it: the first two rungs of a
/// ladder queue (Tang, Goh and Thng 2005).
final class JobQueue {

  /// Of the tasks that wait, one in so many becomes near at a time.
  private static final int SHARE = 64;

  /// So few may become near all at once.
  private static final int FEW = 1_024;

  /// So many times are looked at to find a horizon.
  private static final int SAMPLE = 256;

  private final JobHeap near = new JobHeap();

  /// All tasks that wait are due after it, and all that are near are not.
  private long horizon = Long.MIN_VALUE;

  private long[] times = new long[16];
  private long[] serials = new long[16];
  private @Nullable Runnable[] work = new Runnable[16];
  private int waiting;

  boolean isEmpty() {
    return size() == 0;
  }

  /// The number of tasks.
  int size() {
    return near.size() + waiting;
  }

  /// @param serial which no other task of the same time has
  void add(long time, long serial, Runnable task) {
    if (time <= horizon) {
      near.add(time, serial, task);
    } else {
      if (waiting == times.length) {
        int room = waiting + (waiting >> 1);
        times = Arrays.copyOf(times, room);
        serials = Arrays.copyOf(serials, room);
        work = Arrays.copyOf(work, room);
      }
      set(waiting++, time, serial, task);
    }
  }

  /// The time of the first task.
  ///
  /// @throws IllegalStateException when there is none
  long firstTime() {
    moveOn();
    return near.firstTime();
  }

  /// Removes and returns the first task.
  ///
  /// @throws IllegalStateException when there is none
  Runnable removeFirst() {
    moveOn();
    return near.removeFirst();
  }

  /// If no task is near, lets some come near.
  private void moveOn() {
    if (!near.isEmpty() || waiting == 0) {
      return;
    }
    horizon = nextHorizon();
    int at = 0;
    while (at < waiting) {
      Runnable task = work[at];
      if (task != null && times[at] <= horizon) {
        near.add(times[at], serials[at], task);
        waiting--;
        set(at, times[waiting], serials[waiting], work[waiting]);
        work[waiting] = null;
      } else {
        at++;
      }
    }
  }

  /// A time at which at least one task is due that waits, and not many are due before.
  private long nextHorizon() {
    if (waiting <= FEW) {
      return Arrays.stream(times, 0, waiting).max().orElseThrow();
    }
    long[] sample = new long[SAMPLE];
    for (int i = 0; i < SAMPLE; i++) {
      sample[i] = times[(int) ((long) i * waiting / SAMPLE)];
    }
    Arrays.sort(sample);
    return sample[SAMPLE / SHARE];
  }

  private void set(int at, long time, long serial, @Nullable Runnable task) {
    times[at] = time;
    serials[at] = serial;
    work[at] = task;
  }
}
