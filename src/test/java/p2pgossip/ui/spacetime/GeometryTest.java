package p2pgossip.ui.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.spread.SampleSpread.at;
import static p2pgossip.ui.spread.SampleSpread.peer;

import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.CopyTrip.Fate;

class GeometryTest {

  /// 10 seconds over 100 pixels, 5 lines over 100.
  private static final Geometry GEOMETRY =
      new Geometry(new Span(0, 10), new Span(0, 5), 50, 20, 150, 120);

  private static Arrow arrow(double start, double end, int from, int to, Fate fate) {
    CopyTrip trip =
        new CopyTrip(1, new RumorId("r"), peer(from), peer(to), 1, at(start), at(end), fate);
    return new Arrow(trip, start, end, from, to);
  }

  @Test
  void putsTimesAndLinesInTheirPlaces() {
    assertThat(GEOMETRY.x(5)).isEqualTo(100);
    assertThat(GEOMETRY.y(0)).isEqualTo(30);
    assertThat(GEOMETRY.y(4)).isEqualTo(110);
    assertThat(GEOMETRY.rowHeight()).isEqualTo(20);
    assertThat(GEOMETRY.seconds(GEOMETRY.x(2.5))).isEqualTo(2.5);
    assertThat(GEOMETRY.row(GEOMETRY.y(2))).isEqualTo(2.5);
  }

  @Test
  void endsALostCopyShortOfItsGoal() {
    Arrow lost = arrow(0, 10, 0, 4, Fate.LOST);
    Arrow news = arrow(0, 10, 0, 4, Fate.NEWS);

    assertThat(GEOMETRY.endX(lost)).isBetween(105.0, 115.0);
    assertThat(GEOMETRY.endY(lost)).isBetween(70.0, 85.0);
    assertThat(GEOMETRY.endX(news)).isEqualTo(150);
    assertThat(GEOMETRY.endY(news)).isEqualTo(110);
  }

  @Test
  void seesOnlyWhatMeetsTheView() {
    Geometry zoomed = new Geometry(new Span(4, 6), new Span(1, 3), 50, 20, 150, 120);

    assertThat(zoomed.shows(arrow(3, 4.5, 1, 2, Fate.NEWS))).isTrue();
    assertThat(zoomed.shows(arrow(5, 5, 0, 4, Fate.NEWS))).isTrue();
    assertThat(zoomed.shows(arrow(1, 3, 1, 2, Fate.NEWS))).isFalse();
    assertThat(zoomed.shows(arrow(5, 5.5, 4, 3, Fate.NEWS))).isFalse();
  }

  @Test
  void findsTheArrowUnderThePointer() {
    Arrow one = arrow(1, 2, 0, 1, Fate.DUPLICATE);
    Arrow other = arrow(8, 9, 0, 1, Fate.DUPLICATE);

    assertThat(GEOMETRY.nearest(List.of(one, other), 136, 41, 6)).isEqualTo(other);
    assertThat(GEOMETRY.nearest(List.of(one, other), 100, 40, 6)).isNull();
  }

  @Test
  void prefersNewsToARepeatBesideIt() {
    Arrow news = arrow(5, 5, 0, 4, Fate.NEWS);
    Arrow repeat = arrow(5.2, 5.2, 0, 4, Fate.DUPLICATE);

    assertThat(GEOMETRY.nearest(List.of(repeat, news), 101.6, 70, 6)).isEqualTo(news);
  }

  @Test
  void letsACopyUnderWayEndNow() {
    CopyTrip trip =
        new CopyTrip(1, new RumorId("r"), peer(0), peer(1), 1, at(1), null, Fate.UNDER_WAY);
    Lanes lanes = LanesTest.lanesOfTwo();

    assertThat(Arrow.of(trip, lanes, at(0), at(3))).isEqualTo(new Arrow(trip, 1, 3, 0, 1));
    assertThat(Arrow.of(trip, lanes, at(0), at(0.5))).isEqualTo(new Arrow(trip, 1, 1, 0, 1));
  }
}
