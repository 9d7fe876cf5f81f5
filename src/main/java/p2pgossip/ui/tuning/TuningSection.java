package p2pgossip.ui.tuning;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.command.WindowCommands;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.ForeignSettings;
import p2pgossip.ui.model.ForeignSettings.Stage;
import p2pgossip.ui.model.TuningViewModel;

/// The settings of the selected peer, if it lets others change them. Takes no room otherwise.
public final class TuningSection extends VBox {

  private final TuningViewModel model;
  private final TuningDraft draft = new TuningDraft();
  private final VBox controls = new VBox(10);
  private final Label outcome = new Label();
  private final Button change = new Button("Change", new FontIcon(Feather.CHECK));
  private @Nullable PeerAddress shown;
  private boolean furnished;

  /// @param changeAll asks what to change in all peers
  public TuningSection(TuningViewModel model, Runnable changeAll) {
    super(10);
    this.model = model;
    getStyleClass().add("tuning-section");
    setId("tuning");
    Label heading = new Label("Its settings");
    heading.getStyleClass().add("section-heading");
    heading.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    Button again = new Button(null, new FontIcon(Feather.REFRESH_CW));
    again.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    again.setId("tuning-again");
    again.setAccessibleText("Ask again");
    Hint.on(again, "Ask it again how it is set");
    again.setOnAction(event -> model.askAgain());
    HBox head = new HBox(8, heading, again);
    head.setAlignment(Pos.CENTER_LEFT);
    outcome.setId("tuning-outcome");
    outcome.setWrapText(true);
    outcome.getStyleClass().addAll(Styles.TEXT_SMALL, "tuning-outcome");
    outcome.managedProperty().bind(outcome.visibleProperty());
    change.setId("tuning-change");
    change.setMaxWidth(Double.MAX_VALUE);
    Hint.on(change, "Set it as it stands here");
    change.setOnAction(event -> draft.difference().ifPresent(model::change));
    for (var part : draft.parts()) {
      part.addListener(it -> showReady());
    }
    Button all = new Button("Change all …", new FontIcon(Feather.SLIDERS));
    all.setId("tuning-all");
    all.setMaxWidth(Double.MAX_VALUE);
    Hint.on(all, WindowCommands.TUNE_ALL.hint("Change all peers that allow it at once"));
    all.setOnAction(event -> changeAll.run());
    getChildren().addAll(head, controls, outcome, change, all);
    managedProperty().bind(visibleProperty());
    model.selectedProperty().subscribe(this::show);
  }

  private void showReady() {
    ForeignSettings now = model.selectedProperty().get();
    boolean ready = now.settings() != null && now.stage() != Stage.CHANGING;
    boolean differs = draft.difference().filter(it -> !it.isEmpty()).isPresent();
    change.setDisable(!ready || !differs);
  }

  private void show(ForeignSettings settings) {
    setVisible(settings.peer() != null);
    if (settings.peer() == null) {
      shown = null;
      return;
    }
    if (!furnished) {
      furnished = true;
      furnish();
    }
    boolean known = settings.settings() != null;
    controls.setVisible(known);
    controls.setManaged(known);
    if (settings.settings() != null) {
      if (Objects.equals(shown, settings.peer())) {
        draft.show(settings.settings());
      } else {
        draft.begin(settings.settings());
        shown = settings.peer();
      }
    }
    outcome.setText(settings.stage() == Stage.ASKING ? "Asking …" : settings.words());
    outcome.setVisible(!outcome.getText().isEmpty());
    outcome.pseudoClassStateChanged(Styles.STATE_DANGER, settings.stage() == Stage.FAILED);
    outcome.pseudoClassStateChanged(Styles.STATE_SUCCESS, settings.stage() == Stage.CHANGED);
    showReady();
  }

  /// Few peers let others change them, so the controls are made only for the first one that does.
  private void furnish() {
    TuningControls made = new TuningControls(draft, "its-");
    for (TuningPart part : TuningPart.values()) {
      controls.getChildren().add(made.part(part));
    }
  }
}
