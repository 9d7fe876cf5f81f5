package p2pgossip.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JvmReadingTest {

  @Test
  void readsTheResourcesOfTheProcess() {
    JvmReading reading = JvmReading.read();

    assertThat(reading.threads()).isPositive();
    assertThat(reading.heapUsed()).isBetween(1L, reading.heapMost());
    assertThat(reading.collecting()).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(reading.resident().isPresent())
        .isEqualTo(Files.isReadable(Path.of("/proc/self/status")));
    reading.resident().ifPresent(bytes -> assertThat(bytes).isGreaterThan(10L * 1024 * 1024));
  }
}
