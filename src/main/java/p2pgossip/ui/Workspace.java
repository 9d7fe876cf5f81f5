package p2pgossip.ui;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
import p2pgossip.ui.beat.Beat;
import p2pgossip.ui.faults.FaultsPane;
import p2pgossip.ui.faults.FaultsView;
import p2pgossip.ui.graph.GraphActions;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.graph.MenuEntry;
import p2pgossip.ui.inspector.InspectorPane;
import p2pgossip.ui.inspector.PeerFacts;
import p2pgossip.ui.log.LogPane;
import p2pgossip.ui.model.KeptRun;
import p2pgossip.ui.model.Moment;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmViewModel;
import p2pgossip.ui.profile.ProfileModel;
import p2pgossip.ui.profile.ProfilePane;
import p2pgossip.ui.replay.ReplayActions;
import p2pgossip.ui.replay.ReplayBar;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.spacetime.SpaceTimePane;
import p2pgossip.ui.spacetime.SpaceTimeView;
import p2pgossip.ui.spread.NamedSpread;
import p2pgossip.ui.spread.SpreadActions;
import p2pgossip.ui.spread.SpreadPane;
import p2pgossip.ui.spread.SpreadView;

/// What a window shows of its peer and of the network: the graph, below it the log, the spread, the
/// diagram, the faults or the figures of its work, and the inspector beside. They meet in the view models. FX thread only.
final class Workspace implements AutoCloseable {

  /// How much of the height the graph has above a view that is read line by line.
  private static final double ABOVE_LOG = 0.66;

  /// The same above what makes things go wrong there.
  private static final double ABOVE_FAULTS = 0.62;

  /// The same above a view that is a picture itself.
  private static final double ABOVE_CHARTS = 0.46;

  /// How much of the width it has beside charts.
  private static final double BESIDE_CHARTS = 0.56;

  /// From this width on charts stand beside the graph.
  private static final double WIDE = 1_000;

  /// With which the keys of runs begin, to tell them from rumours.
  private static final String RUN = "run ";

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
  private @Nullable ProfileModel profile;
  private final ReadOnlyBooleanWrapper beside = new ReadOnlyBooleanWrapper(this, "beside");
  private boolean dark;
  private double livePace = 1;

  Workspace(
      PeerViewModel model,
      SwarmViewModel swarm,
      WindowActions actions,
      Executor background,
      Executor fxThread,
      Beat beat,
      RandomGenerator layoutRandom) {
    this.model = model;
    this.network = model.network();
    this.swarm = swarm;
    ZoneId zone = ZoneId.systemDefault();
    PeerFacts facts = new PeerFacts(model, InstantSource.system(), zone);
    graph = new GraphPane(layoutRandom, beat);
    log = new LogPane(model.journal().log(), new LineFormat(zone), background, fxThread);
    inspector = new InspectorPane(model, facts, actions::typePassword, actions::tuneAll);
    replay = new ReplayBar(new TimeTravel());
    clock = new ReplayClock(network);
    deeds = new FaultDeeds(swarm);
    deck = new Deck(this::make, replay, view -> shown());
    split.setId("graph-and-log");
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().setAll(graph, deck);
    split.setDividerPositions(ABOVE_LOG);
    SplitPane.setResizableWithParent(deck, false);
    split.widthProperty().subscribe(width -> arrangeLater(fxThread));
    joinGraph(facts, new PeerMenu(model, swarm, deeds, actions));
    joinTime();
    log.selectedPeerProperty().bindBidirectional(model.selectedProperty());
    deck.show(Deck.View.LOG);
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
    ScrollPane details = new DirectScrollPane(inspector);
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
    measure();
  }

  /// Whether charts stand beside the graph, so that both have the whole height.
  ReadOnlyBooleanProperty besideProperty() {
    return beside.getReadOnlyProperty();
  }

  private void shown() {
    arrange(true);
    showNetwork();
  }

  /// Charts are high and stand beside the graph where there is room; what is read line by line, or
  /// goes on in time, is wide and stands below.
  private void arrange(boolean otherView) {
    boolean wanted = deck.current() == Deck.View.SPREAD && split.getWidth() >= WIDE;
    if (wanted != beside.get()) {
      beside.set(wanted);
      split.setOrientation(wanted ? Orientation.HORIZONTAL : Orientation.VERTICAL);
      split.setDividerPositions(wanted ? BESIDE_CHARTS : usualDivider());
    } else if (!wanted && otherView) {
      double usual = usualDivider();
      double now = split.getDividerPositions()[0];
      // Where the user has moved it further already, it stays.
      if (usual < ABOVE_LOG ? now > usual : now < usual) {
        split.setDividerPositions(usual);
      }
    }
  }

  /// Not in the middle of the layout that has just changed the width.
  private void arrangeLater(Executor fxThread) {
    fxThread.execute(() -> arrange(false));
  }

  private double usualDivider() {
    return switch (deck.current()) {
      case LOG -> ABOVE_LOG;
      case FAULTS -> ABOVE_FAULTS;
      case SPREAD, SPACE_TIME, PROFILE -> ABOVE_CHARTS;
    };
  }

  private void joinGraph(PeerFacts facts, PeerMenu menu) {
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

          @Override
          public List<MenuEntry> more(Set<PeerAddress> selection) {
            return menu.entries(selection);
          }
        });
  }

  private void joinTime() {
    network.momentProperty().subscribe(moment -> showMoment(moment));
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
    if (spaceTime != null && !Objects.equals(spaceTime.selectedTripProperty().get(), trip)) {
      spaceTime.selectedTripProperty().set(trip);
    }
    if (trip != null) {
      model.selectedProperty().set(trip.to());
      findInLog(trip);
    }
  }

  /// The log has what this window's own peer has sent and heard.
  private void findInLog(CopyTrip trip) {
    PeerAddress own = model.addressProperty().get();
    Instant ended = trip.ended();
    if (trip.from().equals(own)) {
      log.find(trip.to(), trip.sent());
    } else if (trip.to().equals(own) && ended != null) {
      log.find(trip.from(), ended);
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
          List<NamedSpread> shown = new ArrayList<>();
          network.comparedProperty().get().forEach(it -> shown.add(new NamedSpread(it)));
          for (KeptRun run : network.keptRunsProperty().get()) {
            shown.add(new NamedSpread(RUN + run.name(), run.name(), run.spread()));
          }
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
          faults.show(faultsAt(live));
        }
      }
      case PROFILE -> {
        // It is of this moment, whichever the others show.
      }
    }
  }

  /// Once a second from when it is first asked for, so that no hole is left in its charts while another
  /// view is on top.
  private void measure() {
    if (profile != null) {
      model.sample(profile::add);
    }
  }

  private FaultsView faultsAt(boolean live) {
    Set<PeerAddress> all = network.pictureProperty().get().nodes().keySet();
    Set<PeerAddress> members = swarm.addresses();
    Set<PeerAddress> here = new HashSet<>(members);
    all.stream().filter(swarm::isHere).forEach(here::add);
    return new FaultsView(
        network.faultsProperty().get(),
        live ? swarm.ended() : List.of(),
        List.copyOf(graph.selectedPeers()),
        members,
        here,
        all,
        live);
  }

  private @Nullable String obstacle() {
    if (!network.isLive()) {
      return network.momentProperty().get().hasPresent()
          ? "Go back to Live to tell a rumour."
          : "This is a recording: no rumour can be told in it.";
    }
    return model.stateProperty().get() == PeerState.RUNNING || swarm.isThere()
        ? null
        : "Start this peer to tell a rumour.";
  }

  private Node make(Deck.View view) {
    return switch (view) {
      case LOG -> log;
      case SPREAD -> makeSpread();
      case SPACE_TIME -> makeSpaceTime();
      case FAULTS -> makeFaults();
      case PROFILE -> makeProfile();
    };
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
    graph.selectedPeers().addListener((SetChangeListener<PeerAddress>) change -> showNetwork());
    network.faultsProperty().subscribe(it -> showNetwork());
    swarm.stateProperty().subscribe(it -> showNetwork());
    return made;
  }

  private Node makeProfile() {
    ProfileModel made = new ProfileModel();
    profile = made;
    measure();
    return new ProfilePane(made);
  }

  /// What is asked for in the spread panel.
  private final class Telling implements SpreadActions {

    @Override
    public void spread(String text, Start start) {
      network.awaitRumor();
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
      if (removed.key().startsWith(RUN)) {
        network.dropRun(removed.name());
      } else {
        network.compare(removed.spread().rumor().id(), false);
      }
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
