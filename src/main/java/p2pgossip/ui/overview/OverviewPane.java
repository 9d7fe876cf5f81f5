package p2pgossip.ui.overview;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Spread;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.draw.Drawable;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.draw.TextWidths;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.hearing.HearingColor;
import p2pgossip.ui.hearing.HearingScale;
import p2pgossip.ui.hint.TitledCard;
import p2pgossip.ui.legend.DrawnLegend;
import p2pgossip.ui.print.InPictures;
import p2pgossip.ui.print.Sight;
import p2pgossip.ui.theme.RolePalette;
import p2pgossip.ui.theme.StyleSheets;

/// Who has heard the chosen rumour: one cell for each peer, in the order of the addresses, in the
/// colours of the graph. It has room for many thousands of peers. A pure view; FX thread only.
///
/// A card describes the peer under the pointer, and a click selects it. Keys: the arrows, Home and
/// End move from cell to cell, Enter or Space selects.
public final class OverviewPane extends Region implements Drawable {

  public static final Sight SIGHT =
      new Sight(
          "overview", "the overview", "Show who has heard a rumour first, under Overview.", true);

  private static final double HEAD_GAP = 6;

  private final Consumer<@Nullable PeerAddress> select;
  private final Canvas canvas = new Canvas();
  private final Label figure = new Label();
  private final DrawnLegend legend = new DrawnLegend(List.of());
  private final FlowPane head = new FlowPane(16, 2, figure, legend);
  private final EmptyState hint = new EmptyState(Feather.GRID);
  private final Rectangle frame = new Rectangle();
  private final TitledCard card = new TitledCard("cell-card");

  /// Shows that the pane has the focus. The cells cover the pane's own background.
  private final Region ring = new Region();

  private final TextWidths widths = new TextWidths(CellPainter.FONT);
  private OverviewView view = OverviewView.EMPTY;
  private RolePalette palette = RolePalette.LIGHT;
  private Set<PeerAddress> selected = Set.of();
  private final HearingScale.Maker scales = new HearingScale.Maker();
  private @Nullable Cells cells;
  private @Nullable Placing placing;
  private @Nullable PeerAddress pointed;
  private double labelWidth;

  /// @param select is told which peer the user selects; null if none any more
  public OverviewPane(Consumer<@Nullable PeerAddress> select) {
    super();
    this.select = select;
    getStyleClass().add("overview-pane");
    getStylesheets().add(StyleSheets.of(OverviewPane.class, "overview.css"));
    canvas.setManaged(false);
    head.getStyleClass().add("overview-head");
    figure.setId("overview-figure");
    figure.maxWidthProperty().bind(widthProperty().subtract(2 * Placing.MARGIN));
    frame.getStyleClass().add("cell-pointed");
    frame.setManaged(false);
    frame.setMouseTransparent(true);
    hint.setMouseTransparent(true);
    ring.getStyleClass().add("focus-ring");
    ring.setMouseTransparent(true);
    InPictures.leaveOut(ring, frame, card.card());
    getChildren().addAll(canvas, head, hint, frame, card.card(), ring);
    setMinSize(300, 140);
    setFocusTraversable(true);
    setAccessibleHelp("The arrows move from peer to peer; Enter selects.");
    new OverviewInput(this);
    hint.say(EmptyOverviewHint.words(view));
    describe();
  }

  /// Shows this from now on; drawn with the next frame.
  public void show(OverviewView newView) {
    boolean same = newView.isSameAs(view);
    view = newView;
    if (same) {
      return;
    }
    Spread spread = newView.spread();
    if (spread == null) {
      cells = null;
      hint.say(EmptyOverviewHint.words(newView));
    } else {
      cells =
          Cells.of(
              spread, scales.of(spread, HearingColor.TIME), newView.picture(), newView.faults());
      labelWidth = widths.of(cells.longestLabel());
      figure.setText(CellWords.figure(spread));
      // Here the words, and in the layout the pictures, once it is known how large the cells are.
      legend.explain(OverviewLegend.entries(cells, CellGrid.LARGEST));
    }
    requestLayout();
  }

  /// Frames the cells of these peers.
  public void showSelected(Set<PeerAddress> peers) {
    selected = Set.copyOf(peers);
    requestLayout();
  }

  /// The node that shows this; null while it shows nothing, or if it is not in this pane.
  public @Nullable Parent shown(Sight sight) {
    return sight.equals(SIGHT) && cells != null ? this : null;
  }

  public void setDark(boolean dark) {
    palette = RolePalette.of(dark);
    legend.setPalette(palette);
    requestLayout();
  }

  void pointAt(double x, double y) {
    Placing shown = placing;
    point(shown == null ? -1 : shown.grid().at(x, y));
  }

  void pointAtNone() {
    point(-1);
  }

  void pointAtFirst() {
    point(0);
  }

  void pointAtLast() {
    point(cells == null ? -1 : cells.all().size() - 1);
  }

  /// Moves from the cell that is pointed at, else from the selected one, else to the first.
  void movePointer(int right, int down) {
    if (cells == null || placing == null) {
      return;
    }
    PeerAddress chosen = selected.stream().findFirst().orElse(null);
    int from = cells.indexOf(pointed != null ? pointed : chosen);
    point(from < 0 ? 0 : placing.grid().moved(from, right, down));
  }

  private void point(int index) {
    pointed = cells == null || index < 0 ? null : cells.all().get(index).peer();
    showPointed();
  }

  void selectAt(double x, double y) {
    if (cells != null && placing != null) {
      int index = placing.grid().at(x, y);
      select.accept(index < 0 ? null : cells.all().get(index).peer());
    }
  }

  /// @return whether there is one
  boolean selectPointed() {
    if (pointed != null) {
      select.accept(pointed);
    }
    return pointed != null;
  }

  /// Where the cells are on the screen; null while there are none.
  @Nullable Placing placing() {
    return placing;
  }

  @Nullable Cells cells() {
    return cells;
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    Cells drawn = cells;
    head.setVisible(drawn != null);
    hint.setVisible(drawn == null);
    canvas.setWidth(width);
    canvas.setHeight(height);
    hint.resizeRelocate(0, 0, width, height);
    ring.resizeRelocate(0, 0, width, height);
    CellPainter painter = new CellPainter(new CanvasDrawing(canvas), palette);
    painter.clear(width, height);
    if (drawn == null) {
      placing = null;
    } else {
      legend.setPrefWrapLength(Math.max(1, width - 2 * Placing.MARGIN));
      double high = head.prefHeight(width);
      head.resizeRelocate(0, 0, width, high);
      Placing next = Placing.of(drawn.all().size(), labelWidth, high + HEAD_GAP, width, height);
      placing = next;
      legend.explain(OverviewLegend.entries(drawn, next.grid().side()));
      draw(painter, drawn, next);
    }
    showPointed();
  }

  private void draw(CellPainter painter, Cells drawn, Placing placed) {
    painter.draw(drawn, placed);
    for (PeerAddress peer : selected) {
      int index = drawn.indexOf(peer);
      if (index >= 0) {
        painter.select(placed.grid(), index);
      }
    }
  }

  /// Brings frame, card and words in step with what is shown.
  private void showPointed() {
    int index = cells == null ? -1 : cells.indexOf(pointed);
    boolean some = cells != null && placing != null && index >= 0;
    frame.setVisible(some);
    card.card().setVisible(false);
    if (cells != null && placing != null && index >= 0) {
      CellGrid grid = placing.grid();
      Cell cell = cells.all().get(index);
      double half = grid.side() / 2.0;
      frame.setX(grid.x(index) - 1);
      frame.setY(grid.y(index) - 1);
      frame.setWidth(grid.side() + 2);
      frame.setHeight(grid.side() + 2);
      card.say(cells.labels().whole(cell.peer()), CellWords.details(cells, cell));
      card.card()
          .showBeside(grid.x(index) + half, grid.y(index) + half, half, getWidth(), getHeight());
    }
    describe();
  }

  private void describe() {
    int index = cells == null ? -1 : cells.indexOf(pointed);
    setAccessibleText(
        CellWords.of(cells, cells == null || index < 0 ? null : cells.all().get(index)));
  }

  @Override
  public @Nullable Sketch sketch() {
    Cells drawn = cells;
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (drawn == null || placing == null) {
      return null;
    }
    return OverviewSketch.of(drawn, labelWidth, width, height);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 480;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 360;
  }
}
