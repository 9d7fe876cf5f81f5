package p2pgossip.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.profile.JvmReading;
import p2pgossip.profile.Meter;
import p2pgossip.profile.RequestKind;
import p2pgossip.ui.model.Sample;

class ProfileModelTest {

  private static final Instant START = Instant.parse("2026-11-27T00:00:00Z");

  private final ProfileModel model = new ProfileModel();
  private final Meter all = new Meter(START);
  private @Nullable Meter own = new Meter(START, all);
  private Instant now = START;
  private Duration collecting = Duration.ZERO;

  private ProfileView view() {
    return model.viewProperty().get();
  }

  private Point latest() {
    return Objects.requireNonNull(view().latest());
  }

  private void sample(int peers) {
    sample(peers, false);
  }

  private void sample(int peers, boolean simulated) {
    model.add(
        new Sample(
            now,
            own == null ? null : own.read(),
            all.read(),
            peers,
            simulated,
            new JvmReading(20, 50L << 20, 200L << 20, OptionalLong.of(300L << 20), 4, collecting)));
  }

  /// Lets seconds pass, in each of which the same number of messages is sent and answered.
  private void work(int seconds, int messages, Duration latency) {
    for (int second = 0; second < seconds; second++) {
      now = now.plusSeconds(1);
      for (int i = 0; i < messages; i++) {
        Objects.requireNonNull(own).sent(RequestKind.MESSAGE);
        Objects.requireNonNull(own).answered(latency);
      }
      sample(3);
    }
  }

  @Test
  void saysWhyThereIsNothingToMeasureOfSimulatedPeers() {
    own = null;
    sample(0, true);

    assertThat(view().meter()).isNull();
    assertThat(ProfileHint.words(view()).toString()).contains("Simulated peers");
    sample(0, false);
    assertThat(ProfileHint.words(view()).toString()).doesNotContain("Simulated");
  }

  @Test
  void showsNothingBeforeTheFirstSample() {
    assertThat(view()).isEqualTo(ProfileView.NOTHING);
  }

  @Test
  void showsNothingOfPeersWhereNoneRuns() {
    own = null;
    sample(0);

    assertThat(view().meter()).isNull();
    assertThat(view().peers()).isZero();
    assertThat(ProfileFigure.THREADS.of(view())).isEqualTo("20");
  }

  @Test
  void saysNoRateUntilThereIsAWhileToTakeItOver() {
    sample(3);
    work(2, 5, Duration.ofMillis(1));
    assertThat(latest().out()).isNaN();

    work(1, 5, Duration.ofMillis(1));
    assertThat(latest().out()).isEqualTo(5);
  }

  @Test
  void takesFiguresOverTenSeconds() {
    work(20, 4, Duration.ofMillis(2));
    work(5, 14, Duration.ofMillis(200));

    assertThat(latest().out()).isCloseTo(9, within(1e-9));
    assertThat(latest().p99()).isCloseTo(200, within(2.0));

    work(10, 4, Duration.ofMillis(2));

    assertThat(latest().out()).isCloseTo(4, within(1e-9));
    assertThat(latest().median()).isCloseTo(2, within(0.02));
    assertThat(latest().p99()).isCloseTo(2, within(0.02));
  }

  @Test
  void saysNoLatencyWhereNothingWasAnswered() {
    work(12, 1, Duration.ofMillis(1));
    work(11, 0, Duration.ZERO);

    assertThat(latest().out()).isZero();
    assertThat(latest().median()).isNaN();
    assertThat(ProfileFigure.P95.of(view())).isEqualTo("–");
  }

  @Test
  void keepsTwoMinutes() {
    work(300, 1, Duration.ofMillis(1));

    assertThat(view().points()).hasSize(121);
    assertThat(view().points().getFirst().at()).isEqualTo(now.minusSeconds(120));
  }

  @Test
  void isBoundedHoweverOftenItIsAsked() {
    for (int i = 0; i < 5_000; i++) {
      now = now.plusMillis(1);
      sample(3);
    }

    assertThat(view().points()).hasSizeLessThanOrEqualTo(500);
  }

  @Test
  void turnsFromAllPeersToThisOneAndBack() {
    Meter other = new Meter(START, all);
    sample(2);
    for (int i = 0; i < 30; i++) {
      other.sent(RequestKind.RUMORS);
    }
    work(5, 1, Duration.ofMillis(1));

    assertThat(view().scope()).isEqualTo(Scope.ALL);
    assertThat(latest().out()).isEqualTo(7);

    model.show(Scope.OWN);
    assertThat(latest().out()).isEqualTo(1);

    model.show(Scope.ALL);
    assertThat(latest().out()).isEqualTo(7);
  }

  @Test
  void aPeerThatWasStartedAgainIsNotComparedWithTheOneBefore() {
    model.show(Scope.OWN);
    work(8, 100, Duration.ofMillis(1));
    own = null;
    now = now.plusSeconds(1);
    sample(0);
    assertThat(view().meter()).isNull();

    own = new Meter(now, all);
    work(1, 1, Duration.ofMillis(1));
    assertThat(latest().out()).isNaN();

    work(4, 1, Duration.ofMillis(1));
    assertThat(latest().out()).isEqualTo(1);
  }

  @Test
  void aPeerThatWasStartedAgainBetweenTwoSamplesIsNoticedToo() {
    model.show(Scope.OWN);
    work(8, 100, Duration.ofMillis(1));
    own = new Meter(now, all);
    work(4, 2, Duration.ofMillis(1));

    assertThat(latest().out()).isEqualTo(2);
  }

  @Test
  void writesFiguresAsTheyAreRead() {
    sample(3);
    Objects.requireNonNull(own).periodBegan(Duration.ZERO, Duration.ofSeconds(1));
    Objects.requireNonNull(own).periodBegan(Duration.ofMillis(1_200), Duration.ofSeconds(1));
    Objects.requireNonNull(own).failed(RequestKind.MESSAGE);
    collecting = Duration.ofMillis(36);
    work(4, 3, Duration.ofMillis(25));

    ProfileView view = view();
    assertThat(ProfileFigure.FAILED.of(view)).isEqualTo("1");
    assertThat(ProfileFigure.P95.of(view)).isEqualTo("25 ms");
    assertThat(ProfileFigure.ON_TIME.of(view)).isEqualTo("1");
    assertThat(ProfileFigure.LATE.of(view)).isEqualTo("1");
    assertThat(ProfileFigure.SKIPPED.of(view)).isEqualTo("1");
    assertThat(ProfileFigure.HEAP.of(view)).isEqualTo("50 MiB");
    assertThat(ProfileFigure.RESIDENT.of(view)).isEqualTo("300 MiB");
    assertThat(ProfileFigure.COLLECTING.of(view)).isEqualTo("36 ms");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 1",
    "1.01, 2",
    "3, 4",
    "5, 10",
    "10, 10",
    "10.5, 20",
    "39, 40",
    "450, 1000"
  })
  void theAxisEndsAtARoundNumber(double greatest, double end) {
    assertThat(LiveChart.roundedUp(greatest)).isEqualTo(end);
  }
}
