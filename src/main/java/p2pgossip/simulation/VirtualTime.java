package p2pgossip.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/// A clock that moves when it is told to, with tasks that it runs when they are due. Tasks of the
/// same moment run in the order in which they were scheduled. Used by one thread at a time.
public final class VirtualTime implements InstantSource {

  static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  private record Job(Instant at, long serial, Runnable work) {}

  private final PriorityQueue<Job> jobs =
      new PriorityQueue<>(Comparator.comparing(Job::at).thenComparingLong(Job::serial));
  private Instant now = START;
  private long serial;

  @Override
  public Instant instant() {
    return now;
  }

  /// Lets time pass and runs the tasks that become due.
  public void pass(Duration time) {
    Instant end = now.plus(time);
    while (!jobs.isEmpty() && !jobs.element().at().isAfter(end)) {
      Job job = jobs.remove();
      now = job.at();
      job.work().run();
    }
    now = end;
  }

  /// Lets time pass up to the next task, and runs it. Does nothing if there is none.
  public void passToNext() {
    Job job = jobs.poll();
    if (job != null) {
      now = job.at();
      job.work().run();
    }
  }

  void after(Duration pause, Runnable work) {
    at(now.plus(pause), work);
  }

  /// @param moment not before now
  void at(Instant moment, Runnable work) {
    jobs.add(new Job(moment.isBefore(now) ? now : moment, serial++, work));
  }
}
