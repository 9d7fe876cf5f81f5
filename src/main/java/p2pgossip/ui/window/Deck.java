package p2pgossip.ui.window;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.hint.Hint;

/// The lower half of a window: one of several views, chosen in a bar that leads through time too. A
/// view is made when it is first chosen, since each costs the window's start a good part of a second.
final class Deck extends BorderPane {

  /// From this width on the buttons, with their titles, and the bar through time stand in one row.
  private static final double WIDE = 740;

  /// From this height on there is room for a second row where it is not wide.
  private static final double HIGH = 380;

  private static final PseudoClass NAMED = PseudoClass.getPseudoClass("named");

  /// What can be shown.
  enum View {
    LOG("Log", "What this peer sends and hears (Ctrl+1)"),
    SPREAD("Spread", "How far a rumour has come (Ctrl+2)"),
    SPACE_TIME("Space-time", "Who told whom, and when (Ctrl+3)"),
    FAULTS("Faults", "Make things go wrong (Ctrl+4)"),
    PROFILE("Profile", "How fast it works, and what it takes (Ctrl+5)");

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
        case PROFILE -> Feather.ACTIVITY;
      };
    }
  }

  private final Function<View, Node> maker;
  private final Map<View, Node> made = new EnumMap<>(View.class);
  private final Map<View, ToggleButton> buttons = new EnumMap<>(View.class);
  private final Consumer<View> shown;
  private final HBox views = new HBox(1);
  private final Node time;
  private final HBox bar = new HBox(10);
  private final VBox head = new VBox(bar);
  private View current = View.LOG;

  /// Shows nothing until [#show] is called.
  ///
  /// @param maker makes a view when it is first chosen
  /// @param time the bar that leads through time
  /// @param shown told which view is shown from now on
  Deck(Function<View, Node> maker, Node time, Consumer<View> shown) {
    this.maker = maker;
    this.time = time;
    this.shown = shown;
    ToggleGroup group = new ToggleGroup();
    views.getStyleClass().add("deck-views");
    views.setAlignment(Pos.CENTER_LEFT);
    views.setMinWidth(Region.USE_PREF_SIZE);
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
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getChildren().setAll(views, time);
    head.getStyleClass().add("deck-bar");
    setTop(head);
    setId("deck");
    widthProperty().subscribe(width -> arrange());
    heightProperty().subscribe(height -> arrange());
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

  /// Where it is neither wide nor high the buttons show their icons alone.
  private void arrange() {
    boolean wide = getWidth() >= WIDE;
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
    boolean named = wide || twoRows;
    views.pseudoClassStateChanged(NAMED, named);
    ContentDisplay display = named ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
    buttons.values().forEach(button -> button.setContentDisplay(display));
  }
}
