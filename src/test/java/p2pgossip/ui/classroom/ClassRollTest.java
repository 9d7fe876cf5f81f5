package p2pgossip.ui.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.Standing;

/// The list of a class in words.
class ClassRollTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");

  private static Neighbor peer(String address, Standing standing, @Nullable Duration silent) {
    PeerAddress at = PeerAddress.parse(address);
    return new Neighbor(
        at,
        new Peer(
            NOW,
            Duration.ofSeconds(1),
            at.port(),
            at.ip(),
            Set.of(),
            at.host().endsWith(".2") ? new PeerName("Ana") : null),
        standing,
        new Origin.Called(),
        Instant.parse("2026-11-22T08:00:05Z"),
        Neighbor.Bond.NONE,
        Neighbor.MessageCounts.NONE,
        new Neighbor.Health(
            silent == null ? null : NOW.minus(silent), Duration.ofMillis(3), 0, null, null, null),
        null);
  }

  private static ClassRoll of(Neighbor... known) {
    return ClassRoll.of(List.of(known), NOW, ZoneOffset.UTC);
  }

  @Test
  void saysOfEachSinceWhenItIsThereAndHowLateItIs() {
    ClassRoll roll =
        of(
            peer("10.0.0.2:8080", Standing.CONNECTED, Duration.ofSeconds(25)),
            peer("10.0.0.1:8080", Standing.CONNECTED, Duration.ofSeconds(27)),
            peer("10.0.0.3:8080", Standing.UNREACHABLE, Duration.ofSeconds(90)),
            peer("10.0.0.4:8080", Standing.PENDING, null),
            peer("10.0.0.5:8080", Standing.REFUSED, null));
    assertThat(roll.members())
        .containsExactly(
            new ClassRoll.Member(
                "", PeerAddress.parse("10.0.0.1:8080"), "08:00:05", "late by 2 s", true),
            new ClassRoll.Member(
                "Ana", PeerAddress.parse("10.0.0.2:8080"), "08:00:05", "on time", false),
            new ClassRoll.Member(
                "",
                PeerAddress.parse("10.0.0.3:8080"),
                "08:00:05",
                "does not answer, silent for 1 min 30 s",
                true),
            new ClassRoll.Member(
                "", PeerAddress.parse("10.0.0.4:8080"), "08:00:05", "joining …", false),
            new ClassRoll.Member(
                "", PeerAddress.parse("10.0.0.5:8080"), "08:00:05", "refused; see the log", true));
    assertThat(roll.all()).isEqualTo(5);
    assertThat(roll.present()).isEqualTo(2);
  }

  @Test
  void howeverManyHaveJoinedNoMoreThanAClassIsListed() {
    List<Neighbor> many =
        IntStream.range(0, 5_000)
            .mapToObj(
                i ->
                    peer(
                        "10.0.%s.%s:8080".formatted(i / 250, i % 250 + 1),
                        Standing.CONNECTED,
                        Duration.ZERO))
            .toList();
    ClassRoll roll = ClassRoll.of(many, NOW, ZoneOffset.UTC);
    assertThat(roll.members()).hasSize(ClassRoll.MOST);
    assertThat(roll.all()).isEqualTo(5_000);
  }
}
