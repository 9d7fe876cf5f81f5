package p2pgossip.ui.spread;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.Conditions;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.SpreadFigures;
import p2pgossip.scenario.ConditionWords;
import p2pgossip.ui.chart.MomentMarks;
import p2pgossip.ui.chart.PlotCard;
import p2pgossip.ui.chart.SeriesLook;
import p2pgossip.ui.chart.SeriesStyles;
import p2pgossip.ui.chart.SpreadMoments;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.figure.Figure;
import p2pgossip.ui.figure.FigureTiles;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.print.InPictures;
import p2pgossip.ui.print.Sight;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.theme.RolePalette;
import p2pgossip.ui.theme.StyleSheets;

/// How rumours spread: a field to tell a new one, the list of rumours, and the curves and figures
/// of the chosen one, with others laid over it. A pure view: it shows what it is given and asks
/// [SpreadActions] for the rest. FX thread only.
///
/// It fits into any width from 240 pixels on.
public final class SpreadPane extends Region {

  private static final Sight CHARTS =
      new Sight("charts", "the charts", "Show the charts of a rumour first, under Spread.", false);

  /// The width from which the list is beside the charts.
  private static final double SIDE_BY_SIDE = 640;

  private static final double SIDE_WIDTH = 264;

  /// The key of theory's curve, which no spread has.
  private static final String THEORY = "\0theory";

  /// Rows of the list that are in view while it is above the charts.
  private static final double ROWS_ABOVE = 3.4;

  private final TellRow tell = new TellRow();
  private final RumorList list = new RumorList();
  private final EmptyState hint = new EmptyState(Feather.RADIO);
  private final AxisToggle axis = new AxisToggle();
  private final TheoryToggle theory = new TheoryToggle();
  private final Button laboratory =
      new Button("Open in the laboratory", new FontIcon(Feather.GRID));
  private final Map<ChartKind, PlotCard> cards = new LinkedHashMap<>();
  private final FigureTiles<SpreadFigures> tiles = new FigureTiles<>(SpreadFigure.ALL, "figure-");
  private final FigureTable table = new FigureTable();
  private final SpreadLegend legend;
  private final ChartsBox box;
  private final ScrollPane charts;
  private final SeriesStyles styles = new SeriesStyles();
  private SpreadActions actions = new NoActions();
  private RolePalette palette = RolePalette.LIGHT;
  private @Nullable SpreadView view;
  private List<DrawnSpread> drawn = List.of();
  private List<NamedSpread> named = List.of();
  private final SpreadMoments moments = new SpreadMoments(false);

  private @Nullable Figure<SpreadFigures> pointed;
  private Set<PeerAddress> lit = Set.of();

  /// The conditions of a spread that is shown alone.
  private final Label under = new Label();

  public SpreadPane() {
    super();
    getStyleClass().add("spread-pane");
    getStylesheets().add(StyleSheets.of(SpreadPane.class, "spread.css"));
    legend = new SpreadLegend(spread -> actions.remove(spread));
    legend.setMinHeight(USE_PREF_SIZE);
    for (ChartKind kind : ChartKinds.ALL) {
      boolean first = cards.isEmpty();
      PlotCard card =
          new PlotCard(
              kind.id(),
              kind.heading(),
              kind.definition(),
              first ? new Node[] {axis} : new Node[0]);
      if (first) {
        card.setLegend(legend);
      }
      cards.put(kind, card);
    }
    under.getStyleClass().add("spread-conditions");
    under.setWrapText(true);
    under.setMinHeight(USE_PREF_SIZE);
    laboratory.setId("spread-laboratory");
    laboratory.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    laboratory.setMinWidth(USE_PREF_SIZE);
    Hint.on(laboratory, () -> "Open the laboratory with these settings, for a run of any size");
    laboratory.setOnAction(_ -> named.stream().findFirst().ifPresent(actions::openInLaboratory));
    FlowPane tools = new FlowPane(12, 2, theory.box(), laboratory);
    tools.setMinHeight(USE_PREF_SIZE);
    InPictures.leaveOut(tools);
    VBox figures = new VBox(6, under, tools, theory.words(), new StackPane(tiles, table));
    for (Node node : List.of(tiles, table, under)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    table.setVisible(false);
    tiles.onPointed(this::point);
    box = new ChartsBox(figures, cards.values().stream().map(PlotCard::card).toList());
    charts = new DirectScrollPane(box);
    charts.setFitToWidth(true);
    charts.setFitToHeight(true);
    charts.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    charts.getStyleClass().add("charts-scroll");
    getChildren().addAll(tell, list, charts, hint);
    axis.chosen().subscribe(_ -> drawCharts());
    theory.chosen().subscribe(_ -> showAgain());
    setMinSize(240, 160);
    setActions(actions);
  }

  public void setActions(SpreadActions newActions) {
    actions = newActions;
    tell.setActions(newActions);
    list.setActions(newActions);
  }

  private void point(@Nullable Figure<SpreadFigures> figure) {
    pointed = figure;
    light();
  }

  /// Lights up what the figure under the pointer counts, if there is one.
  private void light() {
    Set<PeerAddress> peers =
        pointed == null || named.size() != 1
            ? Set.of()
            : FigurePeers.of(pointed, named.getFirst().measured().spread());
    if (!peers.equals(lit)) {
      lit = peers;
      actions.light(peers);
    }
  }

  /// Lets it show what theory says.
  ///
  /// @param found finds that
  public void setTheories(Theories found) {
    theory.setTheories(found);
  }

  public void setDark(boolean dark) {
    palette = RolePalette.of(dark);
    cards.values().forEach(card -> card.setPalette(palette));
    showAgain();
  }

  private void showAgain() {
    if (view != null) {
      show(view);
    }
  }

  /// Shows this from now on. Cheap if little has changed: a spread that is the same object as
  /// before is not drawn again. So it can be called many times a second.
  public void show(SpreadView newView) {
    boolean rearranged =
        view == null
            || view.rumors().size() != newView.rumors().size()
            || isEmpty(view) != isEmpty(newView);
    view = newView;
    tell.show(newView);
    list.show(newView);
    hint.say(SpreadHint.words(newView));
    boolean some = !isEmpty(newView);
    charts.setVisible(some);
    hint.setVisible(!some);
    list.setVisible(!newView.rumors().isEmpty());
    if (some && compute(newView)) {
      drawCharts();
      showFigures();
    }
    mark(newView);
    light();
    if (rearranged) {
      requestLayout();
    }
  }

  private void mark(SpreadView newView) {
    MeasuredSpread first = named.isEmpty() ? null : named.getFirst().measured();
    List<MomentMarks.Stroke> strokes = moments.of(first, newView.marks());
    cards.values().forEach(card -> card.mark(strokes, moment -> actions.seek(moment)));
  }

  /// All of which a picture can be taken: the charts and figures together, and each chart.
  public static List<Sight> sights() {
    List<Sight> sights = new ArrayList<>();
    sights.add(CHARTS);
    ChartKinds.ALL.forEach(kind -> sights.add(sight(kind)));
    return List.copyOf(sights);
  }

  private static Sight sight(ChartKind kind) {
    return new Sight(kind.id(), "the chart “" + kind.heading() + "”", CHARTS.missing(), true);
  }

  /// The node that shows this; null while it is not shown, or if it is not in this pane.
  public @Nullable Parent shown(Sight sight) {
    if (!charts.isVisible()) {
      return null;
    }
    return sight.equals(CHARTS)
        ? box
        : cards.entrySet().stream()
            .filter(entry -> sight(entry.getKey()).equals(sight))
            .map(entry -> entry.getValue().card())
            .findFirst()
            .orElse(null);
  }

  /// Moves the focus to the field for a new rumour.
  public void focusText() {
    tell.focus();
  }

  private static boolean isEmpty(SpreadView view) {
    return view.shown().isEmpty();
  }

  /// @return whether anything has to be drawn again
  private boolean compute(SpreadView newView) {
    List<String> keys = new ArrayList<>(newView.shown().stream().map(NamedSpread::key).toList());
    if (theory.isOn()) {
      keys.add(THEORY);
    }
    Map<String, SeriesLook> assigned = styles.assign(keys);
    List<DrawnSpread> now = new ArrayList<>();
    List<NamedSpread> shown = new ArrayList<>();
    for (NamedSpread spread : newView.shown()) {
      SeriesLook look = assigned.get(spread.key());
      if (look != null && shown.stream().noneMatch(it -> it.key().equals(spread.key()))) {
        shown.add(spread);
        now.add(DrawnSpread.of(spread.name(), look, spread.measured()));
      }
    }
    legend.show(shown, assigned, palette);
    MeasuredSpread first = shown.isEmpty() ? null : shown.getFirst().measured();
    boolean other = theory.show(first, assigned.get(THEORY), palette, this::showAgain);
    boolean same = now.equals(drawn) && isUnderTheSame(shown) && !other;
    drawn = now;
    named = shown;
    return !same;
  }

  private boolean isUnderTheSame(List<NamedSpread> shown) {
    return conditionsOf(shown).equals(conditionsOf(named));
  }

  private static List<Conditions> conditionsOf(List<NamedSpread> spreads) {
    return spreads.stream().map(it -> it.measured().spread().conditions()).toList();
  }

  private void drawCharts() {
    Against against = axis.chosen().getValue();
    cards.forEach(
        (kind, card) -> {
          List<DrawnSpread> known = drawn.stream().filter(kind::isKnownOf).toList();
          if (known.isEmpty()) {
            card.showNothing(kind.emptyWords());
          } else {
            card.show(kind.of(known, against, theory.curve()), kind.remark(known, against));
          }
        });
  }

  private void showFigures() {
    boolean one = drawn.size() == 1;
    laboratory.setDisable(
        named.isEmpty() || named.getFirst().measured().spread().conditions().settings().isEmpty());
    tiles.setVisible(one);
    table.setVisible(!one);
    box.setFiguresFirst(one);
    if (one) {
      MeasuredSpread only = named.getFirst().measured();
      tiles.show(drawn.getFirst().figures());
      String words = ConditionWords.full(only.spread().conditions(), only.times());
      under.setText(words);
      under.setVisible(!words.isEmpty());
    } else {
      under.setVisible(false);
      List<FigureTable.Column> columns = new ArrayList<>();
      for (int i = 0; i < drawn.size(); i++) {
        DrawnSpread each = drawn.get(i);
        columns.add(new FigureTable.Column(each.name(), each.look(), named.get(i).measured()));
      }
      table.show(columns, palette);
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width >= SIDE_BY_SIDE) {
      double high = tell.prefHeight(SIDE_WIDTH);
      tell.resizeRelocate(0, 0, SIDE_WIDTH, high);
      list.resizeRelocate(0, high, SIDE_WIDTH, Math.max(0, height - high));
      place(charts, SIDE_WIDTH, 0, width, height);
      place(hint, SIDE_WIDTH, 0, width, height);
    } else {
      double high = tell.prefHeight(width);
      tell.resizeRelocate(0, 0, width, high);
      int rumors = view == null ? 0 : view.rumors().size();
      double rows = Math.min(rumors, ROWS_ABOVE) * RumorList.ROW_HEIGHT + 2;
      double listHigh =
          rumors == 0 ? 0 : Math.min(rows, Math.max(RumorList.ROW_HEIGHT, height / 4));
      list.resizeRelocate(0, high, width, listHigh);
      place(charts, 0, high + listHigh, width, height);
      place(hint, 0, high + listHigh, width, height);
    }
  }

  private static void place(Region child, double x, double y, double right, double bottom) {
    child.resizeRelocate(x, y, right - x, Math.max(0, bottom - y));
  }

  @Override
  protected double computePrefWidth(double height) {
    return 320;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 480;
  }

  /// Used until the window has said what can be done.
  private static final class NoActions implements SpreadActions {
    @Override
    public void spread(String text, Start start) {}

    @Override
    public void choose(RumorId rumor) {}

    @Override
    public void compare(RumorId rumor, boolean shown) {}

    @Override
    public void remove(NamedSpread spread) {}

    @Override
    public void seek(Instant moment) {}

    @Override
    public void light(Set<PeerAddress> peers) {}

    @Override
    public void openInLaboratory(NamedSpread spread) {}
  }
}
