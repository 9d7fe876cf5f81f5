package p2pgossip.ui.window.deck;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The buttons that choose a view, and the bar that leads through time: in one row where there is
/// room for it, else in two. Where their titles have no room, the buttons show their icons only.
final class DeckBar extends VBox {

  /// The width that the bar through time needs to show all that it has.
  private static final double WHOLE_TIME = 310;

  private static final double GAP = 10;

  /// In a deck of this height there is room for a second row.
  private static final double HIGH = 380;

  private static final PseudoClass NAMED = PseudoClass.getPseudoClass("named");

  private final List<ToggleButton> buttons;
  private final Region time;
  private final HBox tabs = new HBox(1);
  private final HBox row = new HBox(GAP);

  /// The width of the buttons with their titles.
  private double titled;

  DeckBar(List<ToggleButton> buttons, Region time) {
    super();
    this.buttons = List.copyOf(buttons);
    this.time = time;
    getStyleClass().add("deck-bar");
    tabs.getStyleClass().add("deck-views");
    tabs.setAlignment(Pos.CENTER_LEFT);
    tabs.setMinWidth(USE_PREF_SIZE);
    tabs.getChildren().setAll(buttons);
    tabs.pseudoClassStateChanged(NAMED, true);
    HBox.setHgrow(time, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getChildren().setAll(tabs, time);
    getChildren().setAll(row);
  }

  /// Arranges all for a deck of this size, in pixels.
  void fit(double width, double height) {
    if (tabs.getPseudoClassStates().contains(NAMED)) {
      titled = tabsWidth();
    }
    double room = width - snappedLeftInset() - snappedRightInset();
    boolean wide = room >= titled + GAP + WHOLE_TIME;
    boolean high = height >= HIGH;
    setNamed(wide || (high && room >= titled));
    setRows(wide || (!high && room >= tabsWidth() + GAP + time.minWidth(-1)) ? 1 : 2);
  }

  private double tabsWidth() {
    tabs.applyCss();
    return tabs.prefWidth(-1);
  }

  private void setNamed(boolean named) {
    tabs.pseudoClassStateChanged(NAMED, named);
    ContentDisplay display = named ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
    buttons.forEach(button -> button.setContentDisplay(display));
  }

  private void setRows(int count) {
    boolean two = count == 2;
    if (two && !getChildren().contains(time)) {
      row.getChildren().remove(time);
      getChildren().add(time);
    } else if (!two && getChildren().contains(time)) {
      getChildren().remove(time);
      row.getChildren().add(time);
    }
  }

  /// One row must not keep the deck from becoming so narrow that two are better.
  @Override
  protected double computeMinWidth(double height) {
    return snappedLeftInset() + time.minWidth(-1) + snappedRightInset();
  }
}
