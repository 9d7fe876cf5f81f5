package p2pgossip.ui.graph;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.hearing.HearingColor;
import p2pgossip.ui.hearing.HearingScale;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.print.InPictures;
import p2pgossip.ui.theme.RolePalette;

/// The colour scale of the peers that have heard the rumour, with a switch for what the colours
/// mean.
final class HearingKey extends VBox {

  private static final double WIDTH = 176;
  private static final double HEIGHT = 12;

  private final Canvas ramp = new Canvas(WIDTH, HEIGHT);
  private final Label low = new Label();
  private final Label high = new Label();
  private final Map<HearingColor, ToggleButton> buttons = new EnumMap<>(HearingColor.class);

  HearingKey(ObjectProperty<HearingColor> coloring, BooleanProperty sized) {
    super();
    getStyleClass().add("hearing-key");
    // Narrower than a legend of several columns.
    setMaxWidth(USE_PREF_SIZE);
    HBox choices = new HBox();
    choices.getStyleClass().add("choices");
    choices.setAlignment(Pos.CENTER_LEFT);
    ToggleGroup group = new ToggleGroup();
    for (HearingColor each : HearingColor.values()) {
      ToggleButton button = new ToggleButton(each.title());
      button.setToggleGroup(group);
      button.setSelected(each == coloring.get());
      Hint.on(button, each.meaning());
      button.setAccessibleText("Colour by: " + each.meaning());
      button.getStyleClass().add("choice");
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(
          _ -> {
            coloring.set(each);
            // A second press must not turn it off.
            button.setSelected(true);
          });
      buttons.put(each, button);
      choices.getChildren().add(button);
    }
    coloring.subscribe(now -> buttons.forEach((each, button) -> button.setSelected(each == now)));
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox ends = new HBox(low, between, high);
    ends.getStyleClass().add("ends");
    Label chosen = new Label();
    chosen.textProperty().bind(coloring.map(HearingColor::meaning));
    CheckBox size = new CheckBox("Size by load");
    size.setId("size-by-load");
    size.selectedProperty().bindBidirectional(sized);
    Hint.on(size, "The more copies a peer has sent, the larger it is drawn");
    Label larger = new Label(GraphWords.SIZED);
    InPictures.leaveOut(choices, size);
    InPictures.only(chosen);
    sized.subscribe(
        now -> {
          if (now) {
            InPictures.only(larger);
          } else {
            InPictures.never(larger);
          }
        });
    getChildren().addAll(choices, chosen, ramp, ends, size, larger);
  }

  void setPalette(RolePalette palette) {
    palette.ramp().draw(new CanvasDrawing(ramp), 0, 0, WIDTH, HEIGHT);
  }

  void show(HearingScale scale) {
    low.setText(scale.low());
    high.setText(scale.high());
  }
}
