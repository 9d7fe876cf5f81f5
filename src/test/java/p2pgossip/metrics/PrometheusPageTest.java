package p2pgossip.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Standing;
import p2pgossip.net.Page;
import p2pgossip.profile.JvmReading;
import p2pgossip.profile.Meter;
import p2pgossip.profile.PeerFigures;
import p2pgossip.profile.RequestKind;

class PrometheusPageTest {

  private static final JvmReading JVM =
      new JvmReading(
          17, 1_000_000, 64_000_000, OptionalLong.of(90_000_000), 3, Duration.ofMillis(250));

  private final Meter meter = new Meter(Instant.parse("2026-11-27T00:00:00Z"));

  private String lines(JvmReading jvm) {
    PeerFigures figures = new PeerFigures(meter.read(), Map.of(Standing.CONNECTED, 4), 2, 1);
    return new String(new PrometheusPage(() -> jvm).apply(figures).body(), StandardCharsets.UTF_8);
  }

  @Test
  void saysWhichVersionOfTheFormatItIs() {
    Page page = new PrometheusPage(() -> JVM).apply(new PeerFigures(meter.read(), Map.of(), 0, 0));

    assertThat(page.contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
  }

  @Test
  void countsMessagesByKind() {
    meter.sent(RequestKind.MESSAGE);
    meter.sent(RequestKind.MESSAGE);
    meter.failed(RequestKind.KNOWN_PEERS);
    meter.received(RequestKind.RUMORS);

    assertThat(lines(JVM).lines())
        .contains(
            "# TYPE p2pgossip_messages_sent_total counter",
            "p2pgossip_messages_sent_total{kind=\"message\"} 2.0",
            "p2pgossip_messages_sent_total{kind=\"rumors\"} 0.0",
            "p2pgossip_messages_failed_total{kind=\"known_peers\"} 1.0",
            "p2pgossip_messages_received_total{kind=\"rumors\"} 1.0");
  }

  @Test
  void countsDurationsInCumulativeBuckets() {
    meter.answered(Duration.ofNanos(600_000));
    meter.answered(Duration.ofMillis(3));
    meter.answered(Duration.ofMillis(400));
    meter.answered(Duration.ofSeconds(9));

    assertThat(lines(JVM).lines())
        .containsSequence(
            "p2pgossip_request_duration_seconds_bucket{le=\"0.001\"} 1",
            "p2pgossip_request_duration_seconds_bucket{le=\"0.0025\"} 1",
            "p2pgossip_request_duration_seconds_bucket{le=\"0.005\"} 2",
            "p2pgossip_request_duration_seconds_bucket{le=\"0.01\"} 2",
            "p2pgossip_request_duration_seconds_bucket{le=\"0.025\"} 2",
            "p2pgossip_request_duration_seconds_bucket{le=\"0.05\"} 2",
            "p2pgossip_request_duration_seconds_bucket{le=\"0.1\"} 2",
            "p2pgossip_request_duration_seconds_bucket{le=\"0.25\"} 2",
            "p2pgossip_request_duration_seconds_bucket{le=\"0.5\"} 3",
            "p2pgossip_request_duration_seconds_bucket{le=\"1.0\"} 3",
            "p2pgossip_request_duration_seconds_bucket{le=\"2.5\"} 3",
            "p2pgossip_request_duration_seconds_bucket{le=\"5.0\"} 3",
            "p2pgossip_request_duration_seconds_bucket{le=\"+Inf\"} 4",
            "p2pgossip_request_duration_seconds_count 4",
            "p2pgossip_request_duration_seconds_sum 9.4036");
  }

  @Test
  void showsTheStateOfThePeer() {
    meter.periodBegan(Duration.ZERO, Duration.ofSeconds(1));
    meter.periodBegan(Duration.ofMillis(2_500), Duration.ofSeconds(1));

    assertThat(lines(JVM).lines())
        .contains(
            "p2pgossip_periods_total 2.0",
            "p2pgossip_periods_late_total 1.0",
            "p2pgossip_periods_skipped_total 2.0",
            "p2pgossip_known_peers{standing=\"connected\"} 4.0",
            "p2pgossip_known_peers{standing=\"unreachable\"} 0.0",
            "p2pgossip_rumors_kept 2.0",
            "p2pgossip_event_followers 1.0");
  }

  @Test
  void showsTheResourcesOfTheProcess() {
    assertThat(lines(JVM).lines())
        .contains(
            "jvm_threads_current 17.0",
            "jvm_memory_used_bytes{area=\"heap\"} 1000000.0",
            "jvm_memory_max_bytes{area=\"heap\"} 6.4E7",
            "process_resident_memory_bytes 9.0E7",
            "jvm_gc_collection_seconds_count 3",
            "jvm_gc_collection_seconds_sum 0.25");
  }

  @Test
  void leavesOutUnknownFigures() {
    JvmReading untold =
        new JvmReading(17, 1_000_000, 64_000_000, OptionalLong.empty(), 3, Duration.ZERO);

    assertThat(lines(untold)).doesNotContain("resident");
  }
}
