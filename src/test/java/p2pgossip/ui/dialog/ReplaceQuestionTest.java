package p2pgossip.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Screen;

@ExtendWith(OnScreen.class)
class ReplaceQuestionTest {

  private final Hand robot = new Hand();

  private Stage owner;

  @Start
  void start(Stage stage) {
    owner = stage;
    stage.setScene(new Scene(new Pane(), 700, 400));
    stage.show();
  }

  @ParameterizedTest
  @CsvSource({"Replace, true", "Choose another name, false"})
  void namesTheFileAndHearsTheAnswer(String button, boolean may) {
    Recorder<Boolean> answers = new Recorder<>();
    Platform.runLater(
        () -> answers.accept(ReplaceQuestion.ask(owner, Path.of("/lesson/a\n\u202e.gossip"))));
    Screen.awaitPulse();

    assertThat(robot.lookup("#replace-question .label").queryAllAs(Labeled.class))
        .extracting(Labeled::getText)
        .contains("There is a file “a\\n\\u202e.gossip” already. Replace it?", "It is in /lesson.");
    robot.clickOn(button);

    assertThat(answers).containsExactly(may);
  }
}
