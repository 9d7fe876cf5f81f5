package p2pgossip.ui;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javafx.collections.SetChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.journal.LineFormat;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Spread;
import p2pgossip.ui.faults.FaultsPane;
import p2pgossip.ui.faults.FaultsView;
import p2pgossip.ui.graph.GraphActions;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.inspector.InspectorPane;
import p2pgossip.ui.inspector.PeerFacts;
import p2pgossip.ui.log.LogPane;
import p2pgossip.ui.model.Moment;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmViewModel;
import p2pgossip.ui.replay.ReplayActions;
import p2pgossip.ui.replay.ReplayBar;
import p2pgossip.ui.spacetime.SpaceTimePane;
import p2pgossip.ui.spacetime.SpaceTimeView;
import p2pgossip.ui.spread.NamedSpread;
import p2pgossip.ui.spread.SpreadActions;
import p2pgossip.ui.spread.SpreadPane;
import p2pgossip.ui.spread.SpreadView;

/// What a window shows of its peer and of the network: the graph, below it the log, the spread, the
/// diagram or the faults, and the inspector beside. They meet in the view models. FX thread only.
final class Workspace implements AutoCloseable {

  /// How much of the height the graph has above a view that is read line by line.
  private static final double ABOVE_LOG = 0.66;

  /// The same above a view that is a picture itself.
  private static final double ABOVE_CHARTS = 0.46;

  private final PeerViewModel model;
  private final NetworkViewModel network;
  private final SwarmViewModel swarm;
  private final GraphPane graph;
  private final LogPane log;
  private final InspectorPane inspector;
  private final SplitPane split = new SplitPane();
  private final ReplayBar replay;
  private final ReplayClock clock;
  private final Deck deck;
  private final FaultDeeds deeds;
  private @Nullable SpreadPane spread;
  private @Nullable SpaceTimePane spaceTime;
  private @Nullable FaultsPane faults;
  private boolean dark;
  private double livePace = 1;

  Workspace(
      PeerViewModel model,
      SwarmViewModel swarm,
      Executor background,
      Executor fxThread,
      RandomGenerator layoutRandom) {
    this.model = model;
    this.network = model.network();
    this.swarm = swarm;
    ZoneId zone = ZoneId.systemDefault();
    PeerFacts facts = new PeerFacts(model, InstantSource.system(), zone);
    graph = new GraphPane(layoutRandom, fxThread);
    log = new LogPane(model.journal().log(), new LineFormat(zone), background, fxThread);
    inspector = new InspectorPane(model, facts);
    replay = new ReplayBar(new TimeTravel());
    clock = new ReplayClock(network);
    deeds = new FaultDeeds(swarm, graph);
    Map<Deck.View, Supplier<Node>> makers = new EnumMap<>(Deck.View.class);
    makers.put(Deck.View.LOG, () -> log);
    makers.put(Deck.View.SPREAD, this::makeSpread);
    makers.put(Deck.View.SPACE_TIME, this::makeSpaceTime);
    makers.put(Deck.View.FAULTS, this::makeFaults);
    deck = new Deck(makers, replay, this::shown);
    split.setId("graph-and-log");
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().setAll(graph, deck);
    split.setDividerPositions(ABOVE_LOG);
    SplitPane.setResizableWithParent(deck, false);
    joinGraph(facts);
    joinTime();
    log.selectedPeerProperty().bindBidirectional(model.selectedProperty());
  }

  GraphPane graph() {
    return graph;
  }

  LogPane log() {
    return log;
  }

  /// The graph above the rest.
  SplitPane split() {
    return split;
  }

  /// Shows a view below the graph.
  void show(Deck.View view) {
    deck.show(view);
  }

  /// How fast messages travel while the moment that is shown is now; 1 is the usual.
  void setTravelPace(double pace) {
    livePace = pace;
    showMoment(network.momentProperty().get());
  }

  /// Plays where the picture stands, and holds it where it moves.
  void playOrHold() {
    replay.playOrHold();
  }

  /// The inspector.
  ScrollPane details() {
    ScrollPane details = new ScrollPane(inspector);
    details.setFitToWidth(true);
    details.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    details.getStyleClass().addAll("side", "right");
    return details;
  }

  void setDark(boolean newDark) {
    dark = newDark;
    graph.setDark(dark);
    inspector.setDark(dark);
    if (spread != null) {
      spread.setDark(dark);
    }
    if (spaceTime != null) {
      spaceTime.setDark(dark);
    }
  }

  void refresh() {
    inspector.refresh();
  }

  private void shown(Deck.View view) {
    boolean picture = view == Deck.View.SPREAD || view == Deck.View.SPACE_TIME;
    double wanted = picture ? ABOVE_CHARTS : ABOVE_LOG;
    double now = split.getDividerPositions().length == 0 ? 0 : split.getDividerPositions()[0];
    // Where the user has moved it further already, it stays.
    if (picture ? now > wanted : now < wanted) {
      split.setDividerPositions(wanted);
    }
    showNetwork();
  }

  private void joinGraph(PeerFacts facts) {
    graph.selectedProperty().bindBidirectional(model.selectedProperty());
    network.pictureProperty().subscribe(graph::show);
    network.spreadProperty().subscribe(graph::showSpread);
    network.faultsProperty().subscribe(graph::showFaults);
    Traffic traffic = new Traffic(network, graph);
    network.onTraffic(traffic::show);
    graph.setActions(
        new GraphActions() {
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
        });
  }

  private void joinTime() {
    network.momentProperty().subscribe(this::showMoment);
    network.selectedTripProperty().subscribe(this::showTrip);
  }

  private void showMoment(Moment moment) {
    replay.show(moment);
    boolean live = moment.mode() == Moment.Mode.LIVE;
    model.journal().log().showUntil(live ? null : moment.at());
    graph.setTravelPace(live ? livePace : moment.pace());
    showNetwork();
  }

  private void showTrip(@Nullable CopyTrip trip) {
    if (spaceTime != null && spaceTime.selectedTripProperty().get() != trip) {
      spaceTime.selectedTripProperty().set(trip);
    }
    if (trip != null) {
      model.selectedProperty().set(trip.to());
    }
  }

  /// Brings up to date the view that is on top; the others are when they are chosen.
  private void showNetwork() {
    Moment moment = network.momentProperty().get();
    boolean live = moment.mode() == Moment.Mode.LIVE;
    Instant now = live ? Instant.now() : moment.at();
    switch (deck.current()) {
      case LOG -> {
        // It shows its lines by itself.
      }
      case SPREAD -> {
        if (spread != null) {
          List<NamedSpread> shown =
              network.comparedProperty().get().stream().map(NamedSpread::new).toList();
          spread.show(
              new SpreadView(
                  network.rumorsProperty().get(),
                  network.chosenProperty().get(),
                  shown,
                  now,
                  live,
                  obstacle()));
        }
      }
      case SPACE_TIME -> {
        if (spaceTime != null) {
          Spread chosen = network.spreadProperty().get();
          spaceTime.show(
              new SpaceTimeView(
                  chosen,
                  List.copyOf(network.pictureProperty().get().nodes().keySet()),
                  now,
                  live));
        }
      }
      case FAULTS -> {
        if (faults != null) {
          faults.show(
              new FaultsView(
                  network.faultsProperty().get(),
                  Set.copyOf(graph.selectedPeers()),
                  swarm.addresses()));
        }
      }
    }
  }

  private @Nullable String obstacle() {
    if (!network.isLive()) {
      return "Go back to Live to tell a rumour.";
    }
    return model.stateProperty().get() == PeerState.RUNNING || swarm.isThere()
        ? null
        : "Start this peer to tell a rumour.";
  }

  private Node makeSpread() {
    SpreadPane made = new SpreadPane();
    made.setDark(dark);
    made.setActions(new Telling());
    spread = made;
    return made;
  }

  private Node makeSpaceTime() {
    SpaceTimePane made = new SpaceTimePane();
    made.setDark(dark);
    made.selectedTripProperty().subscribe(network.selectedTripProperty()::set);
    spaceTime = made;
    return made;
  }

  private Node makeFaults() {
    FaultsPane made = new FaultsPane(deeds);
    faults = made;
    graph
        .selectedPeers()
        .addListener((SetChangeListener<PeerAddress>) change -> showNetwork());
    network.faultsProperty().subscribe(it -> showNetwork());
    return made;
  }

  /// What is asked for in the spread panel.
  private final class Telling implements SpreadActions {

    @Override
    public void spread(String text, Start start) {
      if (start == Start.ANYWHERE && swarm.isThere()) {
        swarm.spread(text, null);
      } else {
        model.spread(text);
      }
    }

    @Override
    public void choose(RumorId rumor) {
      network.choose(rumor);
    }

    @Override
    public void compare(RumorId rumor, boolean shown) {
      network.compare(rumor, shown);
    }

    @Override
    public void remove(NamedSpread removed) {
      network.compare(removed.spread().rumor().id(), false);
    }
  }

  /// What is asked for in the bar that leads through time.
  private final class TimeTravel implements ReplayActions {

    @Override
    public void goLive() {
      network.goLive();
    }

    @Override
    public void play() {
      network.play();
    }

    @Override
    public void hold() {
      network.hold();
    }

    @Override
    public void step(boolean forward) {
      network.step(forward);
    }

    @Override
    public void seek(Instant moment) {
      network.seek(moment);
    }

    @Override
    public void setPace(double pace) {
      network.setPace(pace);
    }
  }

  @Override
  public void close() {
    clock.close();
    graph.close();
  }
}
