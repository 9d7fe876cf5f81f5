package p2pgossip.ui.spread;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.RumorSummary;

/// The rumours to choose from. The arrow keys go through them and choose, Space compares.
///
/// Its items are ids, so that a rumour that has spread further is still the same item: only the
/// cells in view read their numbers again.
final class RumorList extends ListView<RumorId> {

  static final double ROW_HEIGHT = 62;

  private final List<RumorCell> cells = new ArrayList<>();
  private final Map<RumorId, RumorSummary> summaries = new HashMap<>();
  private final Set<RumorId> shown = new HashSet<>();
  private @Nullable SpreadActions actions;
  private @Nullable RumorId chosen;
  private Instant now = Instant.EPOCH;
  private boolean full;
  private boolean showing;

  RumorList() {
    super();
    getStyleClass().add("rumor-list");
    setId("rumors");
    setAccessibleText("Rumours, the newest first");
    setFixedCellSize(ROW_HEIGHT);
    setCellFactory(_ -> new RumorCell(this));
    setMinWidth(0);
    getSelectionModel().selectedItemProperty().subscribe(this::chooseSelected);
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> selectChosen());
  }

  void setActions(SpreadActions actions) {
    this.actions = actions;
  }

  void show(SpreadView view) {
    showing = true;
    now = view.now();
    chosen = view.chosen();
    shown.clear();
    view.shown().forEach(it -> shown.add(it.measured().spread().key()));
    full = view.shown().size() >= SpreadView.MOST_SHOWN;
    summaries.clear();
    view.rumors().forEach(summary -> summaries.put(summary.key(), summary));
    List<RumorId> ids = view.rumors().stream().map(summary -> summary.key()).toList();
    if (!getItems().equals(ids)) {
      getItems().setAll(ids);
    }
    selectChosen();
    cells.forEach(RumorCell::refresh);
    showing = false;
  }

  void adopt(RumorCell cell) {
    cells.add(cell);
  }

  @Nullable RumorSummary summary(RumorId id) {
    return summaries.get(id);
  }

  boolean isChosen(RumorId id) {
    return id.equals(chosen);
  }

  boolean isShown(RumorId id) {
    return shown.contains(id);
  }

  /// Whether no further spread can be added to the charts.
  boolean isFull() {
    return full;
  }

  Instant now() {
    return now;
  }

  void compare(RumorId id, boolean wanted) {
    if (actions != null) {
      actions.compare(id, wanted);
    }
  }

  /// The row that is marked is the one that the window is about.
  private void selectChosen() {
    boolean before = showing;
    showing = true;
    if (chosen == null) {
      getSelectionModel().clearSelection();
    } else if (!Objects.equals(getSelectionModel().getSelectedItem(), chosen)) {
      getSelectionModel().select(chosen);
    }
    showing = before;
  }

  private void chooseSelected(@Nullable RumorId selected) {
    if (!showing && selected != null && !selected.equals(chosen) && actions != null) {
      actions.choose(selected);
    }
  }

  private void press(KeyEvent event) {
    RumorId focused = getFocusModel().getFocusedItem();
    if (event.getCode() == KeyCode.SPACE && focused != null) {
      if (!isChosen(focused) && (isShown(focused) || !full)) {
        compare(focused, !isShown(focused));
      }
      event.consume();
    }
  }
}
