package p2pgossip.ui.laboratory;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The figures of a set: a row for each point of each result. FX thread only.
final class CompareTable extends TableView<List<String>> {

  private static final double ROW = 30;
  private static final int MOST_ROWS = 12;

  private final TableColumn<List<String>, String> mean = column("", 3, 250);
  private final TableColumn<List<String>, String> difference = column("", 4, 250);

  CompareTable() {
    super();
    setId("compare-table");
    getStyleClass().add("lab-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setFixedCellSize(ROW);
    setPlaceholder(new Label(""));
    getColumns().add(column("Name", 0, 200));
    getColumns().add(column("Varied", 1, 130));
    getColumns().add(column("Runs", 2, 70));
    getColumns().add(mean);
    getColumns().add(difference);
  }

  private static TableColumn<List<String>, String> column(String title, int place, double width) {
    TableColumn<List<String>, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(place)));
    return column;
  }

  /// @param measure what the means are of
  /// @param less with what the others are compared; empty for nothing
  void show(List<List<String>> rows, String measure, String less) {
    mean.setText(measure + ", 95 % interval");
    difference.setText("Less " + less + ", 95 % interval");
    difference.setVisible(!less.isEmpty());
    getItems().setAll(rows);
    double height = ROW * (Math.clamp(rows.size(), 1, MOST_ROWS) + 1) + 4;
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
  }
}
