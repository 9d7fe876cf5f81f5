package p2pgossip.ui.faults;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.fault.Fault;
import p2pgossip.fault.FaultWords;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.faultlook.Offer;
import p2pgossip.ui.faultlook.Target;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.theme.StyleSheets;

/// Begins faults for the peers that are selected in the graph, and lists the faults in force. A
/// pure view of a [FaultsView]. FX thread only.
public final class FaultsPane extends HBox {

  /// From this width on, sliders stand in two columns.
  private static final double WIDE = 520;

  private final FaultActions actions;
  private final Label target = new Label();
  private final Label hint = new Label();
  private final HBox fates =
      row(
          button("Kill", Feather.ZAP, "End at once, without a goodbye", this::kill),
          button("Leave", Feather.LOG_OUT, "Say goodbye and end", this::leave),
          button("Restart", Feather.REFRESH_CW, "End and start again", this::restart));

  /// A button, and its hint, for each fault that is begun by one.
  private record Presser(Offer.Press offer, Button button, Hint hint) {}

  private final List<Presser> pressers = new ArrayList<>();
  private final GridPane sliders = new GridPane(16, 8);
  private final VBox list = new VBox(2);
  private final Button endAll = button("End all", Feather.X_CIRCLE, "End all faults", this::endAll);
  private final Button revive =
      button(
          "Start all", Feather.REFRESH_CW, "Start all peers again that have ended", this::revive);
  private FaultsView shown = FaultsView.NOTHING;

  public FaultsPane(FaultActions actions) {
    super(24);
    this.actions = actions;
    getStyleClass().add("faults-pane");
    getStylesheets().add(StyleSheets.of(FaultsPane.class, "faults.css"));
    VBox making = making();
    ScrollPane scroll = new DirectScrollPane(making);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setPrefWidth(580);
    scroll.setMinWidth(280);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    VBox inForce = inForce();
    HBox.setHgrow(inForce, Priority.ALWAYS);
    inForce.setPrefWidth(320);
    inForce.setMinWidth(200);
    getChildren().addAll(scroll, inForce);
    show(FaultsView.NOTHING);
  }

  public void show(FaultsView view) {
    shown = view;
    target.setText(targetInWords());
    hint.setText(hintInWords());
    fates.setDisable(!view.choseMembers());
    Target onto = target();
    for (Presser presser : pressers) {
      Offer.Press offer = presser.offer();
      boolean allowed = offer.ownPeersOnly() ? view.choseHere() : view.touchesHere();
      presser.button().setDisable(!allowed || !offer.fits(onto));
      presser.hint().say(offer.hint().apply(onto));
    }
    sliders.setDisable(!view.touchesHere());
    endAll.setDisable(view.inForce().isEmpty() || !view.live());
    revive.setVisible(!view.ended().isEmpty());
    revive.setManaged(revive.isVisible());
    list.getChildren().setAll(view.inForce().stream().map(this::row).toList());
    view.ended().forEach(peer -> list.getChildren().add(row(peer)));
    if (list.getChildren().isEmpty()) {
      Label nothing = new Label("No faults. Those that you begin are listed here.");
      nothing.getStyleClass().add(Styles.TEXT_MUTED);
      nothing.setWrapText(true);
      list.getChildren().setAll(nothing);
    }
  }

  private VBox making() {
    target.setId("faults-target");
    target.getStyleClass().add("faults-target");
    target.setWrapText(true);
    hint.setId("faults-hint");
    hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    hint.setWrapText(true);
    FlowPane buttons = new FlowPane(6, 6, fates);
    for (FaultLook look : FaultLook.values()) {
      for (Offer offer : look.offers()) {
        switch (offer) {
          case Offer.Press press -> buttons.getChildren().add(presser(press));
          case Offer.Slide slide -> sliders.getChildren().add(slider(slide));
        }
      }
    }
    sliders.getChildren().forEach(each -> GridPane.setHgrow(each, Priority.ALWAYS));
    VBox making = new VBox(8, target, hint, buttons, sliders);
    making.getStyleClass().add("faults-making");
    making.setMinWidth(0);
    making.widthProperty().subscribe(width -> arrange(width.doubleValue() >= WIDE));
    return making;
  }

  private void arrange(boolean wide) {
    int columns = wide ? 2 : 1;
    int place = 0;
    for (Node slider : sliders.getChildren()) {
      GridPane.setConstraints(slider, place % columns, place / columns);
      place++;
    }
  }

  private VBox inForce() {
    Label heading = new Label("In force");
    heading.getStyleClass().add("section-heading");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox top = new HBox(8, heading, gap, revive, endAll);
    top.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new DirectScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return new VBox(6, top, scroll);
  }

  private Node row(Fault<PeerAddress> fault) {
    Button end = iconButton(Feather.X, "End this", "End: " + words(fault));
    end.setDisable(!shown.live());
    end.setOnAction(event -> actions.end(fault));
    return row(words(fault), FaultLook.of(fault).icon(), end);
  }

  /// As a heading has them, with a capital letter.
  private String words(Fault<PeerAddress> fault) {
    String words = FaultWords.of(fault, this::called);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private Node row(PeerAddress ended) {
    String who = called(ended);
    Button again = iconButton(Feather.REFRESH_CW, "Start it again", "Start " + who + " again");
    again.setOnAction(event -> actions.restart(Set.of(ended)));
    return row(who + " has ended", Feather.POWER, again);
  }

  private static HBox row(String text, Ikon icon, Button button) {
    Label words = new Label(text, new FontIcon(icon));
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(6, words, button);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("fault-row");
    return row;
  }

  private static HBox row(Button... buttons) {
    return new HBox(6, buttons);
  }

  private static Button iconButton(Ikon icon, String tooltip, String words) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    Hint.on(button, tooltip);
    button.setAccessibleText(words);
    return button;
  }

  private String targetInWords() {
    List<PeerAddress> chosen = shown.chosen();
    return switch (chosen.size()) {
      case 0 -> "Everywhere";
      case 1 -> "All that " + called(chosen.getFirst()) + " sends or is sent";
      case 2 -> "Between " + called(chosen.get(0)) + " and " + called(chosen.get(1));
      default -> "All that " + chosen.size() + " selected peers send or are sent";
    };
  }

  private String called(PeerAddress peer) {
    return shown.names().called(peer);
  }

  private String hintInWords() {
    if (!shown.live()) {
      return "These were in force at the moment that is shown. Only the present can be changed.";
    }
    if (shown.chosen().isEmpty()) {
      return "Select peers in the graph (Shift+click or Shift+drag for several) to limit a fault to"
          + " them.";
    }
    if (!shown.touchesHere()) {
      return "Faults act only on peers of this program, and none of these is one.";
    }
    if (!shown.choseHere()) {
      return "Some of these run elsewhere. They can't be killed, restarted or frozen from here.";
    }
    if (!shown.choseMembers()) {
      return "Only peers of the swarm can be killed, sent away or restarted from here.";
    }
    return "Press Escape in the graph to clear the selection.";
  }

  private Target target() {
    return new Target(
        shown.chosen(),
        shown.all().stream()
            .filter(peer -> !shown.chosen().contains(peer))
            .collect(Collectors.toSet()));
  }

  private void kill() {
    actions.kill(Set.copyOf(shown.chosen()));
  }

  private void leave() {
    actions.leave(Set.copyOf(shown.chosen()));
  }

  private void restart() {
    actions.restart(Set.copyOf(shown.chosen()));
  }

  private void revive() {
    actions.restart(Set.copyOf(shown.ended()));
  }

  private void endAll() {
    actions.endAll();
  }

  private Button presser(Offer.Press offer) {
    Button button =
        button(offer.label(), offer.icon(), () -> offer.faults(target()).forEach(actions::begin));
    pressers.add(new Presser(offer, button, Hint.on(button, offer.hint().apply(target()))));
    return button;
  }

  private HBox slider(Offer.Slide offer) {
    Label words = new Label(offer.label());
    words.setMinWidth(Region.USE_PREF_SIZE);
    Slider slider = new Slider(0, offer.most(), offer.first());
    slider.setId(id(offer.label()));
    slider.setAccessibleText(offer.label());
    slider.setMinWidth(50);
    slider.setPrefWidth(100);
    HBox.setHgrow(slider, Priority.ALWAYS);
    Label figure = new Label();
    figure.setMinWidth(64);
    figure.setAlignment(Pos.CENTER_RIGHT);
    slider
        .valueProperty()
        .subscribe(
            at -> figure.setText(String.format(Locale.UK, offer.format(), at.doubleValue())));
    Button begin = new Button("Begin");
    begin.setId(slider.getId() + "-begin");
    begin.getStyleClass().add(Styles.SMALL);
    begin.setMinWidth(Region.USE_PREF_SIZE);
    begin.setAccessibleText("Begin: " + offer.label());
    begin.setOnAction(_ -> actions.begin(offer.fault(target(), slider.getValue())));
    HBox row = new HBox(6, words, slider, figure, begin);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static String id(String label) {
    return "faults-" + label.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static Button button(String text, Ikon icon, String tooltip, Runnable action) {
    Button button = button(text, icon, action);
    Hint.on(button, tooltip);
    return button;
  }

  private static Button button(String text, Ikon icon, Runnable action) {
    Button button = new Button(text, new FontIcon(icon));
    button.setId(id(text));
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
