package p2pgossip.ui.lesson;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import p2pgossip.experiment.VirtualStage;
import p2pgossip.lesson.LessonRunner;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.testing.Hand;
import p2pgossip.testing.Screen;
import p2pgossip.ui.dialog.FileChoice;

/// The lessons in a window of their own on an invisible screen, with a user who has decided which
/// files to save and open.
final class LessonsAtWork implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /// What was seen of the network.
  static final Recorded SEEN =
      new Recorded(List.of(), List.of(new Observation.RunEnded(NOW.minusSeconds(9), 1)));

  private final Hand robot = new Hand();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final Answers answers = new Answers();
  private final LessonPane pane;

  /// A user who has decided.
  static final class Answers implements FileChoice {
    volatile @Nullable Path saved;
    volatile List<Path> opened = List.of();
    volatile String proposed = "";

    @Override
    public @Nullable Path toSave(String title, String name, List<Kind> kinds) {
      proposed = name + "." + kinds.getFirst().extensions().getFirst();
      return saved;
    }

    @Override
    public @Nullable Path toOpen(String title, Kind kind) {
      return opened.isEmpty() ? null : opened.getFirst();
    }

    @Override
    public List<Path> toOpenSeveral(String title, Kind kind) {
      return opened;
    }
  }

  /// Shows them. To be called on the FX thread.
  ///
  /// @param notes where it is kept how far the user has come
  LessonsAtWork(Stage stage, Path notes) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    pane =
        new LessonPane(
            new LessonPane.Surroundings(
                background,
                Platform::runLater,
                notes,
                new LessonRunner(VirtualStage.MAKER, 1),
                _ -> answers,
                () -> NOW,
                () -> SEEN,
                _ -> {},
                () -> {}));
    pane.setDark(false);
    stage.setScene(new Scene(pane, 420, 700));
    stage.show();
  }

  Answers answers() {
    return answers;
  }

  LessonPane pane() {
    return pane;
  }

  Hand robot() {
    return robot;
  }

  /// The node that a selector finds, in whatever window; null if there is none.
  @Nullable Node look(String selector) {
    return robot.lookup(selector).tryQuery().orElse(null);
  }

  void awaitShown(String selector) {
    Screen.until(() -> look(selector) instanceof Node node && Screen.isSeen(node));
  }

  /// Presses a button as soon as a user could.
  void press(String selector) {
    Screen.until(
        () ->
            look(selector) instanceof Button button
                && !button.isDisabled()
                && Screen.isSeen(button));
    Screen.act(
        () -> {
          if (look(selector) instanceof Button button) {
            button.fire();
          }
        });
  }

  String words(String selector) {
    return Screen.see(() -> look(selector) instanceof Labeled label ? label.getText() : "");
  }

  @Override
  public void close() {
    Screen.act(pane::close);
    background.shutdown();
  }
}
