package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;
import static p2pgossip.peer.WatchedPeer.QUICK;
import static p2pgossip.peer.WatchedPeer.SLOW;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.metrics.PrometheusPage;
import p2pgossip.original.HttpMessage;
import p2pgossip.original.RawClient;
import p2pgossip.original.ReservedPort;
import p2pgossip.profile.FlightRecording;
import p2pgossip.profile.JvmReading;
import p2pgossip.profile.MeterReading;
import p2pgossip.profile.RequestKind;

/// What running peers measure, over real sockets.
class MeasuredPeersTest {

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime();

  @TempDir private Path folder;

  @Test
  void aPeerCountsWhatItSendsAndWhatOthersSend() {
    // Paused: a first period in the meantime would send a message of its own.
    PeerSettings still = SLOW.withPaused(true);
    try (WatchedPeer one = WatchedPeer.start(runtime, still);
        WatchedPeer other = WatchedPeer.start(runtime, still, one.endpoint())) {
      one.awaitStanding(other.endpoint(), Standing.CONNECTED);
      other.awaitStanding(one.endpoint(), Standing.CONNECTED);
      assertThat(one.peer().meter().read().received().of(RequestKind.MESSAGE)).isZero();
      other.peer().sendNow();
      GossipEvent.MessageDelivered _ = other.awaitEvent(GossipEvent.MessageDelivered.class);
      await().until(() -> one.peer().meter().read().received().of(RequestKind.MESSAGE) == 1);

      MeterReading sender = other.peer().meter().read();
      MeterReading all = runtime.meter().read();

      assertThat(sender.sent().of(RequestKind.CONNECT)).isEqualTo(1);
      assertThat(sender.sent().of(RequestKind.MESSAGE)).isEqualTo(1);
      assertThat(sender.failed().total()).isZero();
      assertThat(sender.latencies().percentile(50)).isPositive();
      assertThat(all.received().of(RequestKind.CONNECT)).isEqualTo(1);
      assertThat(all.sent().total())
          .isEqualTo(
              one.peer().meter().read().sent().total()
                  + other.peer().meter().read().sent().total());
    }
  }

  @Test
  void aPeerCountsWhatFails() {
    try (ReservedPort nobody = new ReservedPort();
        WatchedPeer peer = WatchedPeer.start(runtime, SLOW, nobody.endpoint())) {
      await().until(() -> peer.peer().meter().read().failed().total() > 0);

      assertThat(peer.peer().meter().read().latencies().count()).isZero();
    }
  }

  @Test
  void periodsAreCountedAndFewAreLate() {
    try (WatchedPeer peer = WatchedPeer.start(runtime, QUICK)) {
      peer.awaitPeriods(10);

      assertThat(peer.peer().meter().read().periods()).isGreaterThanOrEqualTo(10);
      // On a busy machine, the first ten may all be late.
      await()
          .untilAsserted(
              () -> {
                MeterReading reading = peer.peer().meter().read();
                assertThat(reading.late()).isLessThan(reading.periods());
              });
    }
  }

  @Test
  void aRecordingHoldsWhatPeersDid() throws IOException {
    Path file = folder.resolve("run.jfr");
    String one;
    String two;
    try (FlightRecording _ = FlightRecording.begin(file);
        WatchedPeer first = WatchedPeer.start(runtime, QUICK);
        WatchedPeer second = WatchedPeer.start(runtime, QUICK, first.endpoint())) {
      one = first.address().toString();
      two = second.address().toString();
      first.awaitStanding(second.endpoint(), Standing.CONNECTED);
      second.awaitPeriods(3);
      await().until(() -> first.events(GossipEvent.MessageDelivered.class).size() >= 2);
    }

    List<RecordedEvent> events = RecordingFile.readAllEvents(file);

    assertThat(named(events, "p2pgossip.MessageSent"))
        .anyMatch(
            event ->
                event.getString("from").equals(two)
                    && event.getString("to").equals(one)
                    && event.getString("kind").equals("connect")
                    && event.getString("outcome").equals("answered")
                    && event.getDuration().compareTo(Duration.ZERO) > 0)
        .anyMatch(event -> event.getString("kind").equals("message"));
    assertThat(named(events, "p2pgossip.Period"))
        .filteredOn(event -> event.getString("peer").equals(one))
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(event -> event.getInt("neighbors") <= 1)
        .allMatch(event -> !event.getDuration("lateness").isNegative())
        .extracting(event -> event.getLong("number"))
        .doesNotHaveDuplicates()
        .contains(1L, 2L, 3L);
    assertThat(named(events, "p2pgossip.EngineStep"))
        .anyMatch(event -> event.getInt("events") > 0 && event.getInt("requests") > 0)
        .extracting(event -> event.getString("peer"))
        .contains(one, two);
  }

  @Test
  void eachPeerPublishesItsOwnFigures() throws IOException {
    runtime.publishMetrics(new PrometheusPage(JvmReading::read));
    try (WatchedPeer one = WatchedPeer.start(runtime, SLOW);
        WatchedPeer two = WatchedPeer.start(runtime, SLOW, one.endpoint());
        WatchedPeer three = WatchedPeer.start(runtime, SLOW, one.endpoint())) {
      one.awaitStanding(two.endpoint(), Standing.CONNECTED);
      one.awaitStanding(three.endpoint(), Standing.CONNECTED);
      two.awaitStanding(one.endpoint(), Standing.CONNECTED);
      GossipEvent.PeriodBegan _ = one.awaitEvent(GossipEvent.PeriodBegan.class);
      one.peer().spread("Have you heard?");

      HttpMessage answer = RawClient.get(one.endpoint(), "/metrics");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers())
          .containsEntry("content-type", "text/plain; version=0.0.4; charset=utf-8");
      assertThat(answer.text().lines())
          .contains(
              "p2pgossip_known_peers{standing=\"connected\"} 2.0",
              "p2pgossip_known_peers{standing=\"pending\"} 0.0",
              "p2pgossip_messages_received_total{kind=\"connect\"} 2.0",
              "p2pgossip_messages_sent_total{kind=\"connect\"} 0.0",
              "p2pgossip_rumors_kept 1.0",
              "p2pgossip_event_followers 0.0",
              "p2pgossip_periods_total 1.0")
          .allMatch(line -> line.startsWith("# ") || line.matches("[a-z0-9_]+(\\{.*})? \\S+"));
      assertThat(RawClient.get(two.endpoint(), "/metrics").text().lines())
          .contains(
              "p2pgossip_known_peers{standing=\"connected\"} 1.0",
              "p2pgossip_messages_sent_total{kind=\"connect\"} 1.0");
    }
  }

  @Test
  void readersAreCounted() throws IOException {
    runtime.publishMetrics(new PrometheusPage(JvmReading::read));
    try (WatchedPeer peer = WatchedPeer.start(runtime, SLOW);
        RawClient follower = new RawClient(peer.endpoint())) {
      follower.send("GET /events HTTP/1.1\r\nHost: " + peer.endpoint() + "\r\n\r\n");

      await()
          .untilAsserted(
              () ->
                  assertThat(RawClient.get(peer.endpoint(), "/metrics").text())
                      .contains("\np2pgossip_event_followers 1.0\n"));
    }
  }

  @Test
  void figuresAreReadAndNotWritten() throws IOException {
    runtime.publishMetrics(new PrometheusPage(JvmReading::read));
    try (WatchedPeer peer = WatchedPeer.start(runtime, SLOW)) {
      HttpMessage answer = RawClient.post(peer.endpoint(), "/metrics", "{}");

      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.headers()).containsEntry("allow", "GET, HEAD, OPTIONS");
    }
  }

  @Test
  void figuresArePublishedOnlyOnRequest() throws IOException {
    try (WatchedPeer peer = WatchedPeer.start(runtime, SLOW)) {
      Predicate<HttpMessage> unknown =
          answer -> answer.status() == 404 && answer.text().contains("nothing at");

      assertThat(RawClient.get(peer.endpoint(), "/metrics")).matches(unknown);
      assertThat(RawClient.post(peer.endpoint(), "/metrics", "{}")).matches(unknown);
      assertThat(RawClient.get(peer.endpoint(), "/nowhere")).matches(unknown);
    }
  }

  private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
    return events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
  }
}
