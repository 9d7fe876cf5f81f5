package p2pgossip.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static p2pgossip.ui.graph.SampleNetwork.peer;

import org.junit.jupiter.api.Test;
import p2pgossip.ui.graph.Flights.Flight;
import p2pgossip.ui.graph.Flights.Stage;

class FlightsTest {

  private static final double TRAVEL = Flights.TRAVEL_SECONDS;

  private final Flights flights = new Flights();

  private Flight only() {
    assertThat(flights.inAir()).hasSize(1);
    return flights.inAir().iterator().next();
  }

  @Test
  void travelsAtAVisiblePaceHoweverSoonTheAnswerComes() {
    flights.sent(1, peer(1), peer(2));
    flights.delivered(1);
    flights.advance(TRAVEL / 2);

    assertThat(only().stage()).isEqualTo(Stage.TRAVELLING);
    assertThat(only().progress()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void arrivesWithAPulseAndIsGoneAfterIt() {
    flights.sent(1, peer(1), peer(2));
    flights.delivered(1);
    flights.advance(TRAVEL);

    assertThat(only().stage()).isEqualTo(Stage.ARRIVED);

    flights.advance(Flights.PULSE_SECONDS);

    assertThat(flights.isEmpty()).isTrue();
  }

  @Test
  void waitsBeforeItsTargetForALateAnswer() {
    flights.sent(1, peer(1), peer(2));
    flights.advance(10);

    assertThat(only().stage()).isEqualTo(Stage.TRAVELLING);
    assertThat(only().progress()).isBetween(0.7, 0.95);

    flights.delivered(1);
    flights.advance(TRAVEL);

    assertThat(only().stage()).isEqualTo(Stage.ARRIVED);
  }

  @Test
  void stopsHalfWayWhenItFailsAtOnce() {
    flights.sent(1, peer(1), peer(2));
    flights.failed(1);
    flights.advance(TRAVEL * 0.4);

    assertThat(only().stage()).isEqualTo(Stage.TRAVELLING);

    flights.advance(TRAVEL * 0.1);

    assertThat(only().stage()).isEqualTo(Stage.FAILED);
    assertThat(only().progress()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void showsACrossForAWhileThenNothing() {
    flights.sent(1, peer(1), peer(2));
    flights.failed(1);
    flights.advance(TRAVEL);
    flights.advance(Flights.CROSS_SECONDS / 2);

    assertThat(only().faded()).isCloseTo(0.5, within(1e-9));

    flights.advance(Flights.CROSS_SECONDS / 2);

    assertThat(flights.isEmpty()).isTrue();
  }

  @Test
  void bringsAnIncomingMessageAllTheWay() {
    flights.received(peer(2), peer(1));
    flights.advance(TRAVEL);

    assertThat(only().isIncoming()).isTrue();
    assertThat(only().stage()).isEqualTo(Stage.ARRIVED);
  }

  @Test
  void pulsesOnceWhereManyArriveTogether() {
    for (int i = 0; i < 10; i++) {
      flights.received(peer(10 + i), peer(1));
    }
    flights.advance(TRAVEL);

    assertThat(flights.inAir()).hasSize(1);
  }

  @Test
  void keepsNoMoreThanSoManyInTheAir() {
    for (int i = 0; i < 10_000; i++) {
      flights.sent(i, peer(1), peer(2));
    }

    assertThat(flights.inAir()).hasSize(Flights.MAX_IN_AIR);
  }

  @Test
  void forgetsAMessageWhoseAnswerNeverComes() {
    flights.sent(1, peer(1), peer(2));
    flights.advance(31);

    assertThat(flights.isEmpty()).isTrue();
  }

  @Test
  void ignoresAnAnswerToAMessageThatIsNotShown() {
    flights.delivered(7);
    flights.failed(8);
    flights.advance(1);

    assertThat(flights.isEmpty()).isTrue();
  }
}
