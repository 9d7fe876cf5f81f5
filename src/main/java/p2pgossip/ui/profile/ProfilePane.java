package p2pgossip.ui.profile;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.figure.FigureTiles;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.theme.StyleSheets;

/// How fast the peers work, and what processor time and memory the program takes, live. A pure view
/// of a [ProfileModel]. FX thread only.
public final class ProfilePane extends BorderPane {

  private static final double RATES_WIDTH = 270;
  private static final double LATENCIES_WIDTH = 330;

  private final ProfileModel model;
  private final ToggleButton all = new ToggleButton("All peers here");
  private final ToggleButton own = new ToggleButton("This peer");
  private final LiveCard rates =
      new LiveCard(
          "Messages a second",
          "",
          List.of(
              new LiveCard.Series(
                  "out",
                  "Out",
                  "Messages sent a second, on average over the last 10 seconds: sentences, rumours,"
                      + " questions, handshakes.",
                  Point::out,
                  ProfileFigure::rate),
              new LiveCard.Series(
                  "in",
                  "In",
                  "Messages received a second, on average over the last 10 seconds, of all kinds"
                      + " and from anybody.",
                  Point::in,
                  ProfileFigure::rate)));
  private final LiveCard latencies =
      new LiveCard(
          "Answer time",
          " ms",
          List.of(
              new LiveCard.Series(
                  "median",
                  "Median",
                  "The time from sending a message to the end of its answer, within which half of"
                      + " the answers came, of those in the last 10 seconds.",
                  Point::median,
                  ProfileFigure::millis),
              new LiveCard.Series(
                  "p99",
                  "99 %",
                  "The time within which 99 of 100 answers came, of those in the last 10 seconds.",
                  Point::p99,
                  ProfileFigure::millis)));
  private final FigureTiles<ProfileView> tiles = new FigureTiles<>(ProfileFigure.ALL, "profile-");
  private final HBox head;
  private final ScrollPane figures;
  private final EmptyState nothing = new EmptyState(Feather.ACTIVITY);

  public ProfilePane(ProfileModel model) {
    super();
    this.model = model;
    setId("profile-pane");
    getStyleClass().add("profile-pane");
    getStylesheets().add(StyleSheets.of(ProfilePane.class, "profile.css"));
    nothing.setId("profile-hint");
    head = head();
    figures = figures();
    model.viewProperty().subscribe(this::show);
  }

  private HBox head() {
    ToggleGroup scopes = new ToggleGroup();
    choice(all, "profile-all", "What all peers of this program do together", scopes, Scope.ALL);
    choice(own, "profile-own", "What this window's peer does alone", scopes, Scope.OWN);
    all.getStyleClass().add(Styles.LEFT_PILL);
    own.getStyleClass().add(Styles.RIGHT_PILL);
    HBox choice = new HBox(all, own);
    Label remark = new Label("Over the last 10 seconds");
    remark.getStyleClass().add(Styles.TEXT_MUTED);
    remark.setMinWidth(0);
    HBox made = new HBox(12, choice, remark);
    made.setAlignment(Pos.CENTER_LEFT);
    made.getStyleClass().add("profile-head");
    return made;
  }

  private void choice(ToggleButton button, String id, String hint, ToggleGroup group, Scope scope) {
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
    button.setToggleGroup(group);
    button.setMinWidth(Region.USE_PREF_SIZE);
    Hint.on(button, hint);
    button.setOnAction(
        event -> {
          // One of the two is always chosen.
          button.setSelected(true);
          model.show(scope);
        });
  }

  private ScrollPane figures() {
    HBox charts = new HBox(24, rates.card(), latencies.card());
    charts.getChildren().forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
    // The second has the longer heading.
    rates.card().setPrefWidth(RATES_WIDTH);
    latencies.card().setPrefWidth(LATENCIES_WIDTH);
    VBox.setVgrow(charts, Priority.ALWAYS);
    VBox content = new VBox(12, charts, tiles);
    content.getStyleClass().add("profile-content");
    ScrollPane scroll = new DirectScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private void show(ProfileView view) {
    all.setSelected(view.scope() == Scope.ALL);
    own.setSelected(view.scope() == Scope.OWN);
    // While no peer runs there is nothing to choose.
    setTop(view.peers() == 0 ? null : head);
    all.setText(view.peers() > 1 ? "All " + view.peers() + " peers here" : "All peers here");
    if (view.meter() == null) {
      nothing.say(ProfileHint.words(view));
      setCenter(nothing);
      return;
    }
    setCenter(figures);
    rates.show(view.points(), view.latest());
    latencies.show(view.points(), view.latest());
    tiles.show(view);
  }
}
