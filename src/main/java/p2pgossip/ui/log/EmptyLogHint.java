package p2pgossip.ui.log;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.lines.LogFilter;
import p2pgossip.ui.lines.LogModel;

/// Says why no line of the log is shown.
final class EmptyLogHint extends StackPane {

  /// The height in pixels from which there is room for the icon.
  private static final double ICON_FROM = 110;

  private final EmptyState state = new EmptyState(Feather.MESSAGE_CIRCLE);
  private final LogModel model;
  private final Button clear = new Button("Clear filter");

  EmptyLogHint(LogModel model) {
    super();
    this.model = model;
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    clear.getStyleClass().addAll(Styles.SMALL, "clear-filter");
    clear.setOnAction(_ -> model.setFilter(LogFilter.ALL));
    clear.managedProperty().bind(clear.visibleProperty());
    state.offer(clear);
    getChildren().add(state);
    model.totalProperty().subscribe(_ -> update());
    model.filterProperty().subscribe(_ -> update());
  }

  void fitInto(double height) {
    state.showIcon(height >= ICON_FROM);
  }

  private void update() {
    boolean filtered = model.totalProperty().get() > 0;
    state.setIcon(filtered ? Feather.FILTER : Feather.MESSAGE_CIRCLE);
    if (filtered) {
      state.say(new EmptyState.Words("", "No line matches the filter."));
    } else {
      state.say(
          new EmptyState.Words("", "Nothing yet. What this peer sends and hears appears here."));
    }
    clear.setVisible(filtered);
  }
}
