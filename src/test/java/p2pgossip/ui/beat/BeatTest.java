package p2pgossip.ui.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import p2pgossip.testing.HandDrivenExecutor;
import p2pgossip.testing.HandDrivenTimer;
import p2pgossip.testing.Recorder;

class BeatTest {

  private final HandDrivenTimer timer = new HandDrivenTimer();
  private final HandDrivenExecutor fxThread = new HandDrivenExecutor();
  private final Recorder<String> done = new Recorder<>();
  private long now = 7 * Beat.INTERVAL.toNanos();
  private final Beat beat = new Beat(fxThread, timer, () -> now);

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private void runFxThread() {
    fxThread.runAll();
  }

  @Test
  void doesInOneGoWhatWaitsForTheSameBeat() {
    beat.next(() -> done.accept("first"));
    pass(Duration.ofMillis(40));
    beat.next(() -> done.accept("second"));
    timer.elapse();

    assertThat(fxThread.size()).isOne();
    runFxThread();
    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void waitsForTheRestOfTheBeatOnly() {
    pass(Duration.ofMillis(45));
    beat.next(() -> {});

    assertThat(timer.delay()).isEqualTo(Beat.INTERVAL.minusMillis(45));
  }

  @Test
  void waitsForAWholeBeatAtABeat() {
    beat.next(() -> {});

    assertThat(timer.delay()).isEqualTo(Beat.INTERVAL);
  }

  @Test
  void doesHalfWayToTheNextBeatWhatIsWorthTwiceTheFrames() {
    beat.sooner(() -> {});

    assertThat(timer.delay()).isEqualTo(Beat.INTERVAL.dividedBy(2));
  }

  @Test
  void joinsAtABeatWhatMovesTwiceAsOften() {
    beat.next(() -> done.accept("at the beat"));
    pass(Beat.INTERVAL.dividedBy(2));
    beat.sooner(() -> done.accept("each half beat"));

    assertThat(timer.planned()).isEqualTo(1);
    timer.elapse();
    runFxThread();
    assertThat(done).containsExactly("at the beat", "each half beat");
  }

  @Test
  void doesAfterSomeTimeAtTheFirstBeatFromThenOn() {
    beat.after(Duration.ofMillis(100), () -> {});

    assertThat(timer.delay()).isEqualTo(Beat.INTERVAL.multipliedBy(2));
  }

  @Test
  void joinsWhatIsToBeDoneLaterWithWhatComesThen() {
    beat.after(Duration.ofMillis(100), () -> done.accept("later"));
    pass(Beat.INTERVAL);
    beat.next(() -> done.accept("next"));

    assertThat(timer.planned()).isEqualTo(1);
    timer.elapse();
    runFxThread();
    assertThat(done).containsExactly("later", "next");
  }

  @Test
  void keepsWhatATaskAsksForUntilTheBeatAfter() {
    beat.next(() -> beat.next(() -> done.accept("again")));
    pass(Beat.INTERVAL);
    timer.elapse();
    runFxThread();
    assertThat(done).isEmpty();

    timer.elapse();
    runFxThread();
    assertThat(done).containsExactly("again");
  }

  @Test
  void plansNothingWhileNothingWaits() {
    beat.next(() -> {});
    timer.elapse();
    runFxThread();

    assertThat(timer.planned()).isZero();
  }

  @Test
  void doesTheRestWhenOneFails() {
    RuntimeException fault = new IllegalStateException("a fault");
    beat.next(
        () -> {
          throw fault;
        });
    beat.next(() -> done.accept("second"));
    timer.elapse();
    List<Throwable> reported = Uncaught.during(this::runFxThread);

    assertThat(done).containsExactly("second");
    assertThat(reported).containsExactly(fault);
  }

  @Test
  void doesAgainWhatIsToBeDoneEachTimeAlsoAfterAFailure() {
    List<Throwable> reported = new ArrayList<>();
    RuntimeException fault = new IllegalStateException("a fault");
    beat.every(
        Duration.ofMillis(950),
        () -> {
          done.accept("turn");
          if (done.size() == 1) {
            throw fault;
          }
        });
    for (int turn = 0; turn < 3; turn++) {
      assertThat(timer.delay()).isBetween(Duration.ofMillis(950), Duration.ofMillis(1010));
      pass(timer.delay());
      timer.elapse();
      reported.addAll(Uncaught.during(this::runFxThread));
    }

    assertThat(done).containsExactly("turn", "turn", "turn");
    assertThat(reported).containsExactly(fault);
    assertThat(timer.planned()).isEqualTo(1);
  }

  @Test
  void doesNothingMoreOnceTheTimerHasEnded() {
    ScheduledExecutorService ended = Executors.newSingleThreadScheduledExecutor();
    ended.shutdownNow();
    Beat last = new Beat(fxThread, ended);

    assertThatCode(() -> last.next(() -> done.accept("too late"))).doesNotThrowAnyException();
    assertThat(fxThread.size()).isZero();
  }
}
