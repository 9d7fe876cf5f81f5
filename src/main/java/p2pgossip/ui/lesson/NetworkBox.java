package p2pgossip.ui.lesson;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import p2pgossip.gossip.ShownText;
import p2pgossip.scenario.Scenario;

/// A network that can be put on the screen. FX thread only.
final class NetworkBox extends VBox {

  private final Button button = new Button("Set it up");

  /// @param setUp puts it on the screen
  NetworkBox(Scenario scenario, Consumer<Scenario> setUp) {
    super(6);
    Label kind = new Label("Network");
    kind.getStyleClass().add("lesson-kind");
    Label name = new Label(ShownText.of(scenario.name()));
    name.setWrapText(true);
    name.getStyleClass().add("lesson-question");
    Label words = new Label(ShownText.of(scenario.description()));
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    button.setId("lesson-set-up");
    button.setOnAction(_ -> setUp.accept(scenario));
    getStyleClass().add("lesson-box");
    getChildren().addAll(kind, name, words, button);
  }

  Button first() {
    return button;
  }
}
