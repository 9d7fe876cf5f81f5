package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.export.ExperimentFiles;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Run;
import p2pgossip.scenario.Scenario;
import p2pgossip.sweep.ScenarioBase;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.ui.command.WindowCommands;
import p2pgossip.ui.laboratory.Laboratory;

/// The laboratory among the other windows.
@ExtendWith(OnScreen.class)
class LaboratoryWindowTest {

  @TempDir static Path folder;

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  @Start
  void open(Stage unused) {
    work =
        new WindowsAtWork(
            PeerSettings.DEFAULT.withPeriod(Duration.ofMinutes(1)).withPaused(true), folder);
  }

  @AfterEach
  void close() {
    work.close();

    assertThat(work.uncaught()).isEmpty();
  }

  private Laboratory opened() {
    work.untilFurnished();
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
    work.until(() -> work.windows().laboratory().isPresent());
    return work.see(() -> work.windows().laboratory().orElseThrow());
  }

  @Test
  void itsKeyOpensItOnceAndThenBringsItToTheFront() {
    Laboratory first = opened();
    robot.interact(() -> work.windows().openLaboratory(null));

    assertThat(work.see(() -> work.windows().laboratory())).contains(first);
    assertThat(work.see(() -> first.stage().isShowing())).isTrue();
  }

  @Test
  void itHasItsOwnKeysAndThoseOfEveryWindowThatItNeeds() {
    Laboratory laboratory = opened();
    Set<KeyCombination> keys =
        work.see(() -> Set.copyOf(laboratory.scene().getAccelerators().keySet()));

    assertThat(keys)
        .contains(
            KeyCombination.valueOf(WindowCommands.SWITCH_THEME.keys().getFirst()),
            KeyCombination.valueOf(WindowCommands.CLOSE.keys().getFirst()))
        .containsAll(
            Laboratory.COMMANDS.commands().stream()
                .flatMap(command -> command.keys().stream())
                .map(KeyCombination::valueOf)
                .toList());
  }

  @Test
  void aRunOfASweepIsWatchedInAWindowOfItsOwn() throws IOException {
    Scenario scenario = ((ScenarioBase) ExperimentFiles.bundled("strategies").at(0)).seeded(7);
    robot.interact(() -> work.windows().watch(scenario));
    PeerWindow watching = work.see(() -> work.windows().all().getLast());

    assertThat(watching).isNotSameAs(work.first());
    work.until(() -> watching.swarm().stateProperty().get() != null);
    assertThat(work.see(() -> watching.swarm().stateProperty().get().plan()))
        .satisfies(
            plan -> {
              assertThat(plan.seed()).isEqualTo(7);
              assertThat(plan.peers()).isEqualTo(60);
              assertThat(plan.time()).isEqualTo(Run.Time.VIRTUAL);
            });
    assertThat(work.see(() -> watching.swarm().playing())).contains(scenario.name());
    work.until(() -> watching.model().isRunning());
  }

  @Test
  void theProgramEndsWithTheLastOfAllWindows() {
    opened();
    robot.interact(() -> work.windows().close(work.first()));
    assertThat(work.ends()).isZero();

    robot.interact(work.windows()::closeAll);
    assertThat(work.ends()).isEqualTo(1);
    assertThat(work.see(() -> work.windows().laboratory())).isEmpty();
  }
}
