package p2pgossip.ui.swarm;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.testing.Hand;
import p2pgossip.testing.HandDrivenExecutor;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Screen;
import p2pgossip.topology.TopologyForm;
import p2pgossip.ui.dialog.FileChoice;

/// Opens the dialogue, types into it and reads what it says.
@ExtendWith(OnScreen.class)
abstract class ShownSwarmDialog {

  static final PeerSettings SETTINGS =
      PeerSettings.DEFAULT
          .withPaused(true)
          .withSpreading(Spreading.DEFAULT.withStrategy(Strategy.PULL));

  final Hand robot = new Hand();
  final Recorder<SwarmRequest> asked = new Recorder<>();

  /// What the dialog has to be done in the background: it is done when the test says so.
  final HandDrivenExecutor background = new HandDrivenExecutor();

  final OneFile files = new OneFile();

  /// A user who opens the same file each time.
  static final class OneFile implements FileChoice {

    @Nullable Path file;

    @Override
    public @Nullable Path toSave(String title, String name, List<Kind> kinds) {
      throw new AssertionError("nothing is saved");
    }

    @Override
    public @Nullable Path toOpen(String title, Kind kind) {
      return file;
    }
  }

  @SuppressWarnings("NullAway.Init")
  Stage owner;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    owner = stage;
    // Else it has one only if another test has left it there.
    stage.setScene(new Scene(new Pane(), 600, 400));
    stage.show();
  }

  void open(boolean canJoin) {
    robot.interact(
        () ->
            new SwarmDialog(
                    owner,
                    SETTINGS,
                    canJoin,
                    new Random(1),
                    new SwarmDialog.FileAsking(_ -> files, background, Platform::runLater),
                    asked)
                .show());
  }

  void choose(String form) {
    ComboBox<TopologyForm> wiring = robot.lookup("#swarm-wiring").query();
    TopologyForm chosen =
        wiring.getItems().stream().filter(it -> it.name().equals(form)).findFirst().orElseThrow();
    robot.interact(() -> wiring.setValue(chosen));
  }

  void set(String selector, int number) {
    Spinner<Integer> spinner = robot.lookup(selector).query();
    robot.interact(() -> spinner.getValueFactory().setValue(number));
  }

  SwarmRequest begin() {
    Button begin = robot.lookup("#swarm-begin").query();
    robot.interact(begin::fire);
    return asked.last();
  }

  /// The colours of the preview, one number each.
  int[] drawn() {
    Node preview = robot.lookup(".topology-preview").query();
    WritableImage image = Screen.see(() -> preview.snapshot(null, null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  void type(String selector, String text) {
    TextInputControl field =
        robot.lookup(selector).query() instanceof Spinner<?> spinner
            ? spinner.getEditor()
            : robot.lookup(selector).query();
    robot.interact(() -> field.setText(text));
  }

  String error(String selector) {
    Label label = robot.lookup(selector).query();
    return label.isVisible() ? label.getText() : "";
  }

  boolean canBegin() {
    return !robot.lookup("#swarm-begin").query().isDisabled();
  }
}
