package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.ui.command.Command;
import p2pgossip.ui.laboratory.Laboratory;

/// The list of the keys under F1, and the keys of the window itself.
@ExtendWith(OnScreen.class)
class HelpDialogTest {

  private static final PeerSettings SILENT =
      PeerSettings.DEFAULT.withPeriod(Duration.ofMinutes(1)).withPaused(true);

  @TempDir static Path folder;

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  @Start
  void open(Stage unused) {
    work = new WindowsAtWork(SILENT, folder);
  }

  @AfterEach
  void close() {
    work.close();

    assertThat(work.uncaught()).isEmpty();
  }

  private static List<Command<?>> commands() {
    return Shortcuts.ALL.stream().<Command<?>>flatMap(group -> group.commands().stream()).toList();
  }

  private static List<Stage> dialogues() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Stage stage && stage.getTitle().contains("keys and"))
        .map(Stage.class::cast)
        .toList();
  }

  @Test
  void listsEveryKeyAndClosesByItsOwn() {
    work.untilFurnished();
    robot.type(KeyCode.F1);
    work.until(() -> dialogues().size() == 1);

    Set<String> texts =
        work.see(
            () ->
                dialogues().getFirst().getScene().getRoot().lookupAll(".label").stream()
                    .map(Label.class::cast)
                    .map(Labeled::getText)
                    .collect(Collectors.toSet()));
    assertThat(texts)
        .containsAll(commands().stream().map(Command::keyText).toList())
        .containsAll(commands().stream().map(Command::words).toList());

    robot.type(KeyCode.F1);
    work.until(() -> dialogues().isEmpty());
  }

  /// Those of the laboratory work in its own window.
  @Test
  void everyKeyOfTheListWorksInTheWindow() {
    work.untilFurnished();

    Set<KeyCombination> bound =
        work.see(() -> Set.copyOf(work.first().stage().getScene().getAccelerators().keySet()));

    assertThat(bound)
        .containsExactlyInAnyOrderElementsOf(
            commands().stream()
                .filter(command -> !Laboratory.COMMANDS.commands().contains(command))
                .flatMap(command -> command.keys().stream())
                .map(KeyCombination::valueOf)
                .toList());
  }
}
