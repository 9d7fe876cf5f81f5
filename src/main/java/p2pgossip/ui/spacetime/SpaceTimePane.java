package p2pgossip.ui.spacetime;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.ui.chart.MomentMarks;
import p2pgossip.ui.chart.SpreadMoments;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.draw.Drawable;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.legend.DrawnLegend;
import p2pgossip.ui.print.InPictures;
import p2pgossip.ui.print.Sight;
import p2pgossip.ui.spacetime.Viewfinder.Mode;
import p2pgossip.ui.theme.RolePalette;
import p2pgossip.ui.theme.StyleSheets;

/// The space-time diagram of a rumour: a line for each peer, time to the right, an arrow for each
/// copy from its sender to its receiver (Lamport 1978, "Time, clocks, and the ordering of events in
/// a distributed system"). Copies that were news stand out; those that were lost are cut short. A
/// pure view; FX thread only.
///
/// The wheel zooms in time, with Ctrl in lines; dragging moves the picture; a click selects a copy,
/// or a peer by its label. Keys: plus and minus zoom, the arrows to the left and right and the page
/// keys move, 0 shows all, F goes with the time, the arrows up and down go through the copies in
/// the order in which they were sent, Escape takes the selection back.
public final class SpaceTimePane extends Region implements Drawable {

  public static final Sight SIGHT =
      new Sight(
          "space-time",
          "the space-time diagram",
          "Show the diagram of a rumour first, under Space-time.",
          true);

  private static final double ZOOM_STEP = 1.5;

  private static final double ABOVE = 20;
  private static final double BELOW = 26;
  private static final double ASIDE = 12;
  private static final double LABEL_GAP = 14;

  private final Canvas canvas = new Canvas();
  private final DiagramPainter painter = new DiagramPainter(new CanvasDrawing(canvas));
  private final DiagramTools tools;
  private final ViewButtons buttons;
  private final EmptyState hint = new EmptyState(Feather.TRENDING_UP);
  private final TripLine halo = new TripLine("trip-halo");
  private final Pointing pointing = new Pointing();
  private final MomentMarks marks = new MomentMarks(0, MomentMarks.Lines.UP);
  private final SpreadMoments moments = new SpreadMoments(true);
  private final Pane lines = new Pane(halo, pointing.line());
  private final Rectangle clip = new Rectangle();

  /// Shows that the pane has the focus. The diagram covers the pane's own background.
  private final Region ring = new Region();

  private final Text measured = new Text();
  private final Viewfinder viewfinder = new Viewfinder();
  private final ObjectProperty<@Nullable CopyTrip> selectedTrip =
      new SimpleObjectProperty<>(this, "selectedTrip", null);
  private final ObjectProperty<@Nullable PeerAddress> selectedPeer =
      new SimpleObjectProperty<>(this, "selectedPeer", null);
  private PeerOrder order = PeerOrder.FIRST_HEARD;
  private @Nullable SpaceTimeView view;
  private @Nullable Diagram diagram;
  private @Nullable Geometry geometry;
  private double labelWidth;

  public SpaceTimePane() {
    super();
    getStyleClass().add("space-time-pane");
    getStylesheets().add(StyleSheets.of(SpaceTimePane.class, "spacetime.css"));
    buttons = new ViewButtons(this::zoomIn, this::zoomOut, this::showAll, this::toggleFollow);
    tools = new DiagramTools(this::setOrder, buttons);
    measured.setFont(Font.font(DiagramPainter.FONT_SIZE));
    canvas.setManaged(false);
    lines.setManaged(false);
    lines.setMouseTransparent(true);
    lines.setClip(clip);
    ring.getStyleClass().add("focus-ring");
    ring.setMouseTransparent(true);
    marks.setManaged(false);
    InPictures.leaveOut(ring, pointing.card(), pointing.line());
    getChildren().addAll(canvas, lines, marks, tools, hint, pointing.card(), ring);
    setMinSize(200, 140);
    setFocusTraversable(true);
    setAccessibleHelp(
        "The arrows up and down go through the copies, those to the left and right move in time;"
            + " plus and minus zoom, 0 shows all.");
    new DiagramInput(this);
    selectedTrip.subscribe(_ -> reveal());
    selectedPeer.subscribe(_ -> requestLayout());
    setDark(false);
    hint.setMouseTransparent(true);
    show(SpaceTimeView.empty(Instant.EPOCH));
  }

  /// Shows this from now on; drawn with the next frame. A spread that is the same object as before
  /// is not laid out again.
  @SuppressWarnings("ReferenceEquality")
  public void show(SpaceTimeView newView) {
    SpaceTimeView before = view;
    view = newView;
    painter.setLive(newView.live());
    MeasuredSpread measured = newView.measured();
    if (measured == null) {
      diagram = null;
      selectedTrip.set(null);
    } else {
      if (before == null
          || before.spread() == null
          || !before.spread().rumor().id().equals(measured.spread().rumor().id())) {
        viewfinder.startAnew();
      }
      boolean same =
          diagram != null
              && before != null
              && measured.spread() == before.spread()
              && newView.isOfSamePeersAs(before);
      if (same && measured.spread().trips().stream().noneMatch(trip -> trip.ended() == null)) {
        diagram = diagram == null ? null : diagram.at(measured, newView.now());
      } else {
        layOut(measured, newView);
      }
    }
    aim();
    keepSelection();
    hint.say(EmptyDiagramHint.words(newView));
    describe();
    requestLayout();
  }

  /// The node that shows this; null while it shows nothing, or if it is not in this pane.
  public @Nullable Parent shown(Sight sight) {
    return sight.equals(SIGHT) && diagram != null ? this : null;
  }

  /// @param seek is told which marked moment the user wants to see
  public void setSeek(Consumer<Instant> seek) {
    marks.setSeek(seek);
  }

  /// The selected copy, or null. Setting it brings the copy into view. The value changes when more
  /// becomes known of the copy, and becomes null if the spread shown does not have it.
  public ObjectProperty<@Nullable CopyTrip> selectedTripProperty() {
    return selectedTrip;
  }

  /// The peer whose line is marked, or null. May be set.
  public ObjectProperty<@Nullable PeerAddress> selectedPeerProperty() {
    return selectedPeer;
  }

  public void setDark(boolean dark) {
    RolePalette palette = RolePalette.of(dark);
    painter.setPalette(palette);
    tools.legend().setPalette(palette);
    requestLayout();
  }

  public void zoomIn() {
    zoomTimes(ZOOM_STEP, middle());
  }

  public void zoomOut() {
    zoomTimes(1 / ZOOM_STEP, middle());
  }

  /// Shows all of it, and keeps doing so until the user zooms or moves the picture.
  public void showAll() {
    viewfinder.showAll();
    requestLayout();
  }

  /// Keeps now in view, or stops doing so.
  public void toggleFollow() {
    viewfinder.follow(viewfinder.mode() != Mode.FOLLOW);
    requestLayout();
  }

  void zoomTimes(double factor, double x) {
    if (geometry != null) {
      viewfinder.zoomTimes(factor, geometry.seconds(x));
      requestLayout();
    }
  }

  void zoomRows(double factor, double y) {
    if (geometry != null) {
      viewfinder.zoomRows(factor, geometry.row(y));
      requestLayout();
    }
  }

  void panPixels(double right, double down) {
    if (geometry != null) {
      viewfinder.pan(
          right / (geometry.right() - geometry.left()) * geometry.times().length(),
          down / geometry.rowHeight());
      requestLayout();
    }
  }

  void pointAt(double x, double y) {
    pointing.moveTo(x, y);
    pointing.update(diagram, geometry, getWidth(), getHeight());
  }

  void selectAt(double x, double y) {
    if (diagram != null && geometry != null) {
      if (x < geometry.left()) {
        PeerAddress peer = diagram.peerAt(geometry, y);
        selectedPeer.set(Objects.equals(peer, selectedPeer.get()) ? null : peer);
      } else {
        Arrow arrow = Pointing.arrowAt(diagram, geometry, x, y);
        selectedTrip.set(arrow == null ? null : arrow.trip());
      }
    }
  }

  /// Moves to the copy that was sent next, or to the one before.
  void selectNext(int step) {
    List<Arrow> arrows = diagram == null ? List.of() : diagram.arrows();
    if (!arrows.isEmpty()) {
      Arrow current = diagram == null ? null : diagram.arrow(selectedTrip.get());
      int index = current == null ? (step > 0 ? -1 : 0) : arrows.indexOf(current);
      selectedTrip.set(arrows.get(Math.floorMod(index + step, arrows.size())).trip());
    }
  }

  boolean clearSelection() {
    boolean any = selectedTrip.get() != null || selectedPeer.get() != null;
    selectedTrip.set(null);
    selectedPeer.set(null);
    return any;
  }

  /// Where an arrow is on the screen; null while nothing is drawn.
  @Nullable Geometry geometry() {
    return geometry;
  }

  @Nullable Diagram diagram() {
    return diagram;
  }

  Mode mode() {
    return viewfinder.mode();
  }

  private double middle() {
    return geometry == null ? 0 : (geometry.left() + geometry.right()) / 2;
  }

  private void setOrder(PeerOrder newOrder) {
    order = newOrder;
    MeasuredSpread measured = view == null ? null : view.measured();
    if (measured != null && view != null) {
      layOut(measured, view);
      aim();
      requestLayout();
    }
  }

  private void layOut(MeasuredSpread progress, SpaceTimeView newView) {
    Lanes lanes = Lanes.of(progress.spread(), newView.peers(), order, newView.names());
    diagram = Diagram.of(progress, lanes, newView.now(), selectedPeer.get());
    measured.setText(lanes.longestLabel());
    labelWidth = Math.ceil(measured.getLayoutBounds().getWidth()) + LABEL_GAP;
  }

  private void aim() {
    if (diagram != null) {
      viewfinder.set(diagram.whole(), diagram.last(), diagram.now(), diagram.lanes().count());
    }
  }

  /// The same copy, with what is known of it now.
  private void keepSelection() {
    Arrow arrow = diagram == null ? null : diagram.arrow(selectedTrip.get());
    selectedTrip.set(arrow == null ? null : arrow.trip());
  }

  private void reveal() {
    Arrow arrow = diagram == null ? null : diagram.arrow(selectedTrip.get());
    if (arrow != null) {
      viewfinder.reveal(
          arrow.start(),
          arrow.end(),
          Math.min(arrow.from(), arrow.to()),
          Math.max(arrow.from(), arrow.to()));
    }
    describe();
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    boolean some = diagram != null;
    tools.setVisible(some);
    marks.setVisible(some);
    hint.setVisible(!some);
    canvas.setWidth(width);
    canvas.setHeight(height);
    hint.resizeRelocate(0, 0, width, height);
    ring.resizeRelocate(0, 0, width, height);
    tools.fitInto(width, height);
    double head = tools.prefHeight(width);
    tools.resizeRelocate(0, 0, width, head);
    if (diagram == null) {
      geometry = null;
      painter.clear(width, height);
    } else {
      draw(diagram.marking(selectedPeer.get()), width, height, head);
    }
    pointing.update(diagram, geometry, width, height);
  }

  private void draw(Diagram drawn, double width, double height, double head) {
    double left = labelWidth;
    double right = Math.max(left + 1, width - ASIDE);
    double top = head + ABOVE;
    double bottom = Math.max(top + 1, height - BELOW);
    geometry = new Geometry(viewfinder.times(), viewfinder.rows(), left, top, right, bottom);
    painter.draw(drawn, geometry, width, height);
    clip.setX(left);
    clip.setY(top);
    clip.setWidth(right - left);
    clip.setHeight(bottom - top);
    marks.resizeRelocate(left, top, right - left, bottom - top + MomentMarks.HEIGHT);
    if (view != null) {
      marks.show(
          moments.of(view.measured(), view.marks()),
          viewfinder.times().from(),
          viewfinder.times().from() + viewfinder.times().length());
    }
    buttons.setFollowing(viewfinder.mode() == Mode.FOLLOW);
    halo.show(drawn.arrow(selectedTrip.get()), geometry);
  }

  @Override
  public @Nullable Sketch sketch() {
    Diagram drawn = diagram;
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (drawn == null || geometry == null) {
      return null;
    }
    boolean live = view != null && view.live();
    double top = DrawnLegend.heightOf(DiagramLegend.ENTRIES, width) + ABOVE;
    double bottom = Math.max(top + 1, height - BELOW);
    Geometry alone =
        new Geometry(
            geometry.times(), geometry.rows(), geometry.left(), top, geometry.right(), bottom);
    return new Sketch(
        "Space-time diagram",
        TripWords.of(drawn, null),
        width,
        height,
        drawing -> {
          DiagramPainter alike = new DiagramPainter(drawing);
          alike.setLive(live);
          alike.draw(drawn, alone, width, height);
          DrawnLegend.draw(DiagramLegend.ENTRIES, drawing, width);
        });
  }

  private void describe() {
    setAccessibleText(TripWords.of(diagram, selectedTrip.get()));
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
