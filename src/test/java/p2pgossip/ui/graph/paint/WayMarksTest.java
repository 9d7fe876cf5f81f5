package p2pgossip.ui.graph.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.MapEntry.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.graph.model.FaultMarks.Course;
import p2pgossip.ui.graph.model.FaultMarks.Way;

class WayMarksTest {

  private static final Course RIGHT = new Course(Map.of());
  private static final Course LATE = new Course(Map.of(FaultLook.DELAY, 300.0));
  private static final Course BLOCKED = new Course(Map.of(FaultLook.BLOCK, 1.0));

  private static WayMarks marks(Course there, Course back, double length) {
    PeerAddress one = PeerAddress.parse("127.0.0.1:8080");
    PeerAddress other = PeerAddress.parse("127.0.0.1:8081");
    return WayMarks.of(new Way(one, other, there, back), length, 1);
  }

  @Test
  void putsOneMarkInTheMiddle() {
    assertThat(marks(LATE, RIGHT, 100)).isEqualTo(new WayMarks(null, Map.of(FaultLook.DELAY, 0.5)));
    assertThat(marks(RIGHT, BLOCKED, 100))
        .isEqualTo(new WayMarks(null, Map.of(FaultLook.BLOCK, 0.5)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {46, 60, 150, 600})
  void putsTwoMarksSideBySide(double length) {
    Course late = new Course(Map.of(FaultLook.DELAY, 300.0, FaultLook.LOSS, 0.3));
    WayMarks both = marks(late, BLOCKED, length);
    double clock = both.places().getOrDefault(FaultLook.DELAY, Double.NaN) * length;
    double bar = both.places().getOrDefault(FaultLook.BLOCK, Double.NaN) * length;

    assertThat(both.stroke()).isEqualTo(FaultLook.LOSS);
    assertThat(bar - clock)
        .isGreaterThanOrEqualTo(FaultLook.DELAY.half() + FaultLook.BLOCK.half() - 1e-9);
    assertThat(clock).isGreaterThanOrEqualTo(FaultLook.DELAY.half() - 1e-9);
    assertThat(length - bar).isGreaterThanOrEqualTo(FaultLook.BLOCK.half() - 1e-9);
  }

  @Test
  void showsTheGravestAloneWhereThereIsNoRoomForTwo() {
    assertThat(marks(LATE, BLOCKED, 30).places()).containsExactly(entry(FaultLook.BLOCK, 0.5));
  }

  @Test
  void hasNothingOnALineThatIsCutApart() {
    Course parted = new Course(Map.of(FaultLook.PARTITION, 1.0));

    assertThat(marks(parted, LATE, 100)).isEqualTo(new WayMarks(FaultLook.PARTITION, Map.of()));
  }
}
