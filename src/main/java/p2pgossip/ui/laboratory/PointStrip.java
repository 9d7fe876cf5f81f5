package p2pgossip.ui.laboratory;

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
import p2pgossip.laboratory.PointRun;
import p2pgossip.laboratory.SweepWords;
import p2pgossip.sweep.Experiment;
import p2pgossip.ui.form.NumberField;
import p2pgossip.ui.hint.Hint;

/// Opens one of the runs of the point that is selected. FX thread only.
final class PointStrip extends HBox {

  private static final String ADVICE = "Click a point to open one of its runs.";
  private static final double NUMBER_WIDTH = 100;

  private final Label words = RunForm.muted(ADVICE);
  private final Label where = new Label();
  private final NumberField repetition =
      new NumberField("sweep-repetition", "Repetition", 1, 1, 1, NUMBER_WIDTH);
  private final Button open = new Button("Open run", new FontIcon(Feather.EXTERNAL_LINK));
  private final Button peers = new Button("As peers");
  private final Hint openHint = Hint.on(open, "");
  private final Hint peersHint = Hint.on(peers, "");
  private final RunOpener opener;
  private @Nullable Experiment experiment;
  private int point = -1;

  PointStrip(RunOpener opener) {
    super(10);
    this.opener = opener;
    where.setId("sweep-point");
    where.getStyleClass().add("chart-title");
    words.setId("sweep-point-words");
    words.setMinHeight(USE_PREF_SIZE);
    open.setId("sweep-open-run");
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(_ -> open());
    peers.setId("sweep-open-peers");
    peers.setMinWidth(USE_PREF_SIZE);
    peers.setOnAction(_ -> openAsPeers());
    peers.managedProperty().bind(peers.visibleProperty());
    repetition.valueProperty().subscribe(_ -> tell());
    VBox text = new VBox(2, where, words);
    text.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(text, repetition, open, peers);
    setAlignment(Pos.BOTTOM_LEFT);
    getStyleClass().add("sweep-strip");
    show(null, -1);
  }

  /// Shows a point; negative for none.
  void show(@Nullable Experiment newExperiment, int newPoint) {
    boolean another = newPoint != point || !Objects.equals(newExperiment, experiment);
    experiment = newExperiment;
    point = newPoint;
    boolean none = newExperiment == null || newPoint < 0;
    repetition.setVisible(!none);
    open.setVisible(!none);
    peers.setVisible(false);
    where.setManaged(!none);
    if (newExperiment == null || none) {
      where.setText("");
      words.setText(ADVICE);
      return;
    }
    where.setText(SweepWords.point(newExperiment, newPoint));
    if (another) {
      repetition.setRange(1, newExperiment.repeats().most(), 1, 1);
    }
    tell();
  }

  private void tell() {
    Experiment shown = experiment;
    if (shown == null || point < 0) {
      return;
    }
    PointRun run = PointRun.of(shown, point, repetition.value() - 1);
    PointRun asPeers = PointRun.asPeers(shown, point, repetition.value() - 1);
    words.setText(run.words());
    openHint.say(run.words());
    open.setDisable(run instanceof PointRun.Nothing);
    peers.setVisible(run instanceof PointRun.Field);
    peers.setDisable(asPeers instanceof PointRun.Nothing);
    peersHint.say(asPeers.words());
    if (asPeers instanceof PointRun.Nothing) {
      words.setText(run.words() + " " + asPeers.words());
    }
  }

  /// Opens the run that is chosen, if one is.
  void open() {
    if (experiment != null && point >= 0) {
      opener.open(PointRun.of(experiment, point, repetition.value() - 1));
    }
  }

  private void openAsPeers() {
    if (experiment != null && point >= 0) {
      opener.open(PointRun.asPeers(experiment, point, repetition.value() - 1));
    }
  }
}
