package p2pgossip.ui.graph;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Observation;
import p2pgossip.network.Role;
import p2pgossip.network.Spread;
import p2pgossip.ui.beat.Beat;
import p2pgossip.ui.command.Command;
import p2pgossip.ui.command.CommandGroup;
import p2pgossip.ui.command.KeyText;
import p2pgossip.ui.draw.Drawable;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.graph.input.GraphActions;
import p2pgossip.ui.graph.input.GraphPointer;
import p2pgossip.ui.graph.input.Lasso;
import p2pgossip.ui.graph.input.NoActions;
import p2pgossip.ui.graph.input.PeerSelection;
import p2pgossip.ui.graph.input.PeerSteps;
import p2pgossip.ui.graph.live.LiveGraph;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.hearing.HearingColor;
import p2pgossip.ui.print.InPictures;
import p2pgossip.ui.print.Sight;
import p2pgossip.ui.theme.RolePalette;
import p2pgossip.ui.theme.StyleSheets;

/// The live graph of the network, with its legend, its zoom buttons, and a hint while it is empty.
/// FX thread only.
///
/// Keys: Tab and Shift+Tab go through the peers. The arrows go to the next peer in that direction;
/// they move the view while none is selected, and always with Shift. Space keeps the selected peer
/// in the selection when it moves on. Ctrl+A selects all. Enter does what a double click does. The
/// context-menu key opens the menu. Escape ends the selection. Plus, minus and 0 zoom in, out and
/// to the whole graph.
///
/// Pointer: Shift and a click adds a peer to the selection or removes it; Shift and a drag draws a
/// lasso.
public final class GraphPane extends StackPane implements AutoCloseable, Drawable {

  private static final PseudoClass AROUND_PEER = PseudoClass.getPseudoClass("around-peer");
  public static final Sight SIGHT = new Sight("graph", "the graph", "There is no graph yet.", true);

  /// What the keys do to it, wherever the focus is.
  public static final CommandGroup<GraphPane> COMMANDS =
      new CommandGroup<>(
          "Graph",
          List.of(
              new Command<>("Shortcut+G", "Go to the graph", GraphPane::requestFocus),
              new Command<>("Shortcut+Plus", "Zoom in", GraphPane::zoomIn)
                  .alsoBy("Shortcut+Equals", "Shortcut+Add"),
              new Command<>("Shortcut+Minus", "Zoom out", GraphPane::zoomOut)
                  .alsoBy("Shortcut+Subtract"),
              new Command<>("Shortcut+0", "Show the whole graph", GraphPane::fit)
                  .alsoBy("Shortcut+Numpad 0")));

  private static final double ZOOM_STEP = 1.35;

  private final LiveGraph graph;
  private final PeerMenuOpener menus;
  private final ObjectProperty<HearingColor> coloring =
      new SimpleObjectProperty<>(this, "coloring", HearingColor.TIME);
  private final BooleanProperty sized = new SimpleBooleanProperty(this, "sized", false);
  private final GraphLegend legend = new GraphLegend(coloring, sized);
  private final LowerCorners corners;
  private final Lasso lasso = new Lasso();
  private final EmptyState hint = new EmptyState(Feather.SHARE_2);
  private final PointerCommands pointer;
  private final PeerSelection selection = new PeerSelection(this);
  private final BooleanProperty animated = new SimpleBooleanProperty(this, "animated", true);
  private final BooleanProperty labels = new SimpleBooleanProperty(this, "labels", true);
  private GraphActions actions = new NoActions();
  private RolePalette palette = RolePalette.LIGHT;

  /// @param random places new peers; nothing else depends on it
  /// @param beat the beat in which messages move
  public GraphPane(RandomGenerator random, Beat beat) {
    super();
    graph = new LiveGraph(random, beat);
    menus = new PeerMenuOpener(this, graph);
    ZoomButtons buttons = new ZoomButtons(this::zoomIn, this::zoomOut, this::fit);
    corners = new LowerCorners(this, graph, legend, buttons);
    PeerCard card = new PeerCard();
    pointer = new PointerCommands(this, graph, card);
    Pane over = new Pane(lasso, card.card());
    over.setMouseTransparent(true);
    // A node of its own, because the graph covers the pane's background and border.
    Region ring = new Region();
    ring.getStyleClass().add("focus-ring");
    ring.setMouseTransparent(true);
    InPictures.leaveOut(buttons, over, ring);
    hint.getStyleClass().add("empty-graph");
    hint.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    hint.setMouseTransparent(true);
    hint.say(EmptyGraphHint.words(false, false));
    getChildren().addAll(graph, hint, legend, buttons, over, ring);
    getStyleClass().add("graph-pane");
    getStylesheets().add(StyleSheets.of(GraphPane.class, "graph.css"));
    setMinSize(120, 120);
    setFocusTraversable(true);
    setAccessibleHelp(
        "Tab goes through the peers, Enter connects to the selected one or sends it a message, the"
            + " context-menu key says what else can be done. Space adds the selected peer to those"
            + " that stay selected, "
            + KeyText.of("Shortcut+A")
            + " selects all.");
    listen();
    setDark(false);
    showState();
  }

  private void listen() {
    new GraphPointer(graph, lasso, pointer).listen();
    new GraphKeys(this, graph).listen();
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    setOnContextMenuRequested(menus::open);
    selection.all().addListener((SetChangeListener<PeerAddress>) change -> selectionChanged());
    selection.firstProperty().addListener(change -> selectionChanged());
    sized.addListener(change -> graph.setSized(sized.get()));
    coloring.addListener(
        change -> {
          graph.setColoring(coloring.get());
          showState();
        });
    animated.addListener(change -> graph.setAnimated(animated.get()));
    labels.addListener(
        change -> {
          graph.painter().setLabels(labels.get());
          graph.repaint();
        });
  }

  /// Shows this network from now on. Only the differences are applied, so nothing jumps, and it
  /// costs little if nothing has changed. A picture without a node of the role [Role#SELF] belongs
  /// to no peer.
  public void show(NetworkPicture picture) {
    switch (graph.show(picture)) {
      case NOTHING -> {}
      case LOOKS -> showState();
      case STRUCTURE -> {
        selection.retain(picture.nodes().keySet());
        pointer.check();
        showState();
      }
    }
  }

  /// Shows messages on their way. A message sets off, goes on to its target once it is answered, or
  /// turns into a cross if it fails. A copy of a rumour is a square: its target lights up if it is
  /// news, else the square fades. A question for rumours is a small hollow dot.
  ///
  /// Cheap at hundreds a second: from 200 messages on, only every third new one is shown, and never
  /// more than 400. Of several that reach one peer at about the same time with the same outcome,
  /// one is shown. Messages of peers that the graph does not have are left out.
  ///
  /// @param passed what has happened, in order
  /// @param watched the peers that report what they do themselves
  public void showPassed(List<Observation> passed, Set<PeerAddress> watched) {
    graph.showPassed(passed, watched);
  }

  /// How fast messages move: at 1 each takes half a second, at 0.1 ten times as long. Kept between
  /// 0.02 and 10.
  ///
  /// @throws IllegalArgumentException unless it is a number above 0
  public void setTravelPace(double pace) {
    graph.setPace(pace);
  }

  /// Shows how far this rumour has spread, from now on. Peers that have heard it are filled, with a
  /// colour as [#coloringProperty] says; the others are hollow. The origin has a star, and the tree
  /// of the first copies stands before the links. Peers that are not in the picture are left out.
  /// Null shows the network alone.
  ///
  /// Costs little if nothing has changed. A peer is filled at once, even while the copy that
  /// reached it still moves on the screen, so that the graph always agrees with the figures.
  public void showSpread(@Nullable Spread spread) {
    graph.showSpread(spread);
    showState();
  }

  /// The peers that are filled, because they have heard the rumour.
  public Set<PeerAddress> filledPeers() {
    return graph.network().peers().stream()
        .filter(PeerNode::isFilled)
        .map(PeerNode::address)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What the colours of a spread mean. The user changes it in the legend.
  public ObjectProperty<HearingColor> coloringProperty() {
    return coloring;
  }

  /// Whether the size of a peer says how many copies of the rumour it has sent. The user switches
  /// it in the legend; off at first.
  public BooleanProperty sizedProperty() {
    return sized;
  }

  /// Marks the peers that speak only the original protocol.
  public void showOriginals(Set<PeerAddress> originals) {
    graph.showOriginals(originals);
    showState();
  }

  /// What the graph shows of a peer beside its role, one sentence each: whether it speaks only the
  /// original protocol, whether and how it has heard the rumour, and its faults.
  public List<String> news(PeerAddress peer) {
    return GraphWords.news(graph, peer);
  }

  /// Marks exactly these faults from now on.
  public void showFaults(List<Fault<PeerAddress>> faults) {
    graph.showFaults(faults);
    showState();
  }

  /// The selected peer, or null. May be set to any peer; one that the graph does not have shows no
  /// ring. A peer that is not in [#selectedPeers] begins a new selection; null ends the selection.
  public ObjectProperty<@Nullable PeerAddress> selectedProperty() {
    return selection.firstProperty();
  }

  /// All selected peers: that of [#selectedProperty] and those that are kept. Read-only.
  public ObservableSet<PeerAddress> selectedPeers() {
    return selection.all();
  }

  /// Selects all peers of the picture.
  public void selectAll() {
    selection.addAll(graph.network().picture().nodes().keySet().stream().sorted().toList());
  }

  /// Lights up these peers from now on, and no others: a wide halo round each. None in an empty
  /// set.
  public void light(Set<PeerAddress> peers) {
    graph.painter().setLit(peers);
    graph.repaint();
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

  /// Zooms round the middle; a factor above 1 makes things larger.
  public void zoom(double factor) {
    graph.zoom(factor, getWidth() / 2, getHeight() / 2);
  }

  /// Moves the view by this many pixels to the right and down.
  public void pan(double pixelsX, double pixelsY) {
    graph.pan(pixelsX, pixelsY);
  }

  /// Shows the whole graph, and keeps it in view until the user zooms or moves the view.
  public void fit() {
    graph.fit();
  }

  public void setDark(boolean dark) {
    palette = RolePalette.of(dark);
    setStyle(palette.css());
    graph.setPalette(palette);
    legend.setPalette(palette);
    lasso.setColor(palette.accent());
  }

  /// Keeps it sharp where it is shown this many times as large.
  public void setMagnification(double magnification) {
    graph.setMagnification(magnification);
  }

  /// Whether things move. False, for a user who wants reduced motion, puts peers and the view in
  /// place at once, and messages stand still on their links.
  public BooleanProperty animatedProperty() {
    return animated;
  }

  /// Whether anybody can see the graph. While nobody can, as in a minimized window, no message sets
  /// off; everything else is kept up to date.
  public void setSeen(boolean seen) {
    graph.setSeen(seen);
  }

  /// Whether peers are labelled.
  public BooleanProperty labelsProperty() {
    return labels;
  }

  @Override
  public @Nullable Sketch sketch() {
    return graph.network().peers().isEmpty() ? null : GraphSketch.of(graph);
  }

  public GraphLegend legend() {
    return legend;
  }

  /// How many frames of the graph have been drawn so far. Frames of messages alone don't count.
  public long framesDrawn() {
    return graph.frames();
  }

  /// Whether anything in the graph moves at present.
  public boolean isMoving() {
    return graph.isMoving();
  }

  /// Ends the layout's thread; idempotent. The last picture stays.
  @Override
  public void close() {
    menus.close();
    graph.close();
  }

  PeerSelection selection() {
    return selection;
  }

  RolePalette palette() {
    return palette;
  }

  void closeMenu() {
    menus.close();
  }

  GraphActions actions() {
    return actions;
  }

  /// What Space does.
  void keepSelected() {
    selection.keep();
    showState();
  }

  /// What a double click or Enter does.
  void act(PeerAddress peer) {
    PeerNode node = graph.network().peer(peer);
    if (node != null && node.role() != Role.SELF && !actions.isPast()) {
      if (node.role() == Role.CONNECTED) {
        actions.send(peer);
      } else {
        actions.connect(peer);
      }
    }
  }

  /// Where the peers are on the screen.
  public List<PeerSteps.PeerPoint> spots() {
    return PeerSteps.points(graph.network().peers(), graph.projection());
  }

  private void selectionChanged() {
    graph.painter().setSelected(selection.first(), selection.all());
    graph.repaint();
    showState();
  }

  private void showState() {
    int count = graph.network().picture().nodes().size();
    hint.setVisible(count <= 1);
    hint.say(EmptyGraphHint.words(count == 1, actions.isPast()));
    // The words leave the middle to the peer.
    hint.showIcon(count != 1);
    hint.pseudoClassStateChanged(AROUND_PEER, count == 1);
    corners.explain();
    setAccessibleText(GraphWords.summary(graph, selection));
  }
}
