package p2pgossip.ui.graph;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;

/// The live graph of the network, with its legend, its zoom buttons and what it says when it is
/// empty. FX thread only.
///
/// Keys: Tab and Shift+Tab go through the peers, the arrows go to the next one in that direction
/// (or move the picture while none is selected, and always with Shift), Enter does what a double
/// click does, the context-menu key opens the menu, Escape takes the selection back; plus, minus
/// and 0 zoom in, out and to the whole.
public final class GraphPane extends StackPane implements AutoCloseable {

  private static final double ZOOM_STEP = 1.35;

  private static final double CORNER = 10;

  /// From this width on the legend is open at first.
  private static final double ROOMY = 760;

  private final LiveGraph graph;
  private final PeerMenuOpener menus;
  private final GraphLegend legend = new GraphLegend();
  private final EmptyGraphHint hint = new EmptyGraphHint();
  private final PeerCard card = new PeerCard();
  private final ObjectProperty<@Nullable PeerAddress> selected =
      new SimpleObjectProperty<>(this, "selected", null);
  private final BooleanProperty animated = new SimpleBooleanProperty(this, "animated", true);
  private final BooleanProperty labels = new SimpleBooleanProperty(this, "labels", true);
  private GraphActions actions = new NoActions();
  private RolePalette palette = RolePalette.LIGHT;
  private @Nullable PeerAddress hovered;
  private boolean legendTouched;

  /// @param random places new peers; nothing else depends on it
  /// @param fxThread runs tasks later on the FX thread
  public GraphPane(RandomGenerator random, Executor fxThread) {
    super();
    graph = new LiveGraph(random, fxThread);
    menus = new PeerMenuOpener(this, graph);
    ZoomButtons buttons = new ZoomButtons(this::zoomIn, this::zoomOut, this::fit);
    Pane over = new Pane(card);
    over.setMouseTransparent(true);
    getChildren().addAll(graph, hint, legend, buttons, over);
    setAlignment(legend, Pos.BOTTOM_LEFT);
    setAlignment(buttons, Pos.BOTTOM_RIGHT);
    setMargin(legend, new Insets(CORNER));
    setMargin(buttons, new Insets(CORNER));
    getStyleClass().add("graph-pane");
    getStylesheets()
        .add(
            Objects.requireNonNull(GraphPane.class.getResource("graph.css"), "graph.css")
                .toExternalForm());
    setMinSize(120, 120);
    setFocusTraversable(true);
    setAccessibleHelp(
        "Tab goes through the peers, Enter connects to the selected one or sends it a message, the"
            + " context-menu key says what else can be done.");
    listen();
    setDark(false);
    showState();
  }

  private void listen() {
    graph.view().setMouseManager(new GraphPointer(graph, new PointerListener()));
    graph.view().setShortcutManager(new GraphKeys(this, graph));
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    setOnContextMenuRequested(menus::open);
    selected.addListener(change -> showSelected());
    animated.addListener(change -> graph.setAnimated(animated.get()));
    labels.addListener(
        change -> {
          graph.painter().setLabels(labels.get());
          graph.repaint();
        });
    legend.expandedProperty().addListener(change -> legendTouched = true);
    legend.widthProperty().addListener(change -> keepClearOfLegend());
    widthProperty().addListener(change -> fitLegend());
  }

  /// Shows this network from now on. Applies the differences, so the picture never jumps, and costs
  /// little when nothing changed. Without a node of the role [Role#SELF] the pane is just a
  /// picture.
  public void show(NetworkPicture picture) {
    switch (graph.show(picture)) {
      case NOTHING -> {}
      case LOOKS -> showState();
      case STRUCTURE -> {
        PeerAddress chosen = selected.get();
        if (chosen != null && !graph.isShowing(chosen)) {
          selected.set(null);
        }
        if (hovered != null && !graph.isShowing(hovered)) {
          hover(null);
        }
        showState();
      }
    }
  }

  /// A message sets off.
  ///
  /// @param flight a number of the caller's own, not in use for another message on its way
  public void messageSent(long flight, PeerAddress from, PeerAddress to) {
    graph.messageSent(flight, from, to);
  }

  /// The message has been answered: it goes on to its target.
  public void messageDelivered(long flight) {
    graph.messageDelivered(flight);
  }

  /// The message has failed: it stops on its way and turns into a cross.
  public void messageFailed(long flight) {
    graph.messageFailed(flight);
  }

  /// A copy has come in: it is shown travelling from one to the other.
  public void messageReceived(PeerAddress from, PeerAddress to) {
    graph.messageReceived(from, to);
  }

  /// The selected peer, or null. May be set; a peer that is not in the picture shows no ring.
  public ObjectProperty<@Nullable PeerAddress> selectedProperty() {
    return selected;
  }

  public void setActions(GraphActions actions) {
    this.actions = actions;
  }

  public void zoomIn() {
    zoom(ZOOM_STEP);
  }

  public void zoomOut() {
    zoom(1 / ZOOM_STEP);
  }

  /// Zooms around the middle; a factor above 1 makes things larger.
  public void zoom(double factor) {
    graph.zoom(factor, getWidth() / 2, getHeight() / 2);
  }

  /// Moves the picture by so many pixels, to the right and down.
  public void pan(double pixelsX, double pixelsY) {
    graph.pan(pixelsX, pixelsY);
  }

  /// Shows all of the network, and keeps it in view until the user zooms or moves the picture.
  public void fit() {
    graph.fit();
  }

  public void setDark(boolean dark) {
    palette = RolePalette.of(dark);
    setStyle(palette.css());
    graph.setPalette(palette);
    legend.setPalette(palette);
  }

  /// Whether things move; false respects a wish for reduced motion: peers and the picture are put
  /// in place at once and messages appear without travelling.
  public BooleanProperty animatedProperty() {
    return animated;
  }

  /// Whether peers are labelled.
  public BooleanProperty labelsProperty() {
    return labels;
  }

  public GraphLegend legend() {
    return legend;
  }

  /// How many frames of the graph have been drawn so far; messages do not count.
  public long framesDrawn() {
    return graph.frames();
  }

  /// Whether anything in the picture is moving at present.
  public boolean isMoving() {
    return graph.isMoving();
  }

  /// Ends the layout's thread; idempotent. The last picture stays.
  @Override
  public void close() {
    menus.close();
    graph.close();
  }

  GraphActions actions() {
    return actions;
  }

  /// What a double click or Enter does.
  void act(PeerAddress peer) {
    PeerMark mark = graph.network().peer(peer);
    if (mark != null && mark.role() != Role.SELF) {
      if (mark.role() == Role.CONNECTED) {
        actions.send(peer);
      } else {
        actions.connect(peer);
      }
    }
  }

  /// The peers on the screen.
  List<PeerSteps.Spot> spots() {
    Projection projection = graph.projection();
    return graph.network().peers().stream()
        .map(
            mark ->
                new PeerSteps.Spot(
                    mark.address(), projection.pixelX(mark.x()), projection.pixelY(mark.y())))
        .toList();
  }

  private void fitLegend() {
    if (!legendTouched) {
      legend.expandedProperty().set(getWidth() >= ROOMY);
      legendTouched = false;
    }
    keepClearOfLegend();
  }

  private void keepClearOfLegend() {
    boolean open = legend.expandedProperty().get() && getWidth() >= ROOMY;
    graph.setLeftInset(open ? legend.getWidth() + 3 * CORNER : 0);
  }

  private void showSelected() {
    graph.painter().setSelected(selected.get());
    graph.repaint();
    showState();
  }

  private void showState() {
    int count = graph.network().picture().nodes().size();
    hint.setVisible(count <= 1);
    hint.setAroundPeer(count == 1);
    legend.setVisible(count > 1);
    StringBuilder text = new StringBuilder(120);
    text.append("Network graph, ").append(count).append(count == 1 ? " peer" : " peers");
    PeerAddress chosen = selected.get();
    PeerMark mark = chosen == null ? null : graph.network().peer(chosen);
    if (mark != null) {
      text.append("; selected: ").append(mark.address()).append(". ");
      text.append(RolePalette.meaning(mark.role()));
    }
    setAccessibleText(text.toString());
  }

  private void hover(@Nullable PeerAddress peer) {
    if (Objects.equals(peer, hovered)) {
      return;
    }
    hovered = peer;
    graph.painter().setHovered(peer);
    graph.repaint();
    PeerMark mark = peer == null ? null : graph.network().peer(peer);
    if (mark == null) {
      card.setVisible(false);
      return;
    }
    card.describe(mark, palette, actions.describe(mark.address()));
    Projection projection = graph.projection();
    card.showBeside(
        projection.pixelX(mark.x()),
        projection.pixelY(mark.y()),
        NodeGlyph.radius(mark.role(), projection.glyphs()),
        getWidth(),
        getHeight());
  }

  private final class PointerListener implements GraphPointer.Listener {

    @Override
    public void select(@Nullable PeerAddress peer) {
      menus.close();
      selected.set(peer);
    }

    @Override
    public void act(PeerAddress peer) {
      GraphPane.this.act(peer);
    }

    @Override
    public void hover(@Nullable PeerAddress peer) {
      GraphPane.this.hover(peer);
    }
  }

  /// Before the window has said what can be done.
  private static final class NoActions implements GraphActions {
    @Override
    public void connect(PeerAddress peer) {}

    @Override
    public void disconnect(PeerAddress peer) {}

    @Override
    public void send(PeerAddress peer) {}

    @Override
    public String describe(PeerAddress peer) {
      return "";
    }
  }
}
