package p2pgossip.ui.graph.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.model.FaultMarks.Course;
import p2pgossip.ui.graph.model.FaultMarks.Way;

class WayMarksTest {

  private static final Course RIGHT = new Course(0, Duration.ZERO, false, false);
  private static final Duration LATE = Duration.ofMillis(300);

  private static WayMarks marks(Course there, Course back, double length) {
    PeerAddress one = PeerAddress.parse("127.0.0.1:8080");
    PeerAddress other = PeerAddress.parse("127.0.0.1:8081");
    return WayMarks.of(new Way(one, other, there, back), length, 1);
  }

  @Test
  void putsOneMarkInTheMiddle() {
    WayMarks late = marks(new Course(0, LATE, false, false), RIGHT, 100);
    WayMarks blocked = marks(new Course(0, Duration.ZERO, true, false), RIGHT, 100);

    assertThat(late.clock()).isEqualTo(0.5);
    assertThat(late.hasBar()).isFalse();
    assertThat(blocked.bar()).isEqualTo(0.5);
    assertThat(blocked.hasClock()).isFalse();
  }

  @Test
  void putsTwoMarksSideBySide() {
    Course late = new Course(0.3, LATE, false, false);
    Course blocked = new Course(0, Duration.ZERO, true, false);
    for (double length : new double[] {46, 60, 150, 600}) {
      WayMarks both = marks(late, blocked, length);

      assertThat(both.broken()).isTrue();
      assertThat((both.bar() - both.clock()) * length)
          .isGreaterThanOrEqualTo(WayMarks.CLOCK + WayMarks.BAR - 1e-9);
      assertThat(both.clock() * length).isGreaterThanOrEqualTo(WayMarks.CLOCK);
      assertThat((1 - both.bar()) * length).isGreaterThanOrEqualTo(WayMarks.BAR - 1e-9);
    }
  }

  @Test
  void showsTheMostSeriousMarkIfThereIsNoRoomForTwo() {
    Course late = new Course(0, LATE, false, false);
    Course blocked = new Course(0, Duration.ZERO, true, false);
    WayMarks both = marks(late, blocked, 30);

    assertThat(both.hasBar()).isTrue();
    assertThat(both.hasClock()).isFalse();
  }

  @Test
  void marksABlockedWayNeitherAsLossyNorAsLate() {
    Course all = new Course(0.3, LATE, true, false);
    WayMarks both = marks(all, all, 200);

    assertThat(both.broken()).isFalse();
    assertThat(both.hasClock()).isFalse();
    assertThat(both.bar()).isEqualTo(0.5);
  }
}
