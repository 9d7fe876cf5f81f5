package p2pgossip.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.simulation.SimulatedNetwork;
import p2pgossip.simulation.SimulationPlan;
import p2pgossip.simulation.VirtualTime;
import p2pgossip.steering.NetworkListener;
import p2pgossip.testing.Recorder;
import p2pgossip.topology.Ring;

/// A pacer whose own clock moves when the test says so.
class PacerTest {

  private final VirtualTime time = new VirtualTime();
  private final SimulatedNetwork network =
      SimulatedNetwork.start(
          new SimulationPlan(3, new Ring(), PeerSettings.DEFAULT, 1), time, NetworkListener.NONE);
  private final Instant start = time.instant();
  private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.EPOCH);
  private final AtomicReference<BooleanSupplier> answer = new AtomicReference<>(() -> true);
  private final Pacer pacer =
      new Pacer(time, Pace.REAL, clock::get, () -> answer.get().getAsBoolean());

  @AfterEach
  void close() {
    pacer.close();
    pacer.close();
    network.close();
  }

  private void advance(long millis) {
    clock.updateAndGet(now -> now.plusMillis(millis));
  }

  private void untilPassed(Duration passed) {
    await().atMost(Duration.ofSeconds(30)).until(() -> passed().equals(passed));
  }

  private Duration passed() {
    return Duration.between(start, time.instant());
  }

  @Test
  void timePassesAtThePaceThatIsSet() {
    advance(50);
    untilPassed(Duration.ofMillis(50));
    pacer.setPace(new Pace(10));
    advance(50);
    untilPassed(Duration.ofMillis(550));
    pacer.setPace(new Pace(0.01));
    advance(100);
    untilPassed(Duration.ofMillis(551));

    assertThat(pacer.pace()).isEqualTo(new Pace(0.01));
  }

  @Test
  void leavesOutWhatAPauseOfTheMachineIsTooLongFor() {
    advance(60_000);
    untilPassed(Duration.ofMillis(100));
    advance(1);

    untilPassed(Duration.ofMillis(101));
  }

  @Test
  void isAsFastAsItCanWhileItsOwnClockStands() {
    pacer.setPace(Pace.AT_ONCE);

    await().atMost(Duration.ofSeconds(30)).until(() -> passed().compareTo(Duration.ofHours(1)) > 0);
    assertThat(clock).hasValue(Instant.EPOCH);
  }

  @Test
  void goesOnAfterATaskThatFailed() {
    Recorder<String> done = new Recorder<>();
    network.later(
        Duration.ofMillis(10),
        () -> {
          done.accept("failed");
          throw new IllegalStateException("wanted by the test");
        });
    network.later(Duration.ofMillis(20), () -> done.accept("went on"));
    pacer.setPace(Pace.AT_ONCE);

    await().atMost(Duration.ofSeconds(30)).until(() -> done.contains("went on"));
    assertThat(done).containsExactly("failed", "went on");
  }

  @Test
  void waitsForThoseWhoWatch() {
    pacer.setPace(Pace.AT_ONCE);
    // Once it has asked in vain, nothing passes any more.
    AtomicInteger asks = new AtomicInteger();
    answer.set(
        () -> {
          asks.incrementAndGet();
          return false;
        });
    await().atMost(Duration.ofSeconds(30)).until(() -> asks.get() > 1);
    Duration stood = passed();
    await().atMost(Duration.ofSeconds(30)).until(() -> asks.get() > 10);

    assertThat(passed()).isEqualTo(stood);
  }

  @Test
  void itsThreadEndsWithIt() {
    pacer.setPace(Pace.STILL);
    pacer.close();

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("virtual time")));
  }

  @Test
  void aPaceIsZeroOrMore() {
    assertThat(Pace.CHOICES).extracting(Pace::inWords).contains("1/100 ×", "1 ×", "at once");
    assertThat(Pace.STILL.inWords()).isEqualTo("still");
    assertThatIllegalArgumentException().isThrownBy(() -> new Pace(-1)).withMessageContaining("-1");
    assertThatIllegalArgumentException().isThrownBy(() -> new Pace(Double.NaN));
  }
}
