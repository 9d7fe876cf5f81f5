package p2pgossip.ui.window;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.CopyTrip;
import p2pgossip.ui.faults.FaultsPane;
import p2pgossip.ui.faults.FaultsView;
import p2pgossip.ui.keep.KeepSource;
import p2pgossip.ui.log.LogPane;
import p2pgossip.ui.model.NetworkAction;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmViewModel;
import p2pgossip.ui.profile.ProfileModel;
import p2pgossip.ui.profile.ProfilePane;
import p2pgossip.ui.spacetime.SpaceTimePane;
import p2pgossip.ui.spacetime.SpaceTimeView;
import p2pgossip.ui.spread.SpreadPane;
import p2pgossip.ui.spread.SpreadView;

/// The views of the deck. Each is made when it is first chosen, and the one that is on top is kept in
/// step with the network; the others are brought up to date when they are chosen. FX thread only.
final class DeckViews {

  private final PeerViewModel model;
  private final NetworkViewModel network;
  private final SwarmViewModel swarm;
  private final LogPane log;
  private final ObservableSet<PeerAddress> selected;
  private final FaultCommands faultDeeds;
  private final SpreadCommands spreadDeeds;
  private @Nullable SpreadPane spread;
  private @Nullable SpaceTimePane spaceTime;
  private @Nullable FaultsPane faults;
  private @Nullable ProfileModel profile;
  private Deck.View current = Deck.View.LOG;
  private boolean dark;

  /// @param selected the peers that are selected, always as they are
  DeckViews(
      PeerViewModel model,
      SwarmViewModel swarm,
      LogPane log,
      ObservableSet<PeerAddress> selected,
      FaultCommands faultDeeds) {
    this.model = model;
    this.network = model.network();
    this.swarm = swarm;
    this.log = log;
    this.selected = selected;
    this.faultDeeds = faultDeeds;
    spreadDeeds = new SpreadCommands(model, swarm);
  }

  Node make(Deck.View view) {
    return switch (view) {
      case LOG -> log;
      case SPREAD -> makeSpread();
      case SPACE_TIME -> makeSpaceTime();
      case FAULTS -> makeFaults();
      case PROFILE -> makeProfile();
    };
  }

  /// What a picture is taken of; null while it is not on top, or has nothing in it.
  @Nullable Parent shown(KeepSource.Sight sight) {
    return switch (sight) {
      case GRAPH -> null;
      case CHARTS -> spread != null && current == Deck.View.SPREAD ? spread.charts() : null;
      case DIAGRAM ->
          spaceTime != null && current == Deck.View.SPACE_TIME && spaceTime.isDrawn()
              ? spaceTime
              : null;
    };
  }

  /// This one is on top from now on.
  void show(Deck.View view) {
    current = view;
    showNetwork();
  }

  void setDark(boolean newDark) {
    dark = newDark;
    if (spread != null) {
      spread.setDark(dark);
    }
    if (spaceTime != null) {
      spaceTime.setDark(dark);
    }
  }

  /// Marks a way that a copy took; null marks none.
  void showTrip(@Nullable CopyTrip trip) {
    if (spaceTime != null && !Objects.equals(spaceTime.selectedTripProperty().get(), trip)) {
      spaceTime.selectedTripProperty().set(trip);
    }
  }

  /// To be called once a second. It measures from when that is first asked for, so that no hole is left
  /// in the charts while another view is on top.
  void measure() {
    if (profile != null) {
      model.sample(profile::add);
    }
  }

  /// Brings the view that is on top in step with the network.
  void showNetwork() {
    NetworkView view = network.view();
    switch (current) {
      case LOG -> {
        // It shows its lines by itself.
      }
      case SPREAD -> {
        if (spread != null) {
          spread.show(spreadAt(view));
        }
      }
      case SPACE_TIME -> {
        if (spaceTime != null) {
          spaceTime.show(
              new SpaceTimeView(
                  view.measured(),
                  List.copyOf(view.picture().nodes().keySet()),
                  view.now(),
                  view.isLive()));
        }
      }
      case FAULTS -> {
        if (faults != null) {
          faults.show(faultsAt(view));
        }
      }
      case PROFILE -> {
        // It is of this moment, whichever the others show.
      }
    }
  }

  private SpreadView spreadAt(NetworkView view) {
    return new SpreadView(
        view.rumors(),
        view.chosen(),
        SpreadCommands.compared(view),
        view.now(),
        view.isLive(),
        obstacle());
  }

  private FaultsView faultsAt(NetworkView view) {
    boolean live = view.isLive();
    Set<PeerAddress> all = view.picture().nodes().keySet();
    Set<PeerAddress> members = swarm.addresses();
    Set<PeerAddress> here = new HashSet<>(members);
    all.stream().filter(swarm::isHere).forEach(here::add);
    return new FaultsView(
        view.faults(),
        live ? swarm.ended() : List.of(),
        List.copyOf(selected),
        members,
        here,
        all,
        live);
  }

  private @Nullable String obstacle() {
    String past = network.obstacle(NetworkAction.SPREAD);
    if (past != null) {
      return past;
    }
    return model.stateProperty().get() == PeerState.RUNNING || swarm.isThere()
        ? null
        : "Start this peer to tell a rumour.";
  }

  private Node makeSpread() {
    SpreadPane made = new SpreadPane();
    made.setDark(dark);
    made.setActions(spreadDeeds);
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
    FaultsPane made = new FaultsPane(faultDeeds);
    faults = made;
    selected.addListener((SetChangeListener<PeerAddress>) change -> showNetwork());
    swarm.stateProperty().subscribe(it -> showNetwork());
    return made;
  }

  private Node makeProfile() {
    ProfileModel made = new ProfileModel();
    profile = made;
    measure();
    return new ProfilePane(made);
  }
}
