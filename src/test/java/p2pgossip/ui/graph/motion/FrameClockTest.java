package p2pgossip.ui.graph.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import p2pgossip.testing.HandDrivenExecutor;
import p2pgossip.testing.HandDrivenTimer;
import p2pgossip.testing.OnScreen;
import p2pgossip.ui.beat.Beat;
import p2pgossip.ui.beat.Uncaught;

/// How messages move; [GraphPaneTest] covers peers and the view.
@ExtendWith(OnScreen.class)
class FrameClockTest {

  private final HandDrivenTimer timer = new HandDrivenTimer();
  private final HandDrivenExecutor fxThread = new HandDrivenExecutor();
  private final Messages messages = new Messages();
  private final FrameClock clock = new FrameClock(messages, new Beat(fxThread, timer));

  private static final class Messages implements FrameClock.Driven {

    private int left = 3;
    private int steps;
    private boolean failing;

    @Override
    public boolean advancePicture(double seconds) {
      throw new AssertionError("the picture stands still");
    }

    @Override
    public int advanceMessages(double seconds) {
      steps++;
      if (failing) {
        failing = false;
        throw new IllegalStateException("a fault");
      }
      left--;
      return left;
    }
  }

  private void strike() {
    timer.elapse();
    fxThread.runNext();
  }

  @Test
  void movesMessagesBeatByBeatUntilNoneIsLeft() {
    clock.wakeMessages();
    clock.wakeMessages();
    assertThat(timer.planned()).isEqualTo(1);

    strike();
    strike();
    assertThat(clock.isRunning()).isTrue();
    strike();

    assertThat(messages.steps).isEqualTo(3);
    assertThat(clock.isRunning()).isFalse();
    assertThat(timer.planned()).isZero();
  }

  @Test
  void aFailureCostsOneStepOnly() {
    clock.wakeMessages();
    messages.failing = true;
    List<Throwable> reported = Uncaught.during(this::strike);

    assertThat(reported).hasSize(1);
    assertThat(clock.isRunning()).isTrue();
    strike();
    strike();
    strike();

    assertThat(messages.left).isZero();
    assertThat(clock.isRunning()).isFalse();
    assertThat(timer.planned()).isZero();
  }

  @Test
  void movesNothingAfterRest() {
    clock.wakeMessages();
    clock.rest();
    strike();

    assertThat(messages.steps).isZero();
    assertThat(timer.planned()).isZero();
  }
}
