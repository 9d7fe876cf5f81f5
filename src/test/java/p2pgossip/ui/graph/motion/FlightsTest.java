package p2pgossip.ui.graph.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;

import org.junit.jupiter.api.Test;
import p2pgossip.ui.graph.motion.Flight.Kind;
import p2pgossip.ui.graph.motion.Flight.Stage;

class FlightsTest {

  private static final double TRAVEL = Flight.TRAVEL_SECONDS;

  private final Flights flights = new Flights();

  private Flight only() {
    assertThat(flights.inAir()).hasSize(1);
    return flights.inAir().iterator().next();
  }

  @Test
  void travelsAtAVisiblePaceHoweverSoonTheAnswerComes() {
    flights.sent(Kind.MESSAGE_OUT, 1, peer(1), peer(2));
    flights.delivered(1, true);
    flights.advance(TRAVEL / 2, 1);

    assertThat(only().stage()).isEqualTo(Stage.TRAVELLING);
    assertThat(only().progress()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void arrivesWithAPulseAndIsGoneAfterIt() {
    flights.sent(Kind.MESSAGE_OUT, 1, peer(1), peer(2));
    flights.delivered(1, true);
    flights.advance(TRAVEL, 1);

    assertThat(only().stage()).isEqualTo(Stage.ARRIVED);

    flights.advance(Flight.PULSE_SECONDS, 1);

    assertThat(flights.isEmpty()).isTrue();
  }

  @Test
  void waitsBeforeItsTargetForALateAnswer() {
    flights.sent(Kind.MESSAGE_OUT, 1, peer(1), peer(2));
    flights.advance(10, 1);

    assertThat(only().stage()).isEqualTo(Stage.TRAVELLING);
    assertThat(only().progress()).isBetween(0.7, 0.95);

    flights.delivered(1, true);
    flights.advance(TRAVEL, 1);

    assertThat(only().stage()).isEqualTo(Stage.ARRIVED);
  }

  @Test
  void stopsHalfWayWhenItFailsAtOnce() {
    flights.sent(Kind.MESSAGE_OUT, 1, peer(1), peer(2));
    flights.failed(1);
    flights.advance(TRAVEL * 0.4, 1);

    assertThat(only().stage()).isEqualTo(Stage.TRAVELLING);

    flights.advance(TRAVEL * 0.1, 1);

    assertThat(only().stage()).isEqualTo(Stage.FAILED);
    assertThat(only().progress()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void showsACrossForAWhileThenNothing() {
    flights.sent(Kind.MESSAGE_OUT, 1, peer(1), peer(2));
    flights.failed(1);
    flights.advance(TRAVEL, 1);
    flights.advance(Flight.CROSS_SECONDS / 2, 1);

    assertThat(only().faded()).isCloseTo(0.5, within(1e-9));

    flights.advance(Flight.CROSS_SECONDS / 2, 1);

    assertThat(flights.isEmpty()).isTrue();
  }

  @Test
  void bringsAnIncomingMessageAllTheWay() {
    flights.passed(Kind.MESSAGE_IN, peer(2), peer(1));
    flights.advance(TRAVEL, 1);

    assertThat(only().stage()).isEqualTo(Stage.ARRIVED);
  }

  @Test
  void pulsesOnceWhereManyArriveTogether() {
    for (int i = 0; i < 10; i++) {
      flights.passed(Kind.MESSAGE_IN, peer(10 + i), peer(1));
    }
    flights.advance(TRAVEL, 1);

    assertThat(flights.inAir()).hasSize(1);
  }

  @Test
  void keepsNoMoreThanSoManyInTheAir() {
    for (int i = 0; i < 10_000; i++) {
      flights.sent(Kind.MESSAGE_OUT, i, peer(1), peer(2));
    }

    assertThat(flights.inAir()).hasSize(Flights.MAX_IN_AIR);
  }

  @Test
  void forgetsAMessageWhoseAnswerNeverComes() {
    flights.sent(Kind.MESSAGE_OUT, 1, peer(1), peer(2));
    flights.advance(31, 1);

    assertThat(flights.isEmpty()).isTrue();
  }

  @Test
  void ignoresAnAnswerToAMessageThatIsNotShown() {
    flights.delivered(7, true);
    flights.failed(8);
    flights.advance(1, 1);

    assertThat(flights.isEmpty()).isTrue();
  }

  @Test
  void travelsAsSlowlyAsItIsTold() {
    flights.passed(Kind.COPY, peer(1), peer(2));
    flights.advance(TRAVEL, 0.25);

    assertThat(only().stage()).isEqualTo(Stage.TRAVELLING);

    flights.advance(3 * TRAVEL, 0.25);

    assertThat(only().stage()).isEqualTo(Stage.ARRIVED);
  }

  @Test
  void waitsLongerForAnAnswerInSlowMotion() {
    flights.sent(Kind.COPY, 1, peer(1), peer(2));
    flights.advance(100, 0.1);

    assertThat(only().stage()).isEqualTo(Stage.TRAVELLING);
  }

  @Test
  void tellsNewsFromADuplicateWhereItArrives() {
    flights.sent(Kind.COPY, 1, peer(1), peer(3));
    flights.sent(Kind.COPY, 2, peer(2), peer(3));
    flights.delivered(1, true);
    flights.delivered(2, false);
    flights.advance(TRAVEL, 1);

    assertThat(flights.inAir()).extracting(Flight::isNews).containsExactly(true, false);
  }

  @Test
  void aQuestionIsGoneAsSoonAsItArrives() {
    flights.passed(Kind.QUESTION, peer(1), peer(2));
    flights.advance(TRAVEL, 1);

    assertThat(flights.isEmpty()).isTrue();
  }

  @Test
  void saysWhetherItIsInTheAir() {
    flights.sent(Kind.COPY, 1, peer(1), peer(2));

    assertThat(flights.delivered(1, true)).isTrue();
    assertThat(flights.delivered(1, true)).isFalse();
    assertThat(flights.failed(2)).isFalse();
  }
}
