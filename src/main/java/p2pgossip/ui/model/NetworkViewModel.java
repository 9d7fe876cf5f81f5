package p2pgossip.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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

/// The whole network as a window shows it: now, or at a moment that was recorded. Graph, charts and
/// diagram read one [NetworkView], so all of them show the same moment. FX thread only; the views are
/// made off it, one at a time.
public final class NetworkViewModel implements AutoCloseable {

  private final ReadOnlyObjectWrapper<NetworkView> view =
      new ReadOnlyObjectWrapper<>(NetworkView.EMPTY);
  private final ReadOnlyBooleanWrapper past = new ReadOnlyBooleanWrapper(this, "past");
  private final ReadOnlyObjectWrapper<@Nullable OpenedRecording> opened =
      new ReadOnlyObjectWrapper<>();
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

  /// Real time for which the recording is still to run on.
  private Duration played = Duration.ZERO;

  private boolean hasSeen;
  private boolean making;
  private boolean urgent;
  private boolean closed;

  /// @param background makes the views
  /// @param nextBeat shows those for which the user does not wait, on the FX thread
  /// @param clock says what time it is now
  public NetworkViewModel(
      Executor background, Executor fxThread, Executor nextBeat, InstantSource clock) {
    this.background = background;
    this.fxThread = fxThread;
    this.nextBeat = nextBeat;
    this.fold = new NetworkFold(clock);
  }

  /// What all panes show. Set once a beat at most, soon after anything was observed or asked for.
  public ReadOnlyObjectProperty<NetworkView> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /// What all panes show now.
  public NetworkView view() {
    return view.get();
  }

  /// Whether what is shown is not what happens now: what acts on the picture is off then.
  public ReadOnlyBooleanProperty pastProperty() {
    return past.getReadOnlyProperty();
  }

  /// Why an action can't be taken at the moment that is shown, as a sentence; null where it can.
  public @Nullable String obstacle(NetworkAction action) {
    return action.obstacle(view().moment());
  }

  /// The recording from elsewhere that is shown; null while what is seen here is, live or again.
  public ReadOnlyObjectProperty<@Nullable OpenedRecording> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /// The copy that diagram, log and graph are turned to.
  public ObjectProperty<@Nullable CopyTrip> selectedTripProperty() {
    return selectedTrip;
  }

  /// What was recorded, to be kept in a file. May be called on any thread, and takes a while.
  public Recorded recorded() {
    return fold.recorded();
  }

  /// The window's own peer, also once it has ended, or the one in whose window the recording was made
  /// that is shown; null where there is none.
  public @Nullable PeerAddress self() {
    return looking.viewer();
  }

  /// The words of a rumour for which the user has none: each has a number, to tell them apart.
  public String usualRumor() {
    return "Rumour " + (view().rumors().size() + 1);
  }

  /// Shows a rumour.
  ///
  /// @param rumor null for the newest, now and later
  public void choose(@Nullable RumorId rumor) {
    look(looking.choosing(rumor));
  }

  /// The peers have forgotten all rumours: none is shown until one is told or chosen. The list still has
  /// them.
  public void showNoRumor() {
    List<RumorSummary> known = view().rumors();
    look(looking.forgetting(known.isEmpty() ? null : known.getFirst().rumor().id()));
  }

  /// Lays a rumour over the chosen one, or no longer.
  public void compare(RumorId rumor, boolean shown) {
    look(looking.comparing(rumor, shown));
  }

  public boolean isCompared(RumorId rumor) {
    return looking.compared().contains(rumor);
  }

  /// Keeps how the chosen rumour has spread so far, in place of a run of the same name.
  public void keepRun(String name) {
    RumorId chosen = looking.chosen();
    act(it -> it.keepRun(name, chosen));
  }

  /// Compares with that run no longer.
  public void dropRun(String name) {
    act(it -> it.dropRun(name));
  }

  /// Compares with no run any longer.
  public void dropRuns() {
    act(NetworkFold::dropRuns);
  }

  /// Whose picture it is. Where a recording from elsewhere is shown and a peer runs now, what happens
  /// now is shown instead: whoever starts a peer wants to see it, and the recording has a file.
  ///
  /// @param address the window's own peer; null while it does not run
  /// @param showWhole whether to show also whom others know
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
      // Whoever has put up a network wants to see it, and what is told in it.
      looking = looking.choosing(null);
    }
    if (isLive()) {
      follow(it -> it.take(observations));
    } else {
      // What is shown does not change by it: it is folded with what is asked for next.
      waiting.add(it -> it.take(observations));
    }
  }

  /// Time has gone on.
  public void age() {
    if (hasSeen) {
      follow(NetworkFold::age);
    }
  }

  /// Whether the moment that is shown is now.
  public boolean isLive() {
    return view().isLive();
  }

  /// Shows what happens now again; where nothing does, because only a recording is shown, its end.
  public void goLive() {
    if (!hasPresent()) {
      withReplay(it -> it.seek(it.end()));
      return;
    }
    looking = looking.at(null);
    opened.set(null);
    act(NetworkFold::goLive);
  }

  /// Whether anything was seen here, or may be: a window that was opened on a recording has a present
  /// only once a peer was started in it.
  private boolean hasPresent() {
    return looking.opened() == null || looking.selfRuns() || hasSeen;
  }

  /// Shows what happens now, and of rumours the newest: one is about to be told.
  public void awaitRumor() {
    if (hasPresent()) {
      looking = looking.choosing(null);
      goLive();
    }
  }

  /// Stands still at the moment that is shown.
  public void hold() {
    withReplay(Replay::hold);
  }

  /// Lets the recording run from the moment that is shown.
  public void play() {
    withReplay(Replay::play);
  }

  public void seek(Instant to) {
    withReplay(it -> it.seek(to));
  }

  /// To the next thing that matters, or the one before.
  public void step(boolean forward) {
    act(it -> it.step(forward));
  }

  /// @param newPace recorded seconds in a second
  public void setPace(double newPace) {
    look(looking.atPace(newPace));
  }

  /// The recording runs on, if it is being played.
  ///
  /// @param elapsed real time since the last call
  public void advance(Duration elapsed) {
    played = played.plus(elapsed);
    urgent = true;
    make();
  }

  /// Plays a recording from elsewhere, from its first moment.
  ///
  /// @param from the peer whose picture it is; null for any of it
  public void open(Recorded recorded, @Nullable PeerAddress from) {
    OpenedRecording asked = OpenedRecording.of(recorded, from);
    looking = looking.at(asked);
    opened.set(asked);
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

  /// Makes the next view, unless one is being made: then it follows that one, with all that was asked
  /// for meanwhile. So a machine that is too slow shows fewer views, and none of them late.
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
      past.set(!made.isLive());
    }
    make();
  }

  /// Idempotent.
  @Override
  public void close() {
    closed = true;
  }
}
