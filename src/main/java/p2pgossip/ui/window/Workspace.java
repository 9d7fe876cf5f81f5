package p2pgossip.ui.window;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.LineFormat;
import p2pgossip.network.CopyTrip;
import p2pgossip.ui.beat.Beat;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.graph.input.GraphActions;
import p2pgossip.ui.graph.input.MenuEntry;
import p2pgossip.ui.inspector.InspectorPane;
import p2pgossip.ui.inspector.PeerFacts;
import p2pgossip.ui.log.LogPane;
import p2pgossip.ui.model.Moment;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmViewModel;
import p2pgossip.ui.print.Sight;
import p2pgossip.ui.replay.ReplayBar;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.story.StoryStrip;
import p2pgossip.ui.tuning.TuningSection;
import p2pgossip.ui.window.deck.Deck;
import p2pgossip.ui.window.deck.DeckContext;
import p2pgossip.ui.window.deck.DeckTab;
import p2pgossip.ui.window.deck.DeckTabs;
import p2pgossip.ui.window.deck.LogDeckView;
import p2pgossip.ui.window.deck.PresentedCurve;

/// What a window shows of its peer and of the network: the graph, the views beside it, and the
/// inspector. They meet in the view models. FX thread only.
final class Workspace implements AutoCloseable {

  /// In so little height, the graph needs all that there is.
  private static final double FLAT = 300;

  /// In a window of this width there is room for the inspector.
  private static final double ROOMY = 1_050;

  private final PeerViewModel model;
  private final NetworkViewModel network;
  private final GraphPane graph;
  private final LogPane log;
  private final InspectorPane inspector;
  private final WorkspaceSplit split;
  private final VBox scene;
  private final DeckContext context;
  private final StoryStrip story = new StoryStrip();
  private final ReplayBar replay;
  private final ReplayClock clock;
  private final Deck deck;
  private final Subscription motion;
  private final Subscription introductions;
  private double livePace = 1;

  Workspace(
      PeerViewModel model,
      SwarmViewModel swarm,
      WindowActions actions,
      FileChoice files,
      Executor background,
      Executor fxThread,
      Beat beat,
      RandomGenerator layoutRandom) {
    this.model = model;
    this.network = model.network();
    ZoneId zone = ZoneId.systemDefault();
    PeerFacts facts = new PeerFacts(model, model.steadyClock(), zone);
    graph = new GraphPane(layoutRandom, beat);
    log = new LogPane(model.journal().log(), new LineFormat(zone), files, background, fxThread);
    inspector =
        new InspectorPane(
            model,
            facts,
            graph::news,
            actions::typePassword,
            new TuningSection(model.tuning(), actions::tuneAll));
    replay = new ReplayBar(new ReplayCommands(network));
    clock = new ReplayClock(network);
    FaultCommands faultCommands = new FaultCommands(swarm);
    context =
        new DeckContext(
            model,
            swarm,
            log,
            graph.selectedPeers(),
            graph::light,
            faultCommands,
            actions,
            background,
            fxThread);
    deck = new Deck(context, replay, _ -> viewChanged());
    log.beforeSearch(() -> deck.show(LogDeckView.TAB));
    VBox.setVgrow(graph, Priority.ALWAYS);
    scene = new VBox(graph, story);
    scene.heightProperty().map(height -> isFlat(height.doubleValue())).subscribe(story::setCompact);
    split = new WorkspaceSplit(scene, deck, fxThread);
    introductions =
        swarm
            .stateProperty()
            .subscribe(state -> story.introduce(state == null ? "" : state.description()));
    joinGraph(facts, new PeerMenu(model, swarm, faultCommands, actions));
    joinTime();
    log.selectedPeerProperty().bindBidirectional(model.selectedProperty());
    deck.show(LogDeckView.TAB);
    motion =
        Platform.getPreferences()
            .reducedMotionProperty()
            .subscribe(reduced -> graph.animatedProperty().set(!reduced));
  }

  GraphPane graph() {
    return graph;
  }

  /// Lets the keys act on what it shows.
  ///
  /// @param before makes the graph visible
  /// @param beside makes the graph and what is beside it visible
  void reachBy(Shortcuts shortcuts, Runnable before, Runnable beside) {
    shortcuts.reach(GraphPane.COMMANDS, graph, before);
    shortcuts.reach(ReplayBar.COMMANDS, replay, before);
    shortcuts.reach(DeckTabs.COMMANDS, deck, beside);
    shortcuts.reach(LogPane.COMMANDS, log, beside);
  }

  private static boolean isFlat(double height) {
    return height < FLAT;
  }

  /// The graph and the views beside it.
  SplitPane split() {
    return split.pane();
  }

  /// Gives away the graph and the story, to be shown elsewhere.
  ///
  /// @param magnification how many times as large they are shown there
  Scene lendScene(double magnification) {
    graph.setMagnification(magnification);
    story.setCompact(false);
    return new Scene(graph, story);
  }

  /// The graph, and what is told of it.
  record Scene(Region graph, Region story) {}

  /// Has the graph with the story in its place again.
  void takeSceneBack() {
    graph.setMagnification(1);
    scene.getChildren().setAll(graph, story);
    story.setCompact(isFlat(scene.getHeight()));
  }

  /// The curve of what is compared, for a presentation.
  PresentedCurve presentedCurve() {
    return new PresentedCurve(context);
  }

  /// What a picture is taken of; null while it is not on the screen.
  @Nullable Parent shown(Sight sight) {
    return sight.equals(GraphPane.SIGHT) ? graph : deck.picture(sight);
  }

  /// Shows a view beside the graph.
  void show(DeckTab tab) {
    deck.show(tab);
  }

  /// How fast messages travel while the present is shown; 1 is the usual pace.
  void setTravelPace(double pace) {
    livePace = pace;
    graph.setTravelPace(travelPace(network.view().moment()));
  }

  /// The inspector, which is seen where there is room for it. In a narrow window, and where charts
  /// or lessons stand beside the graph, the room goes to them and not to this peer's own figures,
  /// unless a peer is selected.
  ///
  /// @param width of the window
  /// @param lessons whether lessons are shown
  /// @param covered whether the first page is shown
  ScrollPane details(
      ReadOnlyDoubleProperty width,
      ObservableBooleanValue lessons,
      ObservableBooleanValue covered) {
    ScrollPane details = new DirectScrollPane(inspector);
    details.setFitToWidth(true);
    details.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    details.getStyleClass().addAll("side", "right");
    BooleanBinding roomy =
        width
            .greaterThan(ROOMY)
            .and(besideProperty().not())
            .and(BooleanExpression.booleanExpression(lessons).not());
    details
        .visibleProperty()
        .bind(
            roomy
                .or(model.selectedProperty().isNotNull())
                .and(BooleanExpression.booleanExpression(covered).not()));
    details.prefWidthProperty().bind(Bindings.when(roomy).then(266.0).otherwise(229.0));
    details.managedProperty().bind(details.visibleProperty());
    return details;
  }

  void setDark(boolean dark) {
    graph.setDark(dark);
    inspector.setDark(dark);
    deck.setDark(dark);
  }

  void refresh() {
    inspector.refresh();
    deck.tick();
  }

  /// Whether charts stand beside the graph, so that both have the whole height.
  ReadOnlyBooleanProperty besideProperty() {
    return split.besideProperty();
  }

  private void viewChanged() {
    split.viewChanged();
  }

  private void joinGraph(PeerFacts facts, PeerMenu menu) {
    graph.selectedProperty().bindBidirectional(model.selectedProperty());
    graph.setActions(
        new GraphActions() {
          @Override
          public boolean isPast() {
            return !network.view().isLive();
          }

          @Override
          public void connect(PeerAddress peer) {
            model.connect(peer);
          }

          @Override
          public void disconnect(PeerAddress peer) {
            model.disconnect(peer);
          }

          @Override
          public void send(PeerAddress peer) {
            model.sendNow(peer);
          }

          @Override
          public String describe(PeerAddress peer) {
            return facts.inBrief(peer);
          }

          @Override
          public List<MenuEntry> more(Set<PeerAddress> selection) {
            return menu.entries(selection);
          }
        });
  }

  private void joinTime() {
    network.viewProperty().subscribe(this::showView);
    network.selectedTripProperty().subscribe(this::showTrip);
  }

  private void showView(NetworkView view) {
    replay.show(view.moment(), view.story());
    story.show(view.story(), view.moment().start(), view.now());
    model.journal().log().showUntil(view.isLive() ? null : view.now());
    graph.setTravelPace(travelPace(view.moment()));
    graph.show(view.picture());
    graph.showFaults(view.faults());
    graph.showSpread(view.spread());
    graph.showOriginals(model.originals());
    // The inspector says the same of the inspected peer as the graph.
    inspector.tell();
    graph.showPassed(view.passed(), view.watched());
    deck.showNetwork();
  }

  private double travelPace(Moment moment) {
    return moment.mode() == Moment.Mode.LIVE ? livePace : moment.pace();
  }

  private void showTrip(@Nullable CopyTrip trip) {
    if (trip != null) {
      model.selectedProperty().set(trip.to());
      findInLog(trip);
    }
  }

  /// The log has only what this window's own peer has sent and received.
  private void findInLog(CopyTrip trip) {
    PeerAddress own = model.addressProperty().get();
    Instant ended = trip.ended();
    if (trip.from().equals(own)) {
      log.find(trip.to(), trip.sent());
    } else if (trip.to().equals(own) && ended != null) {
      log.find(trip.from(), ended);
    }
  }

  @Override
  public void close() {
    motion.unsubscribe();
    introductions.unsubscribe();
    clock.close();
    deck.close();
    graph.close();
  }
}
