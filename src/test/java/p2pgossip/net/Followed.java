package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.testing.Recorder;

/// Records everything about a peer that is followed, also to check that the end is reported once.
final class Followed implements PeerStreams.Listener {

  record Seen(PeerSnapshot snapshot, Instant receivedAt) {}

  private final Recorder<Object> heard = new Recorder<>();
  private final Recorder<String> endings = new Recorder<>();

  @Override
  public void seen(PeerSnapshot snapshot, Instant receivedAt) {
    heard.accept(new Seen(snapshot, receivedAt));
  }

  @Override
  public void happened(GossipEvent event) {
    heard.accept(event);
  }

  @Override
  public void ended(String reason) {
    endings.accept(reason);
  }

  /// Everything received, in order: [Seen] and events.
  List<Object> heard() {
    return heard.all();
  }

  int count() {
    return heard.size();
  }

  List<PeerSnapshot> states() {
    return heard.stream()
        .filter(Seen.class::isInstance)
        .map(seen -> ((Seen) seen).snapshot())
        .toList();
  }

  List<GossipEvent> events() {
    return heard.stream()
        .filter(GossipEvent.class::isInstance)
        .map(GossipEvent.class::cast)
        .toList();
  }

  Followed awaitState() {
    return awaitHeard(1);
  }

  Followed awaitHeard(int count) {
    patiently().until(() -> heard.size() >= count);
    return this;
  }

  /// Polls every few milliseconds, for long enough for a busy machine.
  private static ConditionFactory patiently() {
    return await().pollInterval(Duration.ofMillis(2)).atMost(Duration.ofSeconds(20));
  }

  boolean isEnded() {
    return !endings.isEmpty();
  }

  /// Waits for the end and returns its reason.
  String reason() {
    patiently().until(this::isEnded);
    assertThat(endings).hasSize(1);
    return endings.first();
  }
}
