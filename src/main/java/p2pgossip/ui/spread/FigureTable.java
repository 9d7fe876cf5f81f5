package p2pgossip.ui.spread;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import p2pgossip.network.SpreadFigures;
import p2pgossip.ui.graph.RolePalette;
import p2pgossip.ui.scroll.DirectScrollPane;

/// The figures of several spreads: a column for each. Where they do not all fit they are scrolled.
final class FigureTable extends DirectScrollPane {

  private static final double COLUMN = 68;

  /// @param figures of the spread
  record Column(String name, SeriesLook look, SpreadFigures figures) {}

  private final GridPane grid = new GridPane();
  private final List<Label> heads = new ArrayList<>();
  private final Map<SpreadFigure, List<Label>> cells = new EnumMap<>(SpreadFigure.class);
  private List<SeriesLook> looks = List.of();
  private RolePalette palette = RolePalette.LIGHT;

  FigureTable() {
    super();
    getStyleClass().add("figure-table");
    grid.setHgap(10);
    grid.setVgap(5);
    // Room for the bar by which it is scrolled.
    grid.setPadding(new Insets(0, 0, 14, 0));
    setContent(grid);
    setVbarPolicy(ScrollBarPolicy.NEVER);
    setMinWidth(0);
    setFocusTraversable(false);
  }

  void show(List<Column> columns, RolePalette newPalette) {
    List<SeriesLook> wanted = columns.stream().map(Column::look).toList();
    if (!wanted.equals(looks) || newPalette != palette) {
      looks = wanted;
      palette = newPalette;
      build();
    }
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      heads.get(i).setText(column.name());
      for (SpreadFigure figure : SpreadFigure.values()) {
        String text = figure.of(column.figures());
        Label cell = Objects.requireNonNull(cells.get(figure)).get(i);
        if (!text.equals(cell.getText())) {
          cell.setText(text);
          cell.setAccessibleText(
              column.name() + ", " + figure.words() + ": " + text + ". " + figure.definition());
        }
      }
    }
  }

  private void build() {
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    heads.clear();
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    grid.getColumnConstraints().add(names);
    for (SeriesLook look : looks) {
      ColumnConstraints column = new ColumnConstraints(COLUMN);
      column.setHalignment(HPos.RIGHT);
      grid.getColumnConstraints().add(column);
      Label head = new Label();
      head.setTextOverrun(OverrunStyle.ELLIPSIS);
      head.setMaxWidth(COLUMN);
      HoverText.on(head, () -> Objects.requireNonNullElse(head.getText(), ""));
      heads.add(head);
      VBox box = new VBox(look.swatch(palette), head);
      box.setFillWidth(false);
      box.getStyleClass().add("figure-head");
      grid.add(box, heads.size(), 0);
    }
    int row = 0;
    for (SpreadFigure figure : SpreadFigure.values()) {
      row++;
      Label name = new Label(figure.words());
      name.getStyleClass().addAll(Styles.TEXT_MUTED, "figure-name");
      HoverText.on(name, figure::definition);
      grid.add(name, 0, row);
      List<Label> values = new ArrayList<>();
      for (int i = 0; i < looks.size(); i++) {
        Label value = new Label();
        HoverText.on(value, figure::definition);
        values.add(value);
        grid.add(value, i + 1, row);
      }
      cells.put(figure, values);
    }
  }
}
