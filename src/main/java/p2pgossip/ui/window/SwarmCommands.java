package p2pgossip.ui.window;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.journal.LineKind;
import p2pgossip.pace.Pace;
import p2pgossip.ui.dialog.Question;
import p2pgossip.ui.model.NetworkAction;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmState;
import p2pgossip.ui.model.SwarmViewModel;
import p2pgossip.ui.swarm.SwarmActions;

/// Does what the bar of a swarm asks for: to its members and, if this window's own peer is joined
/// to them, to that one too. A step or a pause then holds for the whole picture. FX thread only.
final class SwarmCommands implements SwarmActions {

  private static final int STRETCHED = 5;

  private final SwarmViewModel swarm;
  private final PeerViewModel own;
  private final DoubleConsumer travelPace;
  private final Consumer<Question> asker;
  private final Partings partings;
  private boolean slow;

  /// @param travelPace is told how fast messages travel on the screen; 1 is the usual pace
  /// @param asker asks before something is given up
  SwarmCommands(
      SwarmViewModel swarm,
      PeerViewModel own,
      DoubleConsumer travelPace,
      Consumer<Question> asker) {
    this.swarm = swarm;
    this.own = own;
    this.travelPace = travelPace;
    this.asker = asker;
    partings = new Partings(own, swarm);
  }

  @Override
  public void change(UnaryOperator<PeerSettings> how) {
    swarm.change(how);
    own.change(how);
  }

  @Override
  public void setSlowMotion(boolean wanted) {
    if (wanted == slow) {
      return;
    }
    SwarmState state = swarm.stateProperty().get();
    if (state == null) {
      return;
    }
    slow = wanted;
    travelPace.accept(slow ? 1.0 / STRETCHED : 1);
    Duration now = state.settings().period();
    Duration wantedPeriod = within(slow ? now.multipliedBy(STRETCHED) : now.dividedBy(STRETCHED));
    change(settings -> settings.withPeriod(wantedPeriod));
  }

  private static Duration within(Duration period) {
    if (period.compareTo(PeerSettings.SHORTEST_PERIOD) < 0) {
      return PeerSettings.SHORTEST_PERIOD;
    }
    return period.compareTo(PeerSettings.LONGEST_PERIOD) > 0 ? PeerSettings.LONGEST_PERIOD : period;
  }

  @Override
  public void setPace(Pace pace) {
    swarm.setPace(pace);
    travelPace.accept(Math.min(1, pace.rate()));
  }

  @Override
  public void stepPeriod() {
    if (!own.allows(NetworkAction.STEP)) {
      return;
    }
    swarm.steering().stepPeriod();
    if (!isMember()) {
      own.stepPeriod();
    }
  }

  @Override
  public void spread(String text, boolean atRandom) {
    if (!own.allows(NetworkAction.SPREAD)) {
      return;
    }
    NetworkViewModel network = own.network();
    network.awaitRumor();
    String said = text.isEmpty() ? network.usualRumor() : text;
    PeerAddress selected = atRandom ? null : own.selectedProperty().get();
    if (!swarm.isThere() || (selected != null && selected.equals(own.addressProperty().get()))) {
      own.spread(said);
    } else {
      swarm.steering().spread(said, selected);
    }
  }

  @Override
  public void forgetRumors() {
    if (!own.allows(NetworkAction.FORGET)) {
      return;
    }
    swarm.steering().forgetRumors();
    own.forgetRumors();
    own.network().showNoRumor();
    own.journal()
        .tell(
            LineKind.NOTE,
            null,
            "All peers forget all rumours. How they spread is still in the list under Spread.");
  }

  /// Whether the window's own peer is a member of the swarm, and so is steered with it already.
  private boolean isMember() {
    PeerAddress address = own.addressProperty().get();
    return address != null && swarm.addresses().contains(address);
  }

  @Override
  public void stop() {
    if (partings.hasSwarm()) {
      asker.accept(partings.endSwarm(swarm::stop));
    } else {
      swarm.stop();
    }
  }

  /// A swarm begins.
  ///
  /// @param pace of its virtual time; null where its peers are real
  void began(@Nullable Pace pace) {
    travelPace.accept(pace == null ? 1 : Math.min(1, pace.rate()));
  }

  /// The swarm has ended. The next one begins at the usual pace, and this window's own peer returns
  /// to its own period.
  void ended() {
    if (slow) {
      own.change(settings -> settings.withPeriod(within(settings.period().dividedBy(STRETCHED))));
    }
    slow = false;
    travelPace.accept(1);
  }
}
