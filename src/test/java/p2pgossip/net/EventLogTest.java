package p2pgossip.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Sender;

class EventLogTest {

  private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");
  private static final int ALL = Integer.MAX_VALUE;

  private static GossipEvent event(long number) {
    return new GossipEvent.PeriodBegan(NOW, number, null, 0);
  }

  private static List<String> texts(EventLog log, long from, int enoughWeight) {
    return Objects.requireNonNull(log.from(from, enoughWeight)).stream()
        .map(entry -> new String(entry.encoded(), UTF_8))
        .toList();
  }

  private static String text(long number) {
    return "data: {\"type\":\"period-began\",\"at\":\"2026-11-22T07:00:00Z\",\"number\":"
        + number
        + ",\"neighbors\":0}\n\n";
  }

  @Test
  void eventsAreFoundByTheirNumbers() {
    EventLog log = new EventLog(3, 1_000_000);
    for (int number = 0; number < 5; number++) {
      log.add(event(number));
    }
    assertThat(log.end()).isEqualTo(5);
    assertThat(texts(log, 2, ALL)).containsExactly(text(2), text(3), text(4));
    assertThat(texts(log, 4, ALL)).containsExactly(text(4));
    assertThat(texts(log, 5, ALL)).isEmpty();
    assertThat(log.from(1, ALL)).isNull();
  }

  @Test
  void heavyEventsLeaveSooner() {
    EventLog log = new EventLog(100, 10_000);
    Sender somebody = new Sender.Unnamed(InetAddress.getLoopbackAddress());
    for (int i = 0; i < 5; i++) {
      log.add(new GossipEvent.MessageReceived(NOW, somebody, "x".repeat(3_000)));
    }
    assertThat(log.from(1, ALL)).isNull();
    assertThat(log.from(2, ALL)).hasSize(3);
  }

  @Test
  void anEventTooHeavyForTheLogIsNotKeptAtAll() {
    EventLog log = new EventLog(100, 1_000);
    log.add(event(0));
    log.add(
        new GossipEvent.MessageReceived(
            NOW, new Sender.Unnamed(InetAddress.getLoopbackAddress()), "x".repeat(3_000)));
    assertThat(log.from(1, ALL)).isNull();
    assertThat(log.from(2, ALL)).isEmpty();
    log.add(event(2));
    assertThat(texts(log, 2, ALL)).containsExactly(text(2));
  }

  @Test
  void eachReadIsBoundedButNeverEmpty() {
    EventLog log = new EventLog(100, 1_000_000);
    for (int number = 0; number < 5; number++) {
      log.add(event(number));
    }
    assertThat(texts(log, 1, 1)).containsExactly(text(1));
    assertThat(texts(log, 1, 300)).containsExactly(text(1), text(2));
  }

  @Test
  void eachEventIsEncodedOnce() {
    EventLog log = new EventLog(100, 1_000_000);
    log.add(event(0));
    byte[] first = Objects.requireNonNull(log.from(0, ALL)).getFirst().encoded();
    assertThat(Objects.requireNonNull(log.from(0, ALL)).getFirst().encoded()).isSameAs(first);
  }

  @Test
  void forgottenEventsAreNotFound() {
    EventLog log = new EventLog(100, 1_000_000);
    log.add(event(0));
    log.forget();
    assertThat(log.from(0, ALL)).isNull();
    log.add(event(1));
    assertThat(texts(log, 1, ALL)).containsExactly(text(1));
  }
}
