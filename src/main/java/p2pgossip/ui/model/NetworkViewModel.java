package p2pgossip.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.network.RumorSummary;
import p2pgossip.ui.chart.Wording;

/// The whole network as a window shows it: now, or at a recorded moment. Graph, charts and diagram
/// read one [NetworkView], so all of them show the same moment. FX thread only; the views are made
/// elsewhere, one at a time.
public final class NetworkViewModel implements AutoCloseable {

  private final ReadOnlyObjectWrapper<NetworkView> view =
      new ReadOnlyObjectWrapper<>(NetworkView.EMPTY);
  private final ObjectProperty<@Nullable CopyTrip> selectedTrip = new SimpleObjectProperty<>();

  private final Executor background;
  private final Executor fxThread;
  private final Executor nextBeat;
  private final NetworkFold fold;

  /// What the fold is to do before it makes the next view.
  private final List<Consumer<NetworkFold>> waiting = new ArrayList<>();

  /// What passed in views that were not shown.
  private final List<Observation> unshown = new ArrayList<>();

  private Looking looking = Looking.FIRST;

  /// Real time by which the recording has still to be moved on.
  private Duration played = Duration.ZERO;

  private boolean hasSeen;
  private boolean making;
  private boolean urgent;
  private boolean closed;

  /// @param background makes the views
  /// @param nextBeat shows, on the FX thread, those views that the user does not wait for
  /// @param clock tells the time
  public NetworkViewModel(
      Executor background, Executor fxThread, Executor nextBeat, InstantSource clock) {
    this.background = background;
    this.fxThread = fxThread;
    this.nextBeat = nextBeat;
    this.fold = new NetworkFold(clock);
  }

  /// What all panes show. Set at most once a beat, soon after something was observed or asked for.
  public ReadOnlyObjectProperty<NetworkView> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /// What all panes show now.
  public NetworkView view() {
    return view.get();
  }

  /// Whether a past moment is shown. What acts on the present picture is off then. For a control's
  /// own properties; what reads more of the view asks it alone.
  public BooleanBinding past() {
    return Bindings.createBooleanBinding(() -> !view().isLive(), view);
  }

  /// Why an action can't be taken at the moment that is shown, as a sentence; null if it can.
  public @Nullable String obstacle(NetworkAction action) {
    return action.obstacle(view().moment());
  }

  /// The copy that is selected in the diagram, the log and the graph.
  public ObjectProperty<@Nullable CopyTrip> selectedTripProperty() {
    return selectedTrip;
  }

  /// What was recorded, to be saved. May be called on any thread, and takes a while.
  public Recorded recorded() {
    return fold.recorded();
  }

  /// The window's own peer, also after it has ended, or the peer in whose window the shown
  /// recording was made. Null if there is none.
  public @Nullable PeerAddress self() {
    return looking.viewer();
  }

  /// The words of a rumour for which the user has typed none. They are numbered, to tell them
  /// apart.
  public String usualRumor() {
    return Wording.usualRumor(view().rumors().size());
  }

  /// Shows a rumour.
  ///
  /// @param rumor null for the newest, now and later
  public void choose(@Nullable RumorId rumor) {
    look(looking.choosing(rumor));
  }

  /// Calls peers by their names, or by their addresses, wherever they are shown.
  public void showNames(boolean shown) {
    look(looking.naming(shown));
  }

  /// Whether peers that have names are called by them.
  public boolean showsNames() {
    return looking.names();
  }

  /// The peers have forgotten all rumours. None is shown until one is told or chosen. The list
  /// still has them.
  public void showNoRumor() {
    List<RumorSummary> known = view().rumors();
    look(looking.forgetting(known.isEmpty() ? null : known.getFirst().rumor().id()));
  }

  /// Lays a rumour over the chosen one, or removes it again.
  public void compare(RumorId rumor, boolean shown) {
    look(looking.comparing(rumor, shown));
  }

  public boolean isCompared(RumorId rumor) {
    return looking.compared().contains(rumor);
  }

  /// Keeps how the chosen rumour has spread so far. Replaces a run of the same name.
  public void keepRun(String name) {
    RumorId chosen = looking.chosen();
    act(it -> it.keepRun(name, chosen));
  }

  /// Drops that run.
  public void dropRun(String name) {
    act(it -> it.dropRun(name));
  }

  /// Drops all runs that were kept.
  public void dropRuns() {
    act(NetworkFold::dropRuns);
  }

  /// Says from which peer the network is seen. If a recording from a file is shown and a peer
  /// starts, the present is shown instead: the user wants to see that peer, and the recording is in
  /// its file.
  ///
  /// @param address the window's own peer; null while it does not run
  /// @param showWhole whether to show also the peers that others know
  public void lookFrom(@Nullable PeerAddress address, boolean showWhole) {
    look(looking.from(address, showWhole));
    if (looking.selfRuns() && looking.opened() != null) {
      goLive();
    }
  }

  /// Takes in what was seen since the last time.
  public void take(List<Observation> observations) {
    hasSeen |= !observations.isEmpty();
    if (observations.stream().anyMatch(it -> it instanceof Observation.RunBegan)) {
      // A user who has started a network wants to see it, and the rumours told in it.
      looking = looking.choosing(null);
    }
    if (isLive()) {
      follow(it -> it.take(observations));
    } else {
      // This does not change what is shown. It is folded with the next request.
      waiting.add(it -> it.take(observations));
    }
  }

  /// Time has passed.
  public void age() {
    if (hasSeen) {
      follow(NetworkFold::age);
    }
  }

  /// Whether the user has opened a recording from a file, which the next view shows if this one
  /// does not.
  boolean hasOpened() {
    return looking.opened() != null;
  }

  /// Whether the present is shown.
  public boolean isLive() {
    return view().isLive();
  }

  /// Shows the present again, or the end of the recording if there is no present.
  public void goLive() {
    if (!hasPresent()) {
      withReplay(it -> it.seek(it.end()));
      return;
    }
    looking = looking.at(null);
    act(NetworkFold::goLive);
  }

  /// Whether there is a present: a window that was opened on a recording has one only once a peer
  /// is started in it.
  private boolean hasPresent() {
    return looking.opened() == null || looking.selfRuns() || hasSeen;
  }

  /// Shows the present, and the newest rumour: one is about to be told.
  public void awaitRumor() {
    if (hasPresent()) {
      looking = looking.choosing(null);
      goLive();
    }
  }

  /// Holds the moment that is shown.
  public void hold() {
    withReplay(Replay::hold);
  }

  /// Plays the recording from the moment that is shown.
  public void play() {
    withReplay(Replay::play);
  }

  public void seek(Instant to) {
    withReplay(it -> it.seek(to));
  }

  /// Goes to the next event that matters, or to the one before.
  public void step(boolean forward) {
    act(it -> it.step(forward));
  }

  /// @param newPace recorded seconds per second
  public void setPace(double newPace) {
    look(looking.atPace(newPace));
  }

  /// Moves the recording on, if it is being played.
  ///
  /// @param elapsed real time since the last call
  public void advance(Duration elapsed) {
    played = played.plus(elapsed);
    urgent = true;
    make();
  }

  /// Plays a recording from a file, from its first moment.
  ///
  /// @param from the peer from which it is seen; null for any
  public void open(Recorded recorded, @Nullable PeerAddress from) {
    looking = looking.at(OpenedRecording.of(recorded, from));
    act(it -> it.open(recorded));
  }

  private void withReplay(Consumer<Replay> action) {
    act(it -> it.replay(action));
  }

  private void look(Looking newLooking) {
    looking = newLooking;
    act(it -> {});
  }

  /// Does what the user asks for, and shows it at once.
  private void act(Consumer<NetworkFold> action) {
    urgent = true;
    follow(action);
  }

  /// Does it, and shows it at the next beat.
  private void follow(Consumer<NetworkFold> action) {
    waiting.add(action);
    make();
  }

  /// Makes the next view. If one is being made, the next follows it, with all that was asked for
  /// meanwhile. A slow machine therefore shows fewer views, but none of them late.
  private void make() {
    if (making || closed || (waiting.isEmpty() && played.isZero())) {
      return;
    }
    if (!played.isZero()) {
      Duration recorded = Duration.ofNanos((long) (played.toNanos() * looking.pace()));
      played = Duration.ZERO;
      waiting.add(it -> it.advance(recorded));
    }
    making = true;
    Executor shown = urgent ? fxThread : nextBeat;
    urgent = false;
    List<Consumer<NetworkFold>> actions = List.copyOf(waiting);
    waiting.clear();
    Looking as = looking;
    background.execute(
        () -> {
          try {
            actions.forEach(action -> action.accept(fold));
            NetworkView made = fold.view(as);
            shown.execute(() -> made(made, as));
          } catch (RuntimeException e) {
            fxThread.execute(
                () -> {
                  making = false;
                  throw e;
                });
          }
        });
  }

  @SuppressWarnings("ReferenceEquality")
  private void made(NetworkView made, Looking as) {
    making = false;
    if (closed) {
      return;
    }
    unshown.addAll(made.passed());
    // What the user no longer wants to see would flash up for one beat.
    if (as == looking) {
      List<Observation> passed = List.copyOf(unshown);
      unshown.clear();
      view.set(passed.size() == made.passed().size() ? made : made.withPassed(passed));
    }
    make();
  }

  /// Idempotent.
  @Override
  public void close() {
    closed = true;
  }
}
