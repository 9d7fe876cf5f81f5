package p2pgossip.ui.first;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.ShownText;
import p2pgossip.scenario.Scenario;
import p2pgossip.ui.dialog.RecentFile;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.theme.StyleSheets;
import p2pgossip.ui.wiring.TopologyPreview;

/// Says what one can begin with, each one click away. FX thread only.
public final class FirstPage extends StackPane {

  private static final double WIDTH = 880;

  /// Narrower, the rows stand in one column, so that nothing in them is cut.
  private static final double NARROW = 760;

  /// The same for the cards, which have fewer words.
  private static final double NARROW_CARDS = 600;

  private static final int COLUMNS = 2;

  /// Two lines of words under a name.
  private static final double CARD_HEIGHT = 84;

  /// A button does not tell its content its width, so the height of wrapped text has to be given.
  private static final double ROW_HEIGHT = 78;

  private static final double PICTURE = ROW_HEIGHT - 14;
  private static final double RECENT_HEIGHT = 44;

  private static final double PADDING = 8;

  private final FirstActions actions;
  private final GridPane cards = grid(12);
  private final GridPane scenarios = grid(4);
  private final GridPane recent = grid(4);
  private final VBox offered;
  private final VBox again;
  private final List<Button> cardButtons;
  private List<Button> scenarioRows = List.of();
  private List<Button> recentRows = List.of();
  private int columns = COLUMNS;

  public FirstPage(FirstActions actions) {
    super();
    this.actions = actions;
    setId("first-page");
    getStyleClass().add("first-page");
    getStylesheets().add(StyleSheets.of(FirstPage.class, "first.css"));
    Label title = new Label("See how gossip spreads");
    title.getStyleClass().add(Styles.TITLE_2);
    Label advice =
        new Label(
            "Start this peer on the left and connect it to others, or begin with one of these.");
    advice.setWrapText(true);
    advice.getStyleClass().add(Styles.TEXT_MUTED);
    cardButtons = cards();
    again = section("Opened last", recent);
    offered = section("Scenarios", scenarios);
    VBox page = new VBox(18, new VBox(6, title, advice), cards, again, offered);
    page.setMaxWidth(WIDTH);
    page.getStyleClass().add("first-column");
    page.widthProperty().subscribe(width -> arrange(width.doubleValue()));
    HBox middle = new HBox(page);
    HBox.setHgrow(page, Priority.ALWAYS);
    middle.setAlignment(Pos.TOP_CENTER);
    ScrollPane scrolling = new DirectScrollPane(middle);
    scrolling.setFitToWidth(true);
    scrolling.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    getChildren().add(scrolling);
  }

  /// Hidden until there is something in it.
  private static VBox section(String title, GridPane content) {
    Label heading = new Label(title);
    heading.getStyleClass().add(Styles.TITLE_4);
    VBox section = new VBox(8, heading, content);
    section.setVisible(false);
    section.managedProperty().bind(section.visibleProperty());
    return section;
  }

  private static GridPane grid(double gap) {
    GridPane grid = new GridPane(12, gap);
    columns(grid, COLUMNS);
    return grid;
  }

  private static void columns(GridPane grid, int columns) {
    grid.getColumnConstraints().clear();
    for (int column = 0; column < columns; column++) {
      ColumnConstraints part = new ColumnConstraints();
      part.setPercentWidth(100.0 / columns);
      part.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(part);
    }
  }

  private static void fill(GridPane grid, List<Button> all, double height, int columns) {
    grid.getChildren().clear();
    for (int i = 0; i < all.size(); i++) {
      Button button = all.get(i);
      button.setMinHeight(height);
      button.setMaxSize(Double.MAX_VALUE, height);
      button.setPrefHeight(height);
      grid.add(button, i % columns, i / columns);
    }
  }

  private List<Button> cards() {
    Button rumor =
        card(
            "first-rumor",
            Feather.VOLUME_2,
            "_See a rumour spread",
            "24 peers, and a rumour that one of them tells.",
            actions::seeRumor);
    rumor.getStyleClass().add(Styles.ACCENT);
    return List.of(
        rumor,
        card(
            "first-lessons",
            Feather.BOOK_OPEN,
            "L_essons",
            "Predict what happens, see it, and learn why.",
            actions::openLessons),
        card(
            "first-join-class",
            Feather.LOG_IN,
            "_Join a class",
            "On this network: choose it, and type your first name.",
            actions::joinClass),
        card(
            "first-start-class",
            Feather.USERS,
            "Start a _class",
            "Your students find it here, or scan it from your screen.",
            actions::startClass),
        card(
            "first-swarm",
            Feather.SHARE_2,
            "A _network of your own",
            "As many peers as you like, wired as you like.",
            actions::startSwarm),
        card(
            "first-laboratory",
            Feather.GRID,
            "_Laboratory",
            "Up to ten million peers, and what theory says of them.",
            actions::openLaboratory),
        card(
            "first-recording",
            Feather.FOLDER,
            "_Open a recording",
            "Look at a run that was saved before, moment by moment.",
            actions::openRecording));
  }

  /// @param title with an underscore before the letter that is its key
  private static Button card(String id, Ikon icon, String title, String words, Runnable action) {
    Label name = new Label(title);
    name.getStyleClass().add("first-name");
    Label sentence = new Label(words);
    sentence.setWrapText(true);
    sentence.getStyleClass().add("first-words");
    VBox text = new VBox(3, name, sentence);
    text.setAlignment(Pos.CENTER_LEFT);
    text.setPrefHeight(CARD_HEIGHT - 2 * PADDING);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox content = new HBox(14, new FontIcon(icon), text);
    content.setAlignment(Pos.CENTER_LEFT);
    Button card = new Button(null, content);
    card.setId(id);
    // Alt with the underlined letter does what a click does.
    name.setMnemonicParsing(true);
    name.setLabelFor(card);
    card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    card.getStyleClass().add("first-card");
    card.setAccessibleText(title.replace("_", "") + ". " + words);
    card.setOnAction(_ -> action.run());
    return card;
  }

  /// Lists scenarios, each with the first sentence of its description.
  public void offer(List<Scenario> all) {
    scenarioRows = all.stream().map(this::row).toList();
    arrange();
    offered.setVisible(!all.isEmpty());
  }

  private void arrange() {
    columns(scenarios, columns);
    fill(scenarios, scenarioRows, ROW_HEIGHT, columns);
    fill(recent, recentRows, RECENT_HEIGHT, COLUMNS);
  }

  private void arrange(double width) {
    int wanted = width < NARROW ? 1 : COLUMNS;
    if (wanted != columns) {
      columns = wanted;
      arrange();
    }
    int wantedCards = width < NARROW_CARDS ? 1 : COLUMNS;
    if (wantedCards != cards.getColumnConstraints().size() || cards.getChildren().isEmpty()) {
      columns(cards, wantedCards);
      fill(cards, cardButtons, CARD_HEIGHT, wantedCards);
    }
  }

  /// Lists the files that were opened last.
  public void offerAgain(List<RecentFile> files) {
    recentRows = files.stream().map(this::row).toList();
    arrange();
    again.setVisible(!files.isEmpty());
  }

  private Button row(RecentFile file) {
    Ikon icon =
        switch (file.kind()) {
          case RECORDING -> Feather.FILM;
          case SCENARIO -> Feather.SHARE_2;
        };
    Button row = new Button(ShownText.of(String.valueOf(file.path().getFileName())));
    row.setGraphic(new FontIcon(icon));
    row.getStyleClass().addAll("first-recent", Styles.FLAT);
    row.setAccessibleText("Open the " + file.kind().word() + " " + row.getText() + " again");
    Hint.on(
        row,
        "Open the %s %s again".formatted(file.kind().word(), ShownText.of(file.path().toString())));
    row.setOnAction(_ -> actions.reopen(file));
    return row;
  }

  private Button row(Scenario scenario) {
    Label name = new Label(ShownText.of(scenario.name()));
    name.getStyleClass().add("first-name");
    Label sentence = new Label(firstSentence(ShownText.of(scenario.description())));
    sentence.setWrapText(true);
    sentence.getStyleClass().addAll("first-words", Styles.TEXT_MUTED);
    VBox text = new VBox(2, name, sentence);
    text.setPrefHeight(ROW_HEIGHT - 2 * PADDING);
    HBox.setHgrow(text, Priority.ALWAYS);
    TopologyPreview picture = TopologyPreview.small(PICTURE);
    picture.show(scenario.topology(), scenario.peers(), scenario.seed());
    HBox content = new HBox(12, picture, text);
    content.setAlignment(Pos.CENTER_LEFT);
    Button row = new Button(null, content);
    row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    row.getStyleClass().addAll("first-scenario", Styles.FLAT);
    row.setAccessibleText("Play " + name.getText());
    Hint.on(row, ShownText.of(scenario.description()));
    row.setOnAction(_ -> actions.play(scenario));
    return row;
  }

  private static String firstSentence(String description) {
    int end = description.indexOf(". ");
    return end < 0 ? description : description.substring(0, end + 1);
  }
}
