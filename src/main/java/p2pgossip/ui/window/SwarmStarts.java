package p2pgossip.ui.window;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.LineKind;
import p2pgossip.network.Run;
import p2pgossip.peer.Target;
import p2pgossip.scenario.Scenario;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.swarm.SwarmRequest;
import p2pgossip.ui.window.deck.SpreadDeckView;

/// Starts swarms and scenarios in a window, whose peer joins them or whose view is that of one of
/// their peers. FX thread only.
final class SwarmStarts {

  private SwarmStarts() {}

  /// Starts the swarm that was asked for at launch. The window shows it from its first peer.
  ///
  /// @param named the addresses with host names that its first peer is to connect to
  /// @param demonstration whether a rumour begins by itself
  static void startFirst(
      PeerWindow first, SwarmPlan swarm, List<Target> named, boolean demonstration) {
    first.startWith(SpreadDeckView.TAB);
    first.showForm(false);
    first
        .swarm()
        .start(
            swarm,
            member -> {
              first.form().portProperty().set(Integer.toString(member.address().port()));
              first.model().attach(member, first.swarm());
              if (!named.isEmpty()) {
                first.model().connect(named);
              }
              if (demonstration) {
                new Demonstration(first.model(), first.swarm()).begin();
              }
            });
  }

  /// Starts a swarm. If it is to be joined to the window's own peer, that one is started first.
  static void start(PeerWindow window, SwarmRequest request) {
    PeerViewModel model = window.model();
    if (request.time() == Run.Time.VIRTUAL) {
      stopOwn(window);
      window.swarm().start(request.plan(List.of()), member -> onceStopped(window, member));
      return;
    }
    if (!request.joined()) {
      window
          .swarm()
          .start(
              request.plan(List.of()),
              member -> {
                // A window whose own peer does not run shows the swarm from its first peer.
                model.attach(member, window.swarm());
              });
      return;
    }
    model.change(
        settings ->
            settings
                .withPeriod(request.settings().period())
                .withSentences(request.settings().sentences())
                .withSpreading(request.settings().spreading())
                .withPaused(false));
    PeerAddress address = model.addressProperty().get();
    if (address != null) {
      window.swarm().start(request.plan(List.of(address)), member -> {});
    } else {
      onceRunning(model, here -> window.swarm().start(request.plan(List.of(here)), member -> {}));
      window.startOrStop();
    }
  }

  /// Starts a swarm in which a rumour begins by itself. The window shows it from its first peer.
  static void demonstrate(PeerWindow window) {
    PeerViewModel model = window.model();
    if (model.isRunning() && model.home().isEmpty()) {
      model.stop();
    }
    window.startWith(SpreadDeckView.TAB);
    window.showForm(false);
    window
        .swarm()
        .start(
            SwarmPlan.demonstration(new SplittableRandom().nextLong()),
            member -> {
              onceStopped(window, member);
              new Demonstration(model, window.swarm()).begin();
            });
  }

  /// Plays a scenario in a window, which shows each run from the first of its peers.
  ///
  /// @param firstPort as in [SwarmPlan]
  static void play(PeerWindow window, Scenario scenario, int firstPort, Run.Time time) {
    PeerViewModel model = window.model();
    if (time == Run.Time.VIRTUAL) {
      stopOwn(window);
    }
    window.startWith(SpreadDeckView.TAB);
    window.showForm(false);
    model.network().dropRuns();
    window
        .swarm()
        .play(
            scenario,
            firstPort,
            time,
            member -> onceStopped(window, member),
            model.network()::keepRun);
  }

  /// A picture has one clock: the window's own peer, which lives in real time, makes way.
  private static void stopOwn(PeerWindow window) {
    PeerViewModel model = window.model();
    if (model.isRunning() && model.home().isEmpty()) {
      model.stop();
      model
          .journal()
          .tell(
              LineKind.NOTE,
              null,
              "This window's peer stops: the swarm that it shows now lives in virtual time.");
    }
  }

  /// The peer of the run before may still be stopping.
  private static void onceStopped(PeerWindow window, SteerablePeer member) {
    PeerViewModel model = window.model();
    if (model.stateProperty().get() == PeerState.STOPPED) {
      model.attach(member, window.swarm());
      return;
    }
    model
        .stateProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends PeerState> property, PeerState before, PeerState now) {
                if (now == PeerState.STOPPED) {
                  property.removeListener(this);
                  model.attach(member, window.swarm());
                }
              }
            });
  }

  private static void onceRunning(PeerViewModel model, Consumer<PeerAddress> action) {
    model
        .addressProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends @Nullable PeerAddress> property,
                  @Nullable PeerAddress before,
                  @Nullable PeerAddress now) {
                if (now != null) {
                  property.removeListener(this);
                  action.accept(now);
                }
              }
            });
  }
}
