package p2pgossip.ui.log;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.journal.LineKind;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.lines.LogFilter;
import p2pgossip.ui.lines.LogModel;

/// Search, the kinds of lines, and what can be done with the lines, in one row at any width.
final class LogToolbar extends HBox {

  /// Below this width the less-used buttons stand in a menu.
  private static final double MENU_BELOW = 520;

  /// What the buttons do, except those for the filter.
  ///
  /// @param intoList moves the keyboard to the list
  record Actions(Runnable copy, Runnable save, Runnable clear, Runnable intoList) {}

  private final LogModel model;
  private final CustomTextField search = new CustomTextField();
  private final Map<LineKind, ToggleButton> kinds = new EnumMap<>(LineKind.class);
  private final ToggleButton pause = new ToggleButton();

  LogToolbar(LogModel model, Actions actions) {
    this.model = model;
    getStyleClass().add("log-toolbar");
    setAlignment(Pos.CENTER_LEFT);
    setUpSearch(actions.intoList());
    getChildren().addAll(search, kindButtons(), space(), pause);
    setUpPause();
    addActions(actions);
    model.filterProperty().subscribe(this::show);
  }

  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private void setUpSearch(Runnable intoList) {
    search.setPromptText("Search");
    search.setAccessibleText("Search the log");
    Hint.on(search, LogPane.SEARCH.hint("Show only lines with this text"));
    search.getStyleClass().addAll(Styles.SMALL, "search");
    search.setLeft(new FontIcon(Feather.SEARCH));
    HBox.setHgrow(search, Priority.SOMETIMES);
    Button empty = Buttons.icon(Feather.X, "Clear the search", search::clear);
    empty.setFocusTraversable(false);
    empty.visibleProperty().bind(search.textProperty().isNotEmpty());
    search.setRight(empty);
    search
        .textProperty()
        .subscribe(text -> model.setFilter(model.filterProperty().get().withText(text)));
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
          } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            intoList.run();
            event.consume();
          }
        });
  }

  private HBox kindButtons() {
    HBox row = new HBox();
    row.getStyleClass().add("kinds");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(USE_PREF_SIZE);
    for (LineKind kind : LineKind.values()) {
      KindLook look = KindLook.of(kind);
      ToggleButton button = new ToggleButton();
      Buttons.dress(button, look.icon(), "");
      button.getStyleClass().add("kind");
      button.pseudoClassStateChanged(look.style(), true);
      button.setOnAction(
          _ -> model.setFilter(model.filterProperty().get().withKind(kind, button.isSelected())));
      kinds.put(kind, button);
      row.getChildren().add(button);
    }
    return row;
  }

  private static HBox space() {
    HBox space = new HBox();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private void setUpPause() {
    Buttons.dress(pause, Feather.PAUSE, "");
    pause.getStyleClass().add("pause");
    pause.setOnAction(
        _ -> {
          if (pause.isSelected()) {
            model.pause();
          } else {
            model.resume();
          }
        });
    model
        .pausedProperty()
        .subscribe(
            paused -> {
              pause.setSelected(paused);
              pause.setGraphic(new FontIcon(paused ? Feather.PLAY : Feather.PAUSE));
              String words =
                  paused
                      ? "Resume: show the lines that have come meanwhile"
                      : "Pause: freeze the list; new lines are kept";
              Buttons.explain(pause, LogPane.PAUSE.hint(words));
            });
  }

  private void addActions(Actions actions) {
    List<Button> buttons =
        List.of(
            Buttons.icon(
                Feather.COPY,
                LogPane.COPY.hint("Copy the selected lines, or all that are shown"),
                actions.copy()),
            Buttons.icon(
                Feather.SAVE, LogPane.SAVE.hint("Save the lines shown to a file"), actions.save()),
            Buttons.icon(Feather.TRASH_2, LogPane.CLEAR.hint(), actions.clear()));
    MenuButton more = new MenuButton();
    Buttons.dress(more, Feather.MORE_VERTICAL, "Copy, save, clear");
    more.getStyleClass().add(Tweaks.NO_ARROW);
    more.getItems()
        .addAll(
            item("Copy", Feather.COPY, actions.copy()),
            item("Save…", Feather.SAVE, actions.save()),
            item("Clear", Feather.TRASH_2, actions.clear()));
    getChildren().addAll(buttons);
    getChildren().add(more);
    widthProperty()
        .subscribe(
            width -> {
              boolean narrow = width.doubleValue() < MENU_BELOW;
              buttons.forEach(button -> showIf(button, !narrow));
              showIf(more, narrow);
            });
  }

  private static void showIf(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static MenuItem item(String text, Feather icon, Runnable action) {
    MenuItem item = new MenuItem(text, new FontIcon(icon));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void show(LogFilter filter) {
    if (!search.getText().equals(filter.text())) {
      search.setText(filter.text());
    }
    kinds.forEach(
        (kind, button) -> {
          boolean shown = filter.kinds().contains(kind);
          button.setSelected(shown);
          String all = KindLook.of(kind).all();
          String state = Character.toUpperCase(all.charAt(0)) + all.substring(1);
          Buttons.explain(
              button, state + (shown ? " are shown; click to hide" : " are hidden; click to show"));
        });
  }
}
