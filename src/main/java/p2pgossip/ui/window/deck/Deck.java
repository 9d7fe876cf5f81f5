package p2pgossip.ui.window.deck;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.print.Sight;

/// The part of a window that stands beside the graph: one of several views, chosen in a bar, which
/// also leads through time. A view is made when it is first chosen, since each takes a good part of
/// a second. FX thread only.
public final class Deck extends BorderPane implements AutoCloseable {

  /// The width that the bar through time needs beside the buttons to show all that it has.
  private static final double TIME = 310;

  private static final double GAP = 10;

  /// From this height there is room for a second row.
  private static final double HIGH = 380;

  private static final PseudoClass NAMED = PseudoClass.getPseudoClass("named");

  private final DeckViews views;
  private final Map<DeckTab, ToggleButton> buttons = new LinkedHashMap<>();
  private final Consumer<DeckTab> chosen;
  private final HBox tabs = new HBox(1);
  private final Node time;
  private final HBox bar = new HBox(GAP);
  private final VBox head = new VBox(bar);

  /// The width of the buttons with their titles.
  private double titled;

  private DeckTab current = LogDeckView.TAB;

  /// Shows nothing until [#show] is called.
  ///
  /// @param time the bar that leads through time
  /// @param chosen told which view is on top from now on
  public Deck(DeckContext context, Node time, Consumer<DeckTab> chosen) {
    this.views = new DeckViews(context);
    this.time = time;
    this.chosen = chosen;
    ToggleGroup group = new ToggleGroup();
    tabs.getStyleClass().add("deck-views");
    tabs.setAlignment(Pos.CENTER_LEFT);
    tabs.setMinWidth(Region.USE_PREF_SIZE);
    for (DeckTab tab : DeckTabs.ALL) {
      ToggleButton button = new ToggleButton(tab.title(), new FontIcon(tab.icon()));
      button.setId(tab.id());
      button.getStyleClass().add("deck-button");
      button.setToggleGroup(group);
      tab.command().on(button, this);
      buttons.put(tab, button);
      tabs.getChildren().add(button);
    }
    tabs.pseudoClassStateChanged(NAMED, true);
    HBox.setHgrow(time, Priority.ALWAYS);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getChildren().setAll(tabs, time);
    head.getStyleClass().add("deck-bar");
    setTop(head);
    setId("deck");
    widthProperty().subscribe(width -> arrange());
    heightProperty().subscribe(height -> arrange());
  }

  /// The view on top.
  public DeckTab current() {
    return current;
  }

  /// Puts a view on top.
  public void show(DeckTab tab) {
    current = tab;
    buttons.forEach((each, button) -> button.setSelected(each.equals(tab)));
    setCenter(views.choose(tab));
    chosen.accept(tab);
    views.showNetwork();
  }

  /// Brings the view on top up to date with the network.
  public void showNetwork() {
    views.showNetwork();
  }

  public void setDark(boolean dark) {
    views.setDark(dark);
  }

  /// To be called once a second.
  public void tick() {
    views.tick();
  }

  /// What a picture of this kind shows; null if that is not on top, or is empty.
  public @Nullable Parent picture(Sight sight) {
    return views.picture(sight);
  }

  @Override
  public void close() {
    views.close();
  }

  /// Where their titles have no room, the buttons show their icons only.
  private void arrange() {
    if (tabs.getPseudoClassStates().contains(NAMED)) {
      tabs.applyCss();
      titled = tabs.prefWidth(-1);
    }
    double room = getWidth() - head.snappedLeftInset() - head.snappedRightInset();
    boolean wide = room >= titled + GAP + TIME;
    boolean twoRows = !wide && getHeight() >= HIGH;
    if (twoRows != head.getChildren().contains(time)) {
      if (twoRows) {
        bar.getChildren().remove(time);
        head.getChildren().add(time);
      } else {
        head.getChildren().remove(time);
        bar.getChildren().add(time);
      }
    }
    boolean named = wide || (twoRows && room >= titled);
    tabs.pseudoClassStateChanged(NAMED, named);
    ContentDisplay display = named ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
    buttons.values().forEach(button -> button.setContentDisplay(display));
  }
}
