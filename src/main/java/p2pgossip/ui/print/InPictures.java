package p2pgossip.ui.print;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;

/// Decides what a picture of a view shows: what the screen shows, without what only its user needs,
/// and with what stands for that. FX thread only.
public final class InPictures {

  private static final String LEFT_OUT = "not-in-pictures";
  private static final String ONLY = "only-in-pictures";

  private InPictures() {}

  /// Leaves these out of pictures: only a user of the screen needs them.
  public static void leaveOut(Node... nodes) {
    for (Node node : nodes) {
      if (!node.getStyleClass().contains(LEFT_OUT)) {
        node.getStyleClass().add(LEFT_OUT);
      }
    }
  }

  /// Takes back [#leaveOut].
  public static void takeIn(Node node) {
    node.getStyleClass().remove(LEFT_OUT);
  }

  /// Shows this in pictures only: it says what a control says on the screen.
  public static void only(Node node) {
    node.getStyleClass().add(ONLY);
    node.setVisible(false);
    node.setManaged(false);
  }

  /// Takes back [#only]: the node stands neither in pictures nor on the screen.
  public static void never(Node node) {
    node.getStyleClass().remove(ONLY);
    node.setVisible(false);
    node.setManaged(false);
  }

  /// Has the view as it stands in pictures while something is done.
  public static <T> T during(Parent view, Supplier<T> deed) {
    Map<Node, boolean[]> before = new LinkedHashMap<>();
    view.lookupAll("." + LEFT_OUT).forEach(node -> set(node, false, before));
    view.lookupAll("." + ONLY).forEach(node -> set(node, true, before));
    layOut(view);
    try {
      return deed.get();
    } finally {
      before.forEach(
          (node, was) -> {
            node.setVisible(was[0]);
            node.setManaged(was[1]);
          });
      layOut(view);
    }
  }

  private static void set(Node node, boolean shown, Map<Node, boolean[]> before) {
    before.put(node, new boolean[] {node.isVisible(), node.isManaged()});
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static void layOut(Parent view) {
    view.applyCss();
    view.layout();
  }
}
