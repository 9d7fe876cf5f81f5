package p2pgossip.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.beat.Beat;
import p2pgossip.ui.beat.HandDrivenTimer;
import p2pgossip.ui.model.EventInbox.Batch;

class EventInboxTest {

  private final HandDrivenTimer timer = new HandDrivenTimer();
  private final Queue<Runnable> fxThread = new ArrayDeque<>();
  private final List<Batch<Integer>> taken = new ArrayList<>();
  private final EventInbox<Integer> inbox =
      new EventInbox<>(new Beat(fxThread::add, timer), taken::add);

  /// A beat passes, and then the FX thread comes round to it.
  private void beat() {
    timer.elapse();
    while (!fxThread.isEmpty()) {
      fxThread.remove().run();
    }
  }

  @Test
  void handsOverInOrder() {
    inbox.open();
    inbox.add(1);
    inbox.add(2);
    inbox.add(3);
    beat();

    assertThat(taken).containsExactly(new Batch<>(List.of(1, 2, 3), 0));
  }

  @Test
  void asksTheFxThreadOnceABeatHoweverMuchComes() {
    inbox.open();
    IntStream.range(0, 1_000).forEach(inbox::add);
    timer.elapse();

    assertThat(fxThread).hasSize(1);
  }

  @Test
  void takesIntoAHandoverWhatCameWhileItWaitedForTheFxThread() {
    inbox.open();
    inbox.add(1);
    timer.elapse();
    inbox.add(2);
    beat();

    assertThat(taken).containsExactly(new Batch<>(List.of(1, 2), 0));
    assertThat(timer.planned()).isZero();
  }

  @Test
  void handsOverAgainWhatComesLater() {
    inbox.open();
    inbox.add(1);
    beat();
    inbox.add(2);
    beat();

    assertThat(taken).containsExactly(new Batch<>(List.of(1), 0), new Batch<>(List.of(2), 0));
  }

  @Test
  void plansNothingWhileNothingComes() {
    inbox.open();
    inbox.add(1);
    beat();
    beat();

    assertThat(taken).hasSize(1);
    assertThat(timer.planned()).isZero();
  }

  @Test
  void keepsWhatComesBeforeItIsOpened() {
    inbox.add(1);
    inbox.add(2);
    beat();
    assertThat(taken).isEmpty();

    inbox.open();
    beat();

    assertThat(taken).containsExactly(new Batch<>(List.of(1, 2), 0));
  }

  @Test
  void countsAndDropsTheOldestOfWhatIsTooMuch() {
    inbox.open();
    IntStream.range(0, EventInbox.BOUND + 3).forEach(inbox::add);
    beat();

    assertThat(taken)
        .containsExactly(new Batch<>(IntStream.range(3, EventInbox.BOUND + 3).boxed().toList(), 3));
  }

  @Test
  void countsAnewAfterAHandover() {
    inbox.open();
    IntStream.range(0, EventInbox.BOUND + 3).forEach(inbox::add);
    beat();
    inbox.add(7);
    beat();

    assertThat(taken.getLast()).isEqualTo(new Batch<>(List.of(7), 0));
  }

  @Test
  void handsOverNothingOnceClosed() {
    inbox.open();
    inbox.add(1);
    timer.elapse();
    inbox.close();
    inbox.add(2);
    beat();

    assertThat(taken).isEmpty();
  }

  @Test
  void isClosedTwiceLikeOnce() {
    inbox.close();
    inbox.close();
    inbox.open();
    inbox.add(1);

    assertThat(timer.planned()).isZero();
  }
}
