package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WallClockTest {

  private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  private Instant steady = START;
  private Instant machine = START;
  private final WallClock clock = new WallClock(() -> steady, () -> machine);

  private void pass(Duration time) {
    steady = steady.plus(time);
    machine = machine.plus(time);
    clock.look();
  }

  @Test
  void followsTheMachineThatIsSetByHoursInEitherDirection() {
    pass(Duration.ofSeconds(3));
    machine = machine.plus(Duration.ofHours(8));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(3));

    pass(Duration.ofSeconds(3));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(6).plus(Duration.ofHours(8)));
    assertThat(clock.ahead()).isEqualTo(Duration.ofHours(8));

    machine = machine.minus(Duration.ofHours(16));
    pass(Duration.ofSeconds(3));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(9).minus(Duration.ofHours(8)));
  }

  @Test
  void followsTheMachineAfterASuspendInWhichTheSteadyClockStoodStill() {
    machine = machine.plus(Duration.ofHours(1));

    pass(Duration.ofSeconds(3));

    assertThat(clock.instant()).isEqualTo(machine);
  }

  @Test
  void runsEvenlyWhileTheMachinesClockIsSlightlyCorrected() {
    machine = machine.minus(Duration.ofMillis(100));

    pass(Duration.ofSeconds(3));

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(3));
  }

  @Test
  void runsOnItsOwnWhereTimesAreMeasuredEvenIfTheMachineIsSetBack() {
    clock.runOnItsOwn();
    machine = machine.minus(Duration.ofHours(1));

    pass(Duration.ofSeconds(3));

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(3));
  }
}
