package p2pgossip.ui;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.hint.Hint;

/// The lower half of a window: one of several views, chosen in a bar that leads through time too. A
/// view is made when it is first chosen, since each costs the window's start a good part of a second.
final class Deck extends BorderPane {

  /// Below this width the buttons show their icons alone.
  private static final double WIDE = 760;

  /// What can be shown.
  enum View {
    LOG("Log", "What this peer sends and hears (Ctrl+1)"),
    SPREAD("Spread", "How far a rumour has come (Ctrl+2)"),
    SPACE_TIME("Space-time", "Who told whom, and when (Ctrl+3)"),
    FAULTS("Faults", "Make things go wrong (Ctrl+4)");

    private final String title;
    private final String hint;

    View(String title, String hint) {
      this.title = title;
      this.hint = hint;
    }

    private Ikon icon() {
      return switch (this) {
        case LOG -> Feather.LIST;
        case SPREAD -> Feather.TRENDING_UP;
        case SPACE_TIME -> Feather.GIT_BRANCH;
        case FAULTS -> Feather.ZAP_OFF;
      };
    }
  }

  private final Function<View, Node> maker;
  private final Map<View, Node> made = new EnumMap<>(View.class);
  private final Map<View, ToggleButton> buttons = new EnumMap<>(View.class);
  private final Consumer<View> shown;
  private View current = View.LOG;

  /// Shows nothing until [#show] is called.
  ///
  /// @param maker makes a view when it is first chosen
  /// @param time the bar that leads through time
  /// @param shown told which view is shown from now on
  Deck(Function<View, Node> maker, Node time, Consumer<View> shown) {
    this.maker = maker;
    this.shown = shown;
    ToggleGroup group = new ToggleGroup();
    HBox views = new HBox(2);
    views.setAlignment(Pos.CENTER_LEFT);
    for (View view : View.values()) {
      ToggleButton button = new ToggleButton(view.title, new FontIcon(view.icon()));
      button.setId("view-" + view.name().toLowerCase(Locale.ROOT));
      button.getStyleClass().add("deck-button");
      button.setToggleGroup(group);
      button.setOnAction(event -> show(view));
      Hint.on(button, view.hint);
      buttons.put(view, button);
      views.getChildren().add(button);
    }
    HBox.setHgrow(time, Priority.ALWAYS);
    HBox bar = new HBox(10, views, time);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("deck-bar");
    setTop(bar);
    setId("deck");
    widthProperty().subscribe(width -> showTitles(width.doubleValue() >= WIDE));
  }

  View current() {
    return current;
  }

  /// Shows a view; the one that is shown already stays.
  void show(View view) {
    current = view;
    buttons.forEach((each, button) -> button.setSelected(each == view));
    setCenter(made.computeIfAbsent(view, maker));
    shown.accept(view);
  }

  private void showTitles(boolean all) {
    buttons.forEach(
        (view, button) ->
            button.setContentDisplay(all ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
  }
}
