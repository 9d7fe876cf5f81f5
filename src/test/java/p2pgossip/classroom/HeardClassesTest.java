package p2pgossip.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;

/// Which classes are remembered of those that were heard of.
class HeardClassesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Fingerprint KEY =
      new Fingerprint("SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU");
  private static final Fingerprint OTHER =
      new Fingerprint("SHA256:57DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU");

  private final HeardClasses heard = new HeardClasses();

  private static ClassAnnouncement at(String address, String name) {
    return new ClassAnnouncement(new ClassName(name), PeerAddress.parse(address), KEY, false);
  }

  private boolean hear(ClassAnnouncement announced, Duration lasting) {
    return heard.hear(announced.address().ip(), announced, lasting, NOW);
  }

  @Test
  void aClassIsListedUntilItsTimeIsOver() {
    ClassAnnouncement one = at("10.0.0.1:8080", "one");
    assertThat(hear(one, MINUTE)).isTrue();
    assertThat(hear(one, MINUTE)).isFalse();
    assertThat(heard.list()).containsExactly(one);
    assertThat(heard.forget(NOW.plusSeconds(59))).isFalse();
    assertThat(heard.forget(NOW.plusSeconds(60))).isTrue();
    assertThat(heard.list()).isEmpty();
  }

  @Test
  void aClassIsListedUntilItIsTakenBack() {
    ClassAnnouncement one = at("10.0.0.1:8080", "one");
    hear(one, MINUTE);
    assertThat(hear(one, Duration.ZERO)).isTrue();
    assertThat(hear(one, Duration.ZERO)).isFalse();
    assertThat(heard.list()).isEmpty();
  }

  @Test
  void noneIsRememberedForDaysWhateverItSays() {
    hear(at("10.0.0.1:8080", "one"), Duration.ofDays(10_000));
    assertThat(heard.forget(NOW.plus(HeardClasses.LONGEST))).isTrue();
  }

  @Test
  void nobodyCanAnnounceThePeerOfAnother() {
    InetAddress student = InetAddress.ofLiteral("10.0.0.66");
    ClassAnnouncement teachers = at("10.0.0.1:8080", "one");
    assertThat(heard.hear(student, teachers, MINUTE, NOW)).isFalse();
    hear(teachers, MINUTE);
    assertThat(heard.hear(student, teachers, Duration.ZERO, NOW)).isFalse();
    assertThat(heard.list()).containsExactly(teachers);
  }

  @Test
  void anotherKeyAtTheSameAddressNeitherReplacesNorEndsAClass() {
    ClassAnnouncement teachers = at("10.0.0.1:8080", "one");
    ClassAnnouncement forged =
        new ClassAnnouncement(teachers.name(), teachers.address(), OTHER, false);
    hear(teachers, MINUTE);
    hear(forged, MINUTE);
    assertThat(heard.list()).containsExactly(teachers, forged);
    hear(forged, Duration.ZERO);
    assertThat(heard.list()).containsExactly(teachers);
  }

  @Test
  void oneWhoAnnouncesManyHasFewListed() {
    ClassAnnouncement teachers = at("10.0.0.1:8080", "one");
    hear(teachers, MINUTE);
    for (int port = 1; port <= 1_000; port++) {
      hear(at("10.0.0.66:" + port, "class " + port), MINUTE);
    }
    assertThat(heard.list()).hasSize(1 + HeardClasses.MOST_OF_SOURCE).contains(teachers);
  }

  @Test
  void manyWhoAnnounceTogetherDoNotDisplaceWhatWasHeardBefore() {
    ClassAnnouncement teachers = at("10.0.0.1:8080", "one");
    hear(teachers, MINUTE);
    for (int i = 0; i < 5_000; i++) {
      hear(at("10.1.%s.%s:8080".formatted(i / 250, i % 250 + 1), "class " + i), MINUTE);
    }
    assertThat(heard.list()).hasSize(HeardClasses.MOST).contains(teachers);
  }
}
