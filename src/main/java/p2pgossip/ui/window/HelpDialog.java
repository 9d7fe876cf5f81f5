package p2pgossip.ui.window;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import p2pgossip.ui.command.Command;
import p2pgossip.ui.command.CommandGroup;
import p2pgossip.ui.command.WindowCommands;
import p2pgossip.ui.dialog.Dialogue;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.theme.StyleSheets;

/// First steps, and every key. It fits on the screen of its window; a scroll bar leads to the rest.
final class HelpDialog {

  private static final int MOST_COLUMNS = 3;

  /// The height of a title bar and some space around the window, in pixels.
  private static final double FRAME = 64;

  private final Stage stage;

  HelpDialog(Stage owner) {
    Rectangle2D screen = Dialogue.screenOf(owner);
    Label steps =
        new Label(
            """
            1.  Press Start: this peer now listens on its port.
            2.  Press %s for a second window, already connected to this one.
            3.  Watch the messages travel; click a peer to see what is known of it.
            4.  Switch on Update, and peers learn of one another without being told.\
            """
                .formatted(WindowCommands.NEW_CONNECTED_WINDOW.keyText()));
    steps.setWrapText(true);
    VBox root =
        new VBox(
            12,
            title("First steps"),
            steps,
            title("Keys"),
            keys(Shortcuts.ALL, columnsThatFit(screen.getWidth())));
    root.getStyleClass().add("help");
    stage = Dialogue.over(owner, "keys and first steps", scrolled(root, screen.getHeight()));
    // The key that opens it closes it too.
    stage
        .getScene()
        .addEventHandler(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (event.getCode() == KeyCode.F1) {
                stage.close();
              }
            });
  }

  private static Parent scrolled(Region content, double screenHeight) {
    DirectScrollPane scroll =
        new DirectScrollPane(content) {
          @Override
          protected double computePrefHeight(double width) {
            return Math.min(super.computePrefHeight(width), screenHeight - FRAME);
          }
        };
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("peer-window");
    return scroll;
  }

  private static Label title(String words) {
    Label title = new Label(words);
    title.getStyleClass().add(Styles.TITLE_4);
    return title;
  }

  /// As many columns of keys as the screen is wide enough for.
  private static int columnsThatFit(double screenWidth) {
    for (int columns = MOST_COLUMNS; columns > 1; columns--) {
      VBox measured = new VBox(keys(Shortcuts.ALL, columns));
      measured.getStyleClass().addAll("help", "peer-window");
      measured.getStylesheets().add(StyleSheets.window());
      Scene scene = new Scene(measured);
      measured.applyCss();
      if (scene.getRoot().prefWidth(-1) <= screenWidth - FRAME) {
        return columns;
      }
    }
    return 1;
  }

  private static HBox keys(List<CommandGroup<?>> groups, int count) {
    Map<String, List<Command<?>>> byTitle = new LinkedHashMap<>();
    for (CommandGroup<?> group : groups) {
      byTitle.computeIfAbsent(group.title(), _ -> new ArrayList<>()).addAll(group.commands());
    }
    int all = byTitle.values().stream().mapToInt(commands -> commands.size() + 1).sum();
    HBox columns = new HBox(28);
    int listed = 0;
    for (var group : byTitle.entrySet()) {
      int next = group.getValue().size() + 1;
      // A group stands in the column that its middle falls into.
      int column = Math.min(count - 1, (listed + next / 2) * count / all);
      while (columns.getChildren().size() <= column) {
        columns.getChildren().add(new GridPane(12, 4));
      }
      add(group.getKey(), group.getValue(), (GridPane) columns.getChildren().get(column));
      listed += next;
    }
    return columns;
  }

  private static void add(String title, List<Command<?>> commands, GridPane column) {
    Label heading = new Label(title);
    heading.getStyleClass().add("key-group");
    column.add(heading, 0, column.getRowCount(), 2, 1);
    for (Command<?> command : commands) {
      Label key = new Label(command.keyText());
      key.getStyleClass().addAll("key", Styles.TEXT_SMALL);
      key.setMinWidth(Region.USE_PREF_SIZE);
      Label words = new Label(command.words());
      words.setMinWidth(Region.USE_PREF_SIZE);
      column.addRow(column.getRowCount(), key, words);
    }
  }

  void show() {
    stage.show();
  }
}
