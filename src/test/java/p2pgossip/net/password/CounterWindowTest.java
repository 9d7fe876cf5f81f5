package p2pgossip.net.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CounterWindowTest {

  private final CounterWindow window = new CounterWindow();

  @Test
  void eachCounterIsAcceptedOnceInAnyOrder() {
    assertThat(window.use(3)).isTrue();
    assertThat(window.use(1)).isTrue();
    assertThat(window.use(2)).isTrue();
    assertThat(window.use(1)).isFalse();
    assertThat(window.use(3)).isFalse();
  }

  @Test
  void countersBeginAtOne() {
    assertThat(window.use(0)).isFalse();
    assertThat(window.use(-1)).isFalse();
  }

  @Test
  void aCounterTooFarBehindCountsAsUsed() {
    assertThat(window.use(CounterWindow.SIZE + 1)).isTrue();
    assertThat(window.use(1)).isFalse();
    assertThat(window.use(2)).isTrue();
  }

  @Test
  void aLeapForgetsOnlyTheCountersBehindIt() {
    for (long counter = 1; counter <= 10; counter++) {
      assertThat(window.use(counter)).isTrue();
    }
    assertThat(window.use(1_000_000_000_000L)).isTrue();
    assertThat(window.use(1_000_000_000_000L)).isFalse();
    assertThat(window.use(10)).isFalse();
    assertThat(window.use(999_999_999_999L)).isTrue();
  }

  @Test
  void itAgreesWithASetOfAllUsedCounters() {
    Random random = new Random(7);
    Set<Long> used = new HashSet<>();
    long highest = 0;
    for (int i = 0; i < 50_000; i++) {
      long counter = Math.max(1, highest - 1_100 + random.nextInt(1_110));
      boolean expected = counter > highest - CounterWindow.SIZE && used.add(counter);
      assertThat(window.use(counter)).isEqualTo(expected);
      highest = Math.max(highest, counter);
    }
  }
}
