package p2pgossip.ui.graph.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;

import org.junit.jupiter.api.Test;
import p2pgossip.ui.graph.motion.MovingMessage.Kind;
import p2pgossip.ui.graph.motion.MovingMessage.Stage;

class MovingMessagesTest {

  private static final double TRAVEL = MovingMessage.TRAVEL_SECONDS;

  private final MovingMessages messages = new MovingMessages();

  private MovingMessage only() {
    assertThat(messages.inAir()).hasSize(1);
    return messages.inAir().iterator().next();
  }

  @Test
  void travelsAtAVisiblePaceHoweverSoonTheAnswerComes() {
    messages.sent(Kind.MESSAGE_OUT, 1, peer(1), peer(2));
    messages.delivered(1, true);
    messages.advance(TRAVEL / 2, 1);

    assertThat(only().stage()).isEqualTo(Stage.TRAVELLING);
    assertThat(only().progress()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void arrivesWithAPulseAndIsGoneAfterIt() {
    messages.sent(Kind.MESSAGE_OUT, 1, peer(1), peer(2));
    messages.delivered(1, true);
    messages.advance(TRAVEL, 1);

    assertThat(only().stage()).isEqualTo(Stage.ARRIVED);

    messages.advance(MovingMessage.PULSE_SECONDS, 1);

    assertThat(messages.isEmpty()).isTrue();
  }

  @Test
  void waitsShortOfItsTargetForALateAnswer() {
    messages.sent(Kind.MESSAGE_OUT, 1, peer(1), peer(2));
    messages.advance(10, 1);

    assertThat(only().stage()).isEqualTo(Stage.TRAVELLING);
    assertThat(only().progress()).isBetween(0.7, 0.95);

    messages.delivered(1, true);
    messages.advance(TRAVEL, 1);

    assertThat(only().stage()).isEqualTo(Stage.ARRIVED);
  }

  @Test
  void stopsHalfWayWhenItFailsAtOnce() {
    messages.sent(Kind.MESSAGE_OUT, 1, peer(1), peer(2));
    messages.failed(1);
    messages.advance(TRAVEL * 0.4, 1);

    assertThat(only().stage()).isEqualTo(Stage.TRAVELLING);

    messages.advance(TRAVEL * 0.1, 1);

    assertThat(only().stage()).isEqualTo(Stage.FAILED);
    assertThat(only().progress()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void showsACrossForAWhileThenNothing() {
    messages.sent(Kind.MESSAGE_OUT, 1, peer(1), peer(2));
    messages.failed(1);
    messages.advance(TRAVEL, 1);
    messages.advance(MovingMessage.CROSS_SECONDS / 2, 1);

    assertThat(only().faded()).isCloseTo(0.5, within(1e-9));

    messages.advance(MovingMessage.CROSS_SECONDS / 2, 1);

    assertThat(messages.isEmpty()).isTrue();
  }

  @Test
  void bringsAnIncomingMessageAllTheWay() {
    messages.passed(Kind.MESSAGE_IN, peer(2), peer(1));
    messages.advance(TRAVEL, 1);

    assertThat(only().stage()).isEqualTo(Stage.ARRIVED);
  }

  @Test
  void pulsesOnceIfManyArriveTogether() {
    for (int i = 0; i < 10; i++) {
      messages.passed(Kind.MESSAGE_IN, peer(10 + i), peer(1));
    }
    messages.advance(TRAVEL, 1);

    assertThat(messages.inAir()).hasSize(1);
  }

  @Test
  void keepsABoundedNumber() {
    for (int i = 0; i < 10_000; i++) {
      messages.sent(Kind.MESSAGE_OUT, i, peer(1), peer(2));
    }

    assertThat(messages.inAir()).hasSize(MovingMessages.MAX_IN_AIR);
  }

  @Test
  void forgetsAMessageWhoseAnswerNeverComes() {
    messages.sent(Kind.MESSAGE_OUT, 1, peer(1), peer(2));
    messages.advance(31, 1);

    assertThat(messages.isEmpty()).isTrue();
  }

  @Test
  void ignoresAnAnswerToAMessageThatIsNotShown() {
    messages.delivered(7, true);
    messages.failed(8);
    messages.advance(1, 1);

    assertThat(messages.isEmpty()).isTrue();
  }

  @Test
  void travelsAsSlowlyAsItIsTold() {
    messages.passed(Kind.COPY, peer(1), peer(2));
    messages.advance(TRAVEL, 0.25);

    assertThat(only().stage()).isEqualTo(Stage.TRAVELLING);

    messages.advance(3 * TRAVEL, 0.25);

    assertThat(only().stage()).isEqualTo(Stage.ARRIVED);
  }

  @Test
  void waitsLongerForAnAnswerInSlowMotion() {
    messages.sent(Kind.COPY, 1, peer(1), peer(2));
    messages.advance(100, 0.1);

    assertThat(only().stage()).isEqualTo(Stage.TRAVELLING);
  }

  @Test
  void tellsNewsFromADuplicateOnArrival() {
    messages.sent(Kind.COPY, 1, peer(1), peer(3));
    messages.sent(Kind.COPY, 2, peer(2), peer(3));
    messages.delivered(1, true);
    messages.delivered(2, false);
    messages.advance(TRAVEL, 1);

    assertThat(messages.inAir()).extracting(MovingMessage::isNews).containsExactly(true, false);
  }

  @Test
  void aQuestionIsGoneAsSoonAsItArrives() {
    messages.passed(Kind.QUESTION, peer(1), peer(2));
    messages.advance(TRAVEL, 1);

    assertThat(messages.isEmpty()).isTrue();
  }

  @Test
  void saysWhetherAMessageIsOnItsWay() {
    messages.sent(Kind.COPY, 1, peer(1), peer(2));

    assertThat(messages.delivered(1, true)).isTrue();
    assertThat(messages.delivered(1, true)).isFalse();
    assertThat(messages.failed(2)).isFalse();
  }
}
