package p2pgossip.ui.window.deck;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.print.Sight;

/// The part of a window that stands beside the graph: one of several views, chosen in a bar, which
/// also leads through time. A view is made when it is first chosen, since each takes a good part of
/// a second. FX thread only.
public final class Deck extends BorderPane implements AutoCloseable {

  private final DeckViews views;
  private final Map<DeckTab, ToggleButton> buttons = new LinkedHashMap<>();
  private final Consumer<DeckTab> chosen;
  private DeckTab current = LogDeckView.TAB;

  /// Shows nothing until [#show] is called.
  ///
  /// @param time the bar that leads through time
  /// @param chosen told which view is on top from now on
  public Deck(DeckContext context, Region time, Consumer<DeckTab> chosen) {
    this.views = new DeckViews(context);
    this.chosen = chosen;
    ToggleGroup group = new ToggleGroup();
    for (DeckTab tab : DeckTabs.ALL) {
      ToggleButton button = new ToggleButton(tab.title(), new FontIcon(tab.icon()));
      button.setId(tab.id());
      button.getStyleClass().add("deck-button");
      button.setToggleGroup(group);
      tab.command().on(button, this);
      buttons.put(tab, button);
    }
    DeckBar bar = new DeckBar(List.copyOf(buttons.values()), time);
    setTop(bar);
    setId("deck");
    widthProperty().subscribe(_ -> bar.fit(getWidth(), getHeight()));
    heightProperty().subscribe(_ -> bar.fit(getWidth(), getHeight()));
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
}
