package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.window.deck.DeckTab;
import p2pgossip.ui.window.deck.FaultsDeckView;
import p2pgossip.ui.window.deck.OverviewDeckView;
import p2pgossip.ui.window.deck.SpaceTimeDeckView;
import p2pgossip.ui.window.deck.SpreadDeckView;

/// A user of the keyboard can see where the focus is.
class FocusTest extends InOneWindow {

  private static final int MOST_STOPS = 80;

  /// The line round a focused control is drawn outside of it.
  private static final int RING = 4;

  private Scene scene() {
    return work.first().stage().getScene();
  }

  private WritableImage picture() {
    return work.see(() -> scene().snapshot(null));
  }

  /// Goes through a node by Tab.
  ///
  /// @return the controls that do not show that they have the focus
  private List<String> hiddenStops(Node within, int fewest) {
    List<String> hidden = new ArrayList<>();
    Set<Node> seen = new HashSet<>();
    WritableImage before = picture();
    for (int stops = 0; stops < MOST_STOPS; stops++) {
      robot.type(KeyCode.TAB);
      Node owner = work.see(() -> scene().getFocusOwner());
      if (owner == null || !isWithin(owner, within) || !seen.add(owner)) {
        break;
      }
      WritableImage now = picture();
      Bounds bounds = work.see(() -> owner.localToScene(owner.getLayoutBounds()));
      double wanted = Math.min(bounds.getWidth() + bounds.getHeight(), 400);
      if (changed(before, now, bounds) < wanted) {
        hidden.add(String.valueOf(owner));
      }
      before = now;
    }
    assertThat(seen).hasSizeGreaterThan(fewest);
    return hidden;
  }

  private static boolean isWithin(Node node, Node ancestor) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }

  private static int changed(WritableImage before, WritableImage now, Bounds bounds) {
    int fromX = Math.max(0, (int) bounds.getMinX() - RING);
    int fromY = Math.max(0, (int) bounds.getMinY() - RING);
    int toX = (int) Math.min(now.getWidth(), bounds.getMaxX() + RING);
    int toY = (int) Math.min(now.getHeight(), bounds.getMaxY() + RING);
    PixelReader old = before.getPixelReader();
    PixelReader fresh = now.getPixelReader();
    int changed = 0;
    for (int y = fromY; y < toY; y++) {
      for (int x = fromX; x < toX; x++) {
        if (differ(old.getColor(x, y), fresh.getColor(x, y))) {
          changed++;
        }
      }
    }
    return changed;
  }

  private static boolean differ(Color one, Color other) {
    return Math.abs(one.getRed() - other.getRed())
            + Math.abs(one.getGreen() - other.getGreen())
            + Math.abs(one.getBlue() - other.getBlue())
        > 0.3;
  }

  @Test
  void showsWhereTheKeyboardIsInTheLight() {
    leaveTheFirstPage();

    assertThat(hiddenStops(scene().getRoot(), 20)).isEmpty();
  }

  @Test
  void showsWhereTheKeyboardIsOnTheFirstPage() {
    Button rumor = work.find("#first-rumor");
    robot.interact(rumor::requestFocus);

    assertThat(hiddenStops(work.find("#first-page"), 3)).isEmpty();
  }

  /// It covers the graph and the views beside it.
  private void leaveTheFirstPage() {
    robot.interact(() -> work.first().toggleFirstPage());
  }

  @Test
  void showsWhereTheKeyboardIsInTheDark() {
    robot.interact(work.theming()::toggle);
    leaveTheFirstPage();

    assertThat(hiddenStops(scene().getRoot(), 20)).isEmpty();
  }

  @Test
  void showsWhereTheKeyboardIsBesideTheLog() {
    List<String> hidden = new ArrayList<>();
    leaveTheFirstPage();
    for (DeckTab tab :
        List.of(
            SpreadDeckView.TAB, SpaceTimeDeckView.TAB, FaultsDeckView.TAB, OverviewDeckView.TAB)) {
      robot.interact(() -> work.first().startWith(tab));
      robot.interact(() -> work.find("#replay-pace").requestFocus());
      BorderPane deck = work.find("#deck");

      hidden.addAll(hiddenStops(deck.getCenter(), 0));
    }
    assertThat(hidden).isEmpty();
  }
}
