package p2pgossip.ui.tuning;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Tuning;
import p2pgossip.ui.dialog.Dialogue;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.TuningOfAll;
import p2pgossip.ui.model.TuningViewModel;
import p2pgossip.ui.theme.StyleSheets;

/// Changes all peers that allow it at once, for example when a teacher sets the period of the whole
/// class. FX thread only.
public final class TuningDialog {

  private static final double WIDTH = 420;

  private final Stage stage;
  private final TuningViewModel model;
  private final TuningDraft draft = new TuningDraft();
  private final Map<TuningPart, CheckBox> chosen = new EnumMap<>(TuningPart.class);
  private final CheckBox own = new CheckBox("This peer, too");
  private final Label reach = new Label();
  private final Label outcome = new Label();
  private final Button change = new Button("Change all", new FontIcon(Feather.CHECK));

  /// @param settings that the dialogue begins with
  /// @param changeOwn told what to change in the window's own peer, if the user wants that
  public TuningDialog(
      Stage owner, TuningViewModel model, PeerSettings settings, Consumer<Tuning> changeOwn) {
    this.model = model;
    draft.begin(settings);
    model.dismissAll();
    reach.setId("tune-all-reach");
    reach.setWrapText(true);
    outcome.setId("tune-all-outcome");
    outcome.setWrapText(true);
    outcome.getStyleClass().add("tuning-outcome");
    outcome.setMinHeight(Region.USE_PREF_SIZE);
    own.setId("tune-own");
    change.setId("tune-all");
    change.setDefaultButton(true);
    Hint.on(change, "Change those that allow it (Enter)");
    change.setOnAction(event -> give(changeOwn));
    for (var part : draft.parts()) {
      part.addListener(it -> showReady());
    }
    own.selectedProperty().subscribe(it -> showReady());
    VBox root = new VBox(16, reach, choices(), own, outcome, buttons());
    root.setPrefWidth(WIDTH);
    root.getStyleClass().addAll("peer-window", "tuning-dialog");
    root.getStylesheets().add(StyleSheets.of(TuningDialog.class, "tuning.css"));
    stage = Dialogue.over(owner, "change all peers", root);
    Subscription told = model.allProperty().subscribe(this::tell);
    stage.setOnHidden(event -> told.unsubscribe());
    showReady();
  }

  public void show() {
    stage.show();
  }

  private Node choices() {
    TuningControls controls = new TuningControls(draft, "all-");
    GridPane grid = new GridPane(12, 14);
    for (TuningPart part : TuningPart.values()) {
      CheckBox box = new CheckBox();
      box.setId("all-choose-" + part.name().toLowerCase(Locale.ROOT));
      box.setAccessibleText("Change " + name(part));
      box.setSelected(part == TuningPart.PERIOD);
      Hint.on(box, "Whether " + name(part) + " is changed");
      Node control = controls.part(part);
      GridPane.setHgrow(control, Priority.ALWAYS);
      control.disableProperty().bind(box.selectedProperty().not());
      box.selectedProperty().subscribe(it -> showReady());
      chosen.put(part, box);
      grid.addRow(grid.getRowCount(), box, control);
    }
    return grid;
  }

  private static String name(TuningPart part) {
    return switch (part) {
      case PERIOD -> "the period";
      case TEXT -> "the message";
      case UPDATE -> "Update";
      case PAUSED -> "the pause";
      case SPREADING -> "how rumours are spread";
    };
  }

  private HBox buttons() {
    Button close = new Button("Close");
    close.setCancelButton(true);
    close.setOnAction(event -> stage.close());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(8, gap, close, change);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Set<TuningPart> parts() {
    Set<TuningPart> parts = EnumSet.noneOf(TuningPart.class);
    chosen.forEach(
        (part, box) -> {
          if (box.isSelected()) {
            parts.add(part);
          }
        });
    return parts;
  }

  private void give(Consumer<Tuning> changeOwn) {
    draft
        .only(parts())
        .ifPresent(
            tuning -> {
              if (own.isSelected()) {
                changeOwn.accept(tuning);
              }
              model.changeAll(tuning);
            });
  }

  private void showReady() {
    int allowing = model.tunable().size();
    reach.setText(reach(allowing, model.known()));
    TuningOfAll now = model.allProperty().get();
    boolean busy = now != null && !now.isOver();
    boolean somebody = allowing > 0 || own.isSelected();
    change.setDisable(busy || !somebody || draft.only(parts()).isEmpty());
  }

  private static String reach(int allowing, int known) {
    if (known == 0) {
      return "No other peer is known yet: connect to some first.";
    }
    String share =
        "%s of the %s known %s can be changed from here"
            .formatted(allowing, known, known == 1 ? "peer" : "peers");
    return allowing == known
        ? share + "."
        : share + "; the others once “Let others tune this peer” is on there.";
  }

  private void tell(@Nullable TuningOfAll all) {
    outcome.setText(all == null ? "" : all.inWords());
    boolean said = all != null && !all.asked().isEmpty();
    outcome.setVisible(said);
    outcome.setManaged(said);
    boolean failed = all != null && !all.failed().isEmpty();
    outcome.pseudoClassStateChanged(Styles.STATE_DANGER, failed);
    outcome.pseudoClassStateChanged(
        Styles.STATE_SUCCESS, said && !failed && all != null && all.isOver());
    showReady();
    stage.sizeToScene();
  }
}
