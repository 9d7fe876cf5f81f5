package p2pgossip.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/// A time that passes when it is told to, and what is to be done in it: what is due at the same moment
/// in the order in which it was asked for. Used by one thread at a time.
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

  /// Lets time pass, and does what is due meanwhile.
  public void pass(Duration time) {
    Instant end = now.plus(time);
    while (!jobs.isEmpty() && !jobs.element().at().isAfter(end)) {
      Job job = jobs.remove();
      now = job.at();
      job.work().run();
    }
    now = end;
  }

  void after(Duration pause, Runnable work) {
    at(now.plus(pause), work);
  }

  /// @param moment now at the earliest
  void at(Instant moment, Runnable work) {
    jobs.add(new Job(moment.isBefore(now) ? now : moment, serial++, work));
  }
}
