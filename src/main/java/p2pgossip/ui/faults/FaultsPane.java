package p2pgossip.ui.faults;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Fault.Path;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.FaultInWords;
import p2pgossip.ui.hint.Hint;

/// Makes things go wrong for the peers that are selected in the graph, and lists what is in force. A
/// pure view of a [FaultsView]. FX thread only.
public final class FaultsPane extends HBox {

  private final FaultActions actions;
  private final Label target = new Label();
  private final Label hint = new Label();
  private final Slider loss = new Slider(0, 100, 20);
  private final Slider delay = new Slider(0, 2_000, 300);
  private final FlowPane fates = new FlowPane(6, 6);
  private final FlowPane paths = new FlowPane(6, 6);
  private final VBox list = new VBox(2);
  private final Button endAll =
      button("End all", Feather.X_CIRCLE, "Let everything go right again");
  private FaultsView shown = FaultsView.NOTHING;

  public FaultsPane(FaultActions actions) {
    super(24);
    this.actions = actions;
    getStyleClass().add("faults-pane");
    getStylesheets()
        .add(
            Objects.requireNonNull(FaultsPane.class.getResource("faults.css"), "faults.css")
                .toExternalForm());
    VBox making = making();
    making.setPrefWidth(430);
    making.setMinWidth(300);
    ScrollPane scroll = new ScrollPane(making);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    VBox inForce = inForce();
    HBox.setHgrow(inForce, Priority.ALWAYS);
    inForce.setPrefWidth(320);
    getChildren().addAll(scroll, inForce);
    show(FaultsView.NOTHING);
  }

  public void show(FaultsView view) {
    shown = view;
    target.setText(targetInWords());
    hint.setText(hintInWords());
    hint.setVisible(!hint.getText().isEmpty());
    hint.setManaged(hint.isVisible());
    fates.setDisable(!view.choseOurs());
    paths.setDisable(!view.chosen().isEmpty() && !view.touchesOurs());
    endAll.setDisable(view.inForce().isEmpty());
    list.getChildren().setAll(view.inForce().stream().map(this::row).toList());
    if (view.inForce().isEmpty()) {
      Label nothing = new Label("All goes right. What you make go wrong stands here.");
      nothing.getStyleClass().add(Styles.TEXT_MUTED);
      nothing.setWrapText(true);
      list.getChildren().setAll(nothing);
    }
  }

  private VBox making() {
    target.getStyleClass().add("faults-target");
    target.setWrapText(true);
    hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    hint.setWrapText(true);
    fates
        .getChildren()
        .addAll(
            button("Kill", Feather.ZAP, "End at once, without a goodbye", this::kill),
            button("Leave", Feather.LOG_OUT, "Say goodbye and end", this::leave),
            button("Restart", Feather.REFRESH_CW, "End and start again", this::restart),
            button("Freeze", Feather.PAUSE_CIRCLE, "Take requests, answer none", this::freeze));
    paths
        .getChildren()
        .addAll(
            button("Block", Feather.SLASH, "Nothing gets through", this::block),
            button(
                "One way",
                Feather.ARROW_RIGHT,
                "Nothing gets from the first to the second",
                this::blockOneWay),
            button(
                "Partition",
                Feather.SCISSORS,
                "Cut the selected off from all others",
                this::partition));
    VBox making =
        new VBox(
            10,
            target,
            hint,
            fates,
            slider("Loss", loss, "%.0f %%", "faults-loss", this::lose),
            slider("Delay", delay, "%.0f ms", "faults-delay", this::postpone),
            paths);
    making.getStyleClass().add("faults-making");
    return making;
  }

  private VBox inForce() {
    Label heading = new Label("In force");
    heading.getStyleClass().add("section-heading");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    endAll.setId("faults-end-all");
    endAll.setOnAction(event -> actions.endAll());
    HBox top = new HBox(8, heading, gap, endAll);
    top.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return new VBox(6, top, scroll);
  }

  private Node row(Fault fault) {
    Label words = new Label(FaultInWords.of(fault), new FontIcon(iconOf(fault)));
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button end = new Button(null, new FontIcon(Feather.X));
    end.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    Hint.on(end, "End this");
    end.setAccessibleText("End: " + FaultInWords.of(fault));
    end.setOnAction(event -> actions.end(fault));
    HBox row = new HBox(6, words, end);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("fault-row");
    return row;
  }

  private static Ikon iconOf(Fault fault) {
    return switch (fault) {
      case Fault.Freeze _ -> Feather.PAUSE_CIRCLE;
      case Fault.Loss _ -> Feather.DROPLET;
      case Fault.Delay _ -> Feather.CLOCK;
      case Fault.Block _ -> Feather.SLASH;
      case Fault.Partition _ -> Feather.SCISSORS;
    };
  }

  private String targetInWords() {
    Set<PeerAddress> chosen = shown.chosen();
    return switch (chosen.size()) {
      case 0 -> "Everywhere";
      case 1, 2 ->
          chosen.stream().sorted().map(PeerAddress::toString).collect(Collectors.joining(" and "));
      default -> chosen.size() + " selected peers";
    };
  }

  private String hintInWords() {
    if (shown.chosen().isEmpty()) {
      return "Select peers in the graph (Shift+click for several, Shift+drag round them) to choose"
          + " what goes wrong for them alone.";
    }
    if (!shown.touchesOurs()) {
      return "Only peers of this program can be made to go wrong; none of these is.";
    }
    if (!shown.choseOurs()) {
      return "Some of these run elsewhere: they can't be killed, restarted or frozen from here.";
    }
    return "";
  }

  /// The way on which the chosen are: a link where there are two, else all that they send and are
  /// sent.
  private Path path() {
    List<PeerAddress> chosen = shown.chosen().stream().sorted().toList();
    return switch (chosen.size()) {
      case 0 -> new Path.Everywhere();
      case 2 -> new Path.Between(chosen.get(0), chosen.get(1));
      default -> new Path.Around(shown.chosen());
    };
  }

  private void kill() {
    actions.kill(shown.chosen());
  }

  private void leave() {
    actions.leave(shown.chosen());
  }

  private void restart() {
    actions.restart(shown.chosen());
  }

  private void freeze() {
    shown.chosen().stream().sorted().forEach(peer -> actions.begin(new Fault.Freeze(peer)));
  }

  private void lose() {
    actions.begin(new Fault.Loss(path(), Math.rint(loss.getValue()) / 100));
  }

  private void postpone() {
    Duration mean = Duration.ofMillis(Math.round(delay.getValue()));
    actions.begin(new Fault.Delay(path(), mean, mean.dividedBy(2)));
  }

  private void block() {
    actions.begin(new Fault.Block(path()));
  }

  private void blockOneWay() {
    List<PeerAddress> chosen = shown.chosen().stream().sorted().toList();
    if (chosen.size() == 2) {
      actions.begin(new Fault.Block(new Path.OneWay(chosen.get(0), chosen.get(1))));
    }
  }

  private void partition() {
    if (!shown.chosen().isEmpty()) {
      Set<PeerAddress> others =
          shown.ours().stream()
              .filter(peer -> !shown.chosen().contains(peer))
              .collect(Collectors.toSet());
      actions.begin(new Fault.Partition(List.of(shown.chosen(), others)));
    }
  }

  private static HBox slider(
      String name, Slider slider, String format, String id, Runnable action) {
    Label words = new Label(name);
    words.setMinWidth(48);
    slider.setId(id);
    slider.setAccessibleText(name);
    HBox.setHgrow(slider, Priority.ALWAYS);
    Label figure = new Label();
    figure.setMinWidth(64);
    figure.setAlignment(Pos.CENTER_RIGHT);
    slider.valueProperty().subscribe(at -> figure.setText(format.formatted(at.doubleValue())));
    Button begin = new Button("Begin");
    begin.setId(id + "-begin");
    begin.getStyleClass().add(Styles.SMALL);
    begin.setOnAction(event -> action.run());
    HBox row = new HBox(8, words, slider, figure, begin);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Button button(String text, Ikon icon, String tooltip, Runnable action) {
    Button button = button(text, icon, tooltip);
    button.setId("faults-" + text.toLowerCase(Locale.ROOT).replace(' ', '-'));
    button.setOnAction(event -> action.run());
    return button;
  }

  private static Button button(String text, Ikon icon, String tooltip) {
    Button button = new Button(text, new FontIcon(icon));
    button.getStyleClass().add(Styles.SMALL);
    Hint.on(button, tooltip);
    return button;
  }
}
