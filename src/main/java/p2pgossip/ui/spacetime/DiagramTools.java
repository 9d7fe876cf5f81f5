package p2pgossip.ui.spacetime;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.legend.DrawnLegend;
import p2pgossip.ui.print.InPictures;

/// The row above the diagram: the order of the lines, what part is in view, and the legend.
final class DiagramTools extends FlowPane {

  /// In a smaller pane the legend would take too much room from the diagram.
  private static final double LEGEND_WIDTH = 420;

  private static final double LEGEND_HEIGHT = 380;

  private final DrawnLegend legend = new DrawnLegend(DiagramLegend.ENTRIES);

  DiagramTools(Consumer<PeerOrder> ordered, ViewButtons buttons) {
    super(14, 2);
    getStyleClass().add("diagram-tools");
    ToggleGroup group = new ToggleGroup();
    ToggleButton heard = button("By hearing", "The first to hear it is at the top", group);
    heard.getStyleClass().add(Styles.LEFT_PILL);
    heard.setSelected(true);
    ToggleButton address = button("By address", "The peers stand in the order of addresses", group);
    address.getStyleClass().add(Styles.RIGHT_PILL);
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              // One of the two is always on.
              if (now == null) {
                before.setSelected(true);
              } else {
                ordered.accept(address.isSelected() ? PeerOrder.ADDRESS : PeerOrder.FIRST_HEARD);
              }
            });
    HBox order = new HBox(heard, address);
    order.setMinWidth(USE_PREF_SIZE);
    InPictures.leaveOut(order, buttons);
    setRowValignment(VPos.CENTER);
    legend.managedProperty().bind(legend.visibleProperty());
    getChildren().addAll(order, buttons, legend);
  }

  /// @param width of the whole pane
  void fitInto(double width, double height) {
    legend.setVisible(width >= LEGEND_WIDTH || height >= LEGEND_HEIGHT);
    legend.setPrefWrapLength(Math.max(1, width - getInsets().getLeft() - getInsets().getRight()));
  }

  DrawnLegend legend() {
    return legend;
  }

  private static ToggleButton button(String name, String tooltip, ToggleGroup group) {
    ToggleButton button = new ToggleButton(name);
    button.getStyleClass().add(Styles.SMALL);
    Hint.on(button, tooltip);
    button.setToggleGroup(group);
    return button;
  }
}
