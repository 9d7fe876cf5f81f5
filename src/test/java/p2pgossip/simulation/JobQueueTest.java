package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import p2pgossip.testing.Recorder;

class JobQueueTest {

  private record Job(long time, long serial) {}

  private final JobQueue jobs = new JobQueue();

  @Test
  void whatIsAddedAndTakenAtRandomComesInTheOrderOfTheJdksQueue() {
    SplittableRandom random = new SplittableRandom(7);
    PriorityQueue<Job> expected =
        new PriorityQueue<>(Comparator.comparing(Job::time).thenComparing(Job::serial));
    Recorder<Long> ran = new Recorder<>();
    List<Long> wanted = new ArrayList<>();
    for (long serial = 0; serial < 20_000; serial++) {
      long name = serial;
      long time = random.nextLong(-50, 50);
      jobs.add(time, serial, () -> ran.accept(name));
      expected.add(new Job(time, serial));
      while (!expected.isEmpty() && random.nextInt(100) < 45) {
        take(expected, wanted);
      }
      assertThat(jobs.size()).isEqualTo(expected.size());
    }
    while (!expected.isEmpty()) {
      take(expected, wanted);
    }
    assertThat(jobs.isEmpty()).isTrue();
    assertThat(ran.all()).isEqualTo(wanted);
  }

  /// As in a simulation: each task adds one for soon or for much later.
  @Test
  void thousandsThatWaitForTheirTimeComeInTheOrderOfTheJdksQueue() {
    SplittableRandom random = new SplittableRandom(8);
    PriorityQueue<Job> expected =
        new PriorityQueue<>(Comparator.comparing(Job::time).thenComparing(Job::serial));
    Recorder<Long> ran = new Recorder<>();
    List<Long> wanted = new ArrayList<>();
    for (long serial = 0; serial < 50_000; serial++) {
      long name = serial;
      long now = serial < 5_000 ? 0 : expected.element().time();
      long time = now + (random.nextInt(4) == 0 ? 1_000 : random.nextLong(1_000_000));
      if (serial >= 5_000) {
        take(expected, wanted);
      }
      jobs.add(time, serial, () -> ran.accept(name));
      expected.add(new Job(time, serial));
    }
    assertThat(ran.all()).isEqualTo(wanted);
    assertThat(jobs.size()).isEqualTo(5_000);
  }

  private void take(PriorityQueue<Job> expected, List<Long> wanted) {
    Job next = expected.remove();
    wanted.add(next.serial());
    assertThat(jobs.firstTime()).isEqualTo(next.time());
    jobs.removeFirst().run();
  }

  @Test
  void anEmptyQueueHasNoFirst() {
    assertThatThrownBy(jobs::firstTime).hasMessage("there is no task");
    assertThatThrownBy(jobs::removeFirst).hasMessage("there is no task");
  }
}
