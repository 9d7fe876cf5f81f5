package p2pgossip.ui.spread;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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
import p2pgossip.gossip.ShownText;
import p2pgossip.network.Conditions;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.Run;
import p2pgossip.network.SpreadFigures;
import p2pgossip.scenario.ConditionWords;
import p2pgossip.ui.chart.SeriesLook;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.figure.Figure;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.theme.RolePalette;

/// The figures of several spreads, with a column for each. They scroll if they don't all fit.
final class FigureTable extends DirectScrollPane {

  private static final double COLUMN = 68;

  /// Wide enough for a strategy and a small world. A longer name is cut, and its tooltip has all of
  /// it.
  private static final double WIDEST = 140;

  /// @param spread of which the figures are
  record Column(String name, SeriesLook look, MeasuredSpread spread) {

    SpreadFigures figures() {
      return spread.figures();
    }

    private Conditions conditions() {
      return spread.spread().conditions();
    }

    private String under() {
      return ConditionWords.full(conditions(), spread.times());
    }
  }

  /// The conditions under which each was spread.
  private enum Under {
    STRATEGY("Strategy") {
      @Override
      String of(Conditions conditions) {
        return ConditionWords.strategies(conditions);
      }
    },
    NETWORK("Wired as") {
      @Override
      String of(Conditions conditions) {
        Run run = conditions.run();
        return run == null ? "" : ShownText.of(run.topology());
      }
    },
    RUN("Run") {
      @Override
      String of(Conditions conditions) {
        Run run = conditions.run();
        return run == null ? "" : Integer.toString(run.number());
      }
    };

    private final String words;

    Under(String words) {
      this.words = words;
    }

    abstract String of(Conditions conditions);
  }

  private final Map<Under, List<Label>> conditions = new EnumMap<>(Under.class);
  private List<Column> shown = List.of();

  private final GridPane grid = new GridPane();
  private final List<Label> heads = new ArrayList<>();
  private final Map<Figure<SpreadFigures>, List<Label>> cells = new HashMap<>();
  private List<SeriesLook> looks = List.of();
  private RolePalette palette = RolePalette.LIGHT;

  FigureTable() {
    super();
    getStyleClass().add("figure-table");
    grid.setHgap(10);
    grid.setVgap(5);
    // Room for the scroll bar.
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
    shown = columns;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      heads.get(i).setText(column.name());
      for (Under under : Under.values()) {
        String text = under.of(column.conditions());
        Label cell = Objects.requireNonNull(conditions.get(under)).get(i);
        cell.setText(text.isEmpty() ? Wording.NONE : text);
        cell.setAccessibleText(column.name() + ", " + under.words + ": " + cell.getText());
      }
      for (Figure<SpreadFigures> figure : SpreadFigure.ALL) {
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
      ColumnConstraints column = new ColumnConstraints(COLUMN, Region.USE_COMPUTED_SIZE, WIDEST);
      column.setHalignment(HPos.RIGHT);
      grid.getColumnConstraints().add(column);
      Label head = new Label();
      head.setTextOverrun(OverrunStyle.ELLIPSIS);
      head.setMaxWidth(WIDEST);
      int index = heads.size();
      Hint.on(head, () -> shown.get(index).name() + "\n" + shown.get(index).under());
      heads.add(head);
      VBox box = new VBox(look.swatch(palette), head);
      box.setFillWidth(false);
      box.getStyleClass().add("figure-head");
      grid.add(box, heads.size(), 0);
    }
    int row = 0;
    for (Under under : Under.values()) {
      row++;
      grid.add(named(under.words), 0, row);
      List<Label> values = new ArrayList<>();
      for (int i = 0; i < looks.size(); i++) {
        int index = i;
        Label value = new Label();
        GridPane.setFillWidth(value, false);
        value.setMaxWidth(WIDEST);
        Hint.on(value, () -> shown.get(index).under());
        values.add(value);
        grid.add(value, i + 1, row);
      }
      conditions.put(under, values);
    }
    for (Figure<SpreadFigures> figure : SpreadFigure.ALL) {
      row++;
      Label name = named(figure.words());
      Hint.on(name, figure::definition);
      grid.add(name, 0, row);
      List<Label> values = new ArrayList<>();
      for (int i = 0; i < looks.size(); i++) {
        Label value = new Label();
        Hint.on(value, figure::definition);
        values.add(value);
        grid.add(value, i + 1, row);
      }
      cells.put(figure, values);
    }
  }

  private static Label named(String words) {
    Label name = new Label(words);
    name.getStyleClass().addAll(Styles.TEXT_MUTED, "figure-name");
    return name;
  }
}
