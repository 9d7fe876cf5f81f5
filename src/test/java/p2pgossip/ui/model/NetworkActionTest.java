package p2pgossip.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.model.Moment.Mode;

class NetworkActionTest {

  private static Moment moment(Mode mode, boolean hasPresent) {
    return new Moment(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, mode, 1, hasPresent);
  }

  private static List<NetworkAction> allowed(Moment moment) {
    return Arrays.stream(NetworkAction.values()).filter(it -> it.obstacle(moment) == null).toList();
  }

  @Test
  void allowsAllThatIsAskedOfThePresent() {
    assertThat(allowed(moment(Mode.LIVE, true))).containsExactly(NetworkAction.values());
  }

  @Test
  void allowsInThePastOnlyWhatActsOnSomethingElse() {
    for (Mode mode : List.of(Mode.HELD, Mode.PLAYING)) {
      assertThat(allowed(moment(mode, true)))
          .containsExactly(NetworkAction.SETTINGS, NetworkAction.START_OR_STOP);
    }
  }

  @Test
  void saysWhatToDoOrThatThereIsNothingToBeDone() {
    assertThat(NetworkAction.STEP.obstacle(moment(Mode.HELD, true)))
        .isEqualTo("Go back to Live to have one period.");
    assertThat(NetworkAction.STEP.obstacle(moment(Mode.HELD, false)))
        .isEqualTo("This is a recording: no period can begin in it.");
    assertThat(
            Arrays.stream(NetworkAction.values()).map(it -> it.obstacle(moment(Mode.HELD, false))))
        .filteredOn(Objects::nonNull)
        .doesNotHaveDuplicates()
        .allMatch(words -> words.endsWith("."));
  }
}
