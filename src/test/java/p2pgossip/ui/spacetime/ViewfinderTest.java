package p2pgossip.ui.spacetime;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.spacetime.Viewfinder.Mode;

class ViewfinderTest {

  private final Viewfinder viewfinder = new Viewfinder();

  @BeforeEach
  void tenSecondsOfTwentyPeers() {
    viewfinder.set(10, 10, 10, 20);
  }

  @Test
  void showsAllOfItAlsoWhenMoreComes() {
    viewfinder.set(30, 30, 31, 25);

    assertThat(viewfinder.times().from()).isLessThanOrEqualTo(0);
    assertThat(viewfinder.times().to()).isBetween(30.0, 33.0);
    assertThat(viewfinder.rows()).isEqualTo(new Span(0, 25));
  }

  @Test
  void keepsWhatTheUserHasZoomedTo() {
    viewfinder.zoomTimes(5, 2);
    Span chosen = viewfinder.times();
    viewfinder.set(30, 30, 31, 20);

    assertThat(viewfinder.mode()).isEqualTo(Mode.FREE);
    assertThat(viewfinder.times()).isEqualTo(chosen);
    assertThat(chosen.contains(2)).isTrue();
  }

  @Test
  void goesWithTheTimeAtTheSameLength() {
    viewfinder.zoomTimes(5, 2);
    double length = viewfinder.times().length();
    viewfinder.follow(true);
    viewfinder.set(30, 30, 31, 20);

    assertThat(viewfinder.times().length()).isCloseTo(length, Offset.offset(1e-9));
    assertThat(viewfinder.times().to()).isBetween(31.0, 31.2);
  }

  @Test
  void keepsTheLastEventInViewWhereNothingFollowsIt() {
    viewfinder.zoomTimes(5, 2);
    viewfinder.follow(true);
    viewfinder.set(10, 10, 3_600, 20);

    assertThat(viewfinder.mode()).isEqualTo(Mode.FOLLOW);
    assertThat(viewfinder.times().contains(10)).isTrue();
  }

  @Test
  void beginsAnotherRumourWhereItBegins() {
    viewfinder.follow(true);
    viewfinder.set(2, 2, 2, 20);
    viewfinder.startAnew();
    Span followed = viewfinder.times();
    viewfinder.pan(0.5, 0);
    viewfinder.set(1, 1, 1, 20);
    viewfinder.startAnew();

    assertThat(followed.contains(0)).isTrue();
    assertThat(followed.contains(2)).isTrue();
    assertThat(followed.from()).isGreaterThan(-1);
    assertThat(viewfinder.mode()).isEqualTo(Mode.ALL);
  }

  @Test
  void followsOnWhenZoomed() {
    viewfinder.follow(true);
    viewfinder.zoomTimes(2, 5);

    assertThat(viewfinder.mode()).isEqualTo(Mode.FOLLOW);
    assertThat(viewfinder.times().contains(10)).isTrue();
  }

  @Test
  void stopsFollowingWhenMoved() {
    viewfinder.follow(true);
    viewfinder.pan(-1, 0);

    assertThat(viewfinder.mode()).isEqualTo(Mode.FREE);
  }

  @Test
  void movesNoFurtherThanThereIsAnything() {
    viewfinder.zoomTimes(4, 5);
    viewfinder.zoomRows(4, 5);
    viewfinder.pan(1_000, 1_000);

    assertThat(viewfinder.times().to()).isBetween(10.0, 11.0);
    assertThat(viewfinder.rows().to()).isEqualTo(20);
  }

  @Test
  void bringsACopyIntoView() {
    viewfinder.zoomTimes(10, 1);
    viewfinder.zoomRows(5, 1);
    viewfinder.reveal(8, 8.1, 15, 17);

    assertThat(viewfinder.times().contains(8)).isTrue();
    assertThat(viewfinder.times().contains(8.1)).isTrue();
    assertThat(viewfinder.rows().contains(15)).isTrue();
    assertThat(viewfinder.rows().contains(18)).isTrue();
  }

  @Test
  void leavesTheViewAloneWhereTheCopyIsInIt() {
    viewfinder.reveal(8, 8.1, 15, 17);

    assertThat(viewfinder.mode()).isEqualTo(Mode.ALL);
  }

  @Test
  void comesBackToAllOfIt() {
    Span all = viewfinder.times();
    viewfinder.zoomTimes(10, 1);
    viewfinder.zoomRows(5, 1);
    viewfinder.showAll();

    assertThat(viewfinder.times()).isEqualTo(all);
    assertThat(viewfinder.rows()).isEqualTo(new Span(0, 20));
  }
}
