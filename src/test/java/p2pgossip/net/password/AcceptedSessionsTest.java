package p2pgossip.net.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Source;

class AcceptedSessionsTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final InetAddress THERE = InetAddress.ofLiteral("10.0.0.7");

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final AcceptedSessions sessions = new AcceptedSessions(now::get);

  private CalledSession add(InetAddress from, int number) {
    PeerAddress caller = new PeerAddress(from, number);
    CalledSession session =
        new CalledSession(
            new Meeting(caller, Introductions.CALLED, ""),
            caller,
            Source.of(from),
            from.getHostAddress() + "-" + number,
            Keys.of(new byte[4 * Keys.BYTES]));
    sessions.add(session);
    return session;
  }

  @Test
  void aSessionEndsAnHourAfterItsLastRequest() {
    CalledSession session = add(HERE, 1);
    for (int i = 0; i < 3; i++) {
      now.addAndGet(Duration.ofMinutes(59).toNanos());
      assertThat(sessions.find(session.name())).isSameAs(session);
    }
    now.addAndGet(Duration.ofMinutes(60).toNanos());
    assertThat(sessions.find(session.name())).isNull();
    assertThat(session.isOver()).isTrue();
  }

  @Test
  void aSessionEndsTwelveHoursAfterItBegan() {
    CalledSession session = add(HERE, 1);
    for (int i = 0; i < 23; i++) {
      now.addAndGet(Duration.ofMinutes(30).toNanos());
      assertThat(sessions.find(session.name())).isSameAs(session);
    }
    now.addAndGet(Duration.ofMinutes(30).toNanos());
    assertThat(sessions.find(session.name())).isNull();
  }

  @Test
  void aSourceWithManySessionsTakesNoPlaceOfAnother() {
    CalledSession other = add(THERE, 1);
    CalledSession first = add(HERE, 1);
    for (int i = 2; i <= AcceptedSessions.MOST_OF_SOURCE + 1; i++) {
      add(HERE, i);
    }
    assertThat(first.isOver()).isTrue();
    assertThat(sessions.find(first.name())).isNull();
    assertThat(sessions.find(other.name())).isSameAs(other);
    assertThat(sessions.size()).isEqualTo(AcceptedSessions.MOST_OF_SOURCE + 1);
  }

  @Test
  void allEndTogether() {
    CalledSession session = add(HERE, 1);
    sessions.clear();
    assertThat(session.isOver()).isTrue();
    assertThat(sessions.find(session.name())).isNull();
  }
}
