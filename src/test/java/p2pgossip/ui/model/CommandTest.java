package p2pgossip.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.model.Moment.Mode;

class CommandTest {

  private static Moment moment(Mode mode, boolean hasPresent) {
    return new Moment(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, mode, 1, hasPresent);
  }

  private static List<Command> allowed(Moment moment) {
    return Arrays.stream(Command.values()).filter(it -> it.obstacle(moment) == null).toList();
  }

  @Test
  void allowsAllThatIsAskedOfThePresent() {
    assertThat(allowed(moment(Mode.LIVE, true))).containsExactly(Command.values());
  }

  @Test
  void allowsInThePastOnlyWhatActsOnSomethingElse() {
    for (Mode mode : List.of(Mode.HELD, Mode.PLAYING)) {
      assertThat(allowed(moment(mode, true)))
          .containsExactly(Command.SETTINGS, Command.START_OR_STOP);
    }
  }

  @Test
  void saysWhatToDoOrThatThereIsNothingToBeDone() {
    assertThat(Command.STEP.obstacle(moment(Mode.HELD, true)))
        .isEqualTo("Go back to Live to have one period.");
    assertThat(Command.STEP.obstacle(moment(Mode.HELD, false)))
        .isEqualTo("This is a recording: no period can begin in it.");
    assertThat(Arrays.stream(Command.values()).map(it -> it.obstacle(moment(Mode.HELD, false))))
        .filteredOn(Objects::nonNull)
        .doesNotHaveDuplicates()
        .allMatch(words -> words.endsWith("."));
  }
}
