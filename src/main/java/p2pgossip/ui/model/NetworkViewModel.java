package p2pgossip.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Observation;
import p2pgossip.network.ObservedPeer;
import p2pgossip.network.Recorded;
import p2pgossip.network.Recording;
import p2pgossip.network.RumorSummary;
import p2pgossip.network.Spread;
import p2pgossip.network.WholeNetwork;
import p2pgossip.ui.beat.Beat;

/// The whole network as a window shows it: now, or at a moment that was recorded. Graph, charts and
/// diagram read it here, so all of them show the same moment. FX thread only.
public final class NetworkViewModel implements AutoCloseable {

  /// How often the picture and the figures are brought up to date while things happen.
  private static final Duration REFRESH = Duration.ofMillis(100);

  private static final int MOST_KEPT = 20;

  private final ReadOnlyObjectWrapper<NetworkPicture> picture =
      new ReadOnlyObjectWrapper<>(NetworkPicture.EMPTY);
  private final ReadOnlyObjectWrapper<List<RumorSummary>> rumors =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Spread> spread = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Spread>> compared =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Fault>> faults = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Moment> moment = new ReadOnlyObjectWrapper<>(Moment.NONE);
  private final ReadOnlyObjectWrapper<@Nullable RumorId> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable OpenedRecording> opened =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable CopyTrip> selectedTrip = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<List<KeptRun>> keptRuns =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Set<RumorId> comparedWith = new LinkedHashSet<>();

  private final Executor background;
  private final Executor fxThread;
  private final Throttle redraw;
  private final Recording recording = new Recording();
  private final WholeNetwork live = new WholeNetwork();
  private Consumer<Observation> traffic = observation -> {};

  /// The window's own peer, also once it has ended: a recording is still seen from there.
  private @Nullable PeerAddress self;

  private boolean selfRuns;
  private boolean whole;

  /// Written on the FX thread; what was recorded may be asked for on others.
  private volatile @Nullable Replay replay;

  /// Whether what is replayed was recorded elsewhere: all of it is shown, as it was to the peer in
  /// whose window it was recorded.
  private boolean playsOpened;

  private double pace = 1;

  /// Whether the user has chosen a rumour; else the newest is shown.
  private boolean choseRumor;

  /// @param background makes recordings ready to be played
  /// @param beat paces what is brought up to date
  public NetworkViewModel(Executor background, Executor fxThread, Beat beat) {
    this.background = background;
    this.fxThread = fxThread;
    redraw = new Throttle(beat, REFRESH, this::publish);
  }

  public ReadOnlyObjectProperty<NetworkPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /// Every rumour that was seen, the newest first.
  public ReadOnlyObjectProperty<List<RumorSummary>> rumorsProperty() {
    return rumors.getReadOnlyProperty();
  }

  /// The rumour that the graph and the diagram show: the newest, unless the user chose another.
  public ReadOnlyObjectProperty<@Nullable RumorId> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// How far the chosen rumour has come.
  public ReadOnlyObjectProperty<@Nullable Spread> spreadProperty() {
    return spread.getReadOnlyProperty();
  }

  /// The spreads that are laid over one another: the chosen one first.
  public ReadOnlyObjectProperty<List<Spread>> comparedProperty() {
    return compared.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<List<Fault>> faultsProperty() {
    return faults.getReadOnlyProperty();
  }

  /// Which moment is shown.
  public ReadOnlyObjectProperty<Moment> momentProperty() {
    return moment.getReadOnlyProperty();
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
    Replay current = replay;
    return current != null ? current.recorded() : recording.snapshot();
  }

  /// The window's own peer, also once it has ended, or the one in whose window the recording was made
  /// that is shown; null where there is none.
  public @Nullable PeerAddress self() {
    OpenedRecording shown = opened.get();
    return shown == null ? self : shown.self();
  }

  /// `listener` is given each observation as the moment that is shown passes it, in order.
  public void onTraffic(Consumer<Observation> listener) {
    traffic = listener;
  }

  /// The words of a rumour for which the user has none: each has a number, to tell them apart.
  public String usualRumor() {
    return "Rumour " + (rumors.get().size() + 1);
  }

  /// Whether what a peer does is seen from its own side, in the moment that is shown.
  public boolean isWatched(PeerAddress peer) {
    return (replay == null ? live : replay.network()).isWatched(peer);
  }

  /// Shows a rumour.
  ///
  /// @param rumor null for the newest, now and later
  public void choose(@Nullable RumorId rumor) {
    choseRumor = rumor != null;
    chosen.set(rumor);
    publish();
  }

  /// Lays a rumour over the chosen one, or no longer.
  public void compare(RumorId rumor, boolean shown) {
    if (shown ? comparedWith.add(rumor) : comparedWith.remove(rumor)) {
      publish();
    }
  }

  public boolean isCompared(RumorId rumor) {
    return comparedWith.contains(rumor);
  }

  /// Runs that are over and kept to be compared, the oldest first.
  public ReadOnlyObjectProperty<List<KeptRun>> keptRunsProperty() {
    return keptRuns.getReadOnlyProperty();
  }

  /// Keeps how the chosen rumour has spread so far, in place of a run of the same name.
  public void keepRun(String name) {
    Spread reached = spread.get();
    if (reached != null) {
      List<KeptRun> kept = new ArrayList<>(keptRuns.get());
      kept.removeIf(run -> run.name().equals(name));
      kept.add(new KeptRun(name, reached));
      keptRuns.set(List.copyOf(kept.subList(Math.max(0, kept.size() - MOST_KEPT), kept.size())));
    }
  }

  /// Compares with that run no longer.
  public void dropRun(String name) {
    keptRuns.set(keptRuns.get().stream().filter(run -> !run.name().equals(name)).toList());
    publish();
  }

  /// Compares with no run any longer.
  public void dropRuns() {
    keptRuns.set(List.of());
    publish();
  }

  /// Whose picture it is. Where a recording from elsewhere is shown and a peer runs now, what happens
  /// now is shown instead: whoever starts a peer wants to see it, and the recording has a file.
  ///
  /// @param address the window's own peer; null while it does not run
  /// @param showWhole whether to show also whom others know
  public void lookFrom(@Nullable PeerAddress address, boolean showWhole) {
    self = address != null ? address : self;
    selfRuns = address != null;
    whole = showWhole;
    if (selfRuns && opened.get() != null) {
      goLive();
    }
    redraw.now();
  }

  /// Takes in what was seen since the last time.
  public void take(List<Observation> observations) {
    for (Observation observation : observations) {
      recording.add(observation);
      live.note(observation);
      if (replay == null) {
        traffic.accept(observation);
      }
    }
    redraw.ask();
  }

  /// Time has gone on.
  public void age(Instant now) {
    if (replay == null && live.age(now)) {
      redraw.ask();
    }
  }

  /// Whether the moment that is shown is now.
  public boolean isLive() {
    return replay == null;
  }

  /// Shows what happens now again; where nothing does, because only a recording is shown, its end.
  public void goLive() {
    if (!hasPresent()) {
      withReplay(it -> it.seek(it.end()));
      return;
    }
    replay = null;
    playsOpened = false;
    opened.set(null);
    publish();
  }

  /// Whether anything was seen here, or may be: a window that was opened on a recording has a present
  /// only once a peer was started in it.
  private boolean hasPresent() {
    return opened.get() == null || selfRuns || recording.start() != null;
  }

  /// Shows what happens now, and of rumours the newest: one is about to be told.
  public void awaitRumor() {
    if (hasPresent()) {
      choseRumor = false;
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
    withReplay(it -> it.step(forward, traffic));
  }

  /// @param newPace recorded seconds in a second
  public void setPace(double newPace) {
    pace = newPace;
    publish();
  }

  /// The recording runs on, if it is being played.
  ///
  /// @param elapsed real time since the last call
  public void advance(Duration elapsed) {
    Replay current = replay;
    if (current != null && current.isPlaying()) {
      current.advance(Duration.ofNanos((long) (elapsed.toNanos() * pace)), traffic);
      publish();
    }
  }

  /// Plays a recording from elsewhere, from its first moment.
  ///
  /// @param from the peer whose picture it is; null for any of it
  public void open(Recorded recorded, @Nullable PeerAddress from) {
    OpenedRecording asked = OpenedRecording.of(recorded, from);
    opened.set(asked);
    background.execute(
        () -> {
          Replay made = new Replay(recorded);
          fxThread.execute(
              () -> {
                // Meanwhile a peer may have been started here.
                if (asked.equals(opened.get())) {
                  replay = made;
                  playsOpened = true;
                  made.seek(made.start());
                  publish();
                }
              });
        });
  }

  /// Made ready off the FX thread, since it goes through all that was recorded; the action then acts
  /// on it.
  private void withReplay(Consumer<Replay> action) {
    Replay current = replay;
    if (current != null) {
      action.accept(current);
      publish();
      return;
    }
    Recorded recorded = recording.snapshot();
    if (recorded.isEmpty()) {
      return;
    }
    background.execute(
        () -> {
          Replay made = new Replay(recorded);
          fxThread.execute(
              () -> {
                if (replay == null) {
                  replay = made;
                }
                action.accept(replay);
                publish();
              });
        });
  }

  private void publish() {
    Replay current = replay;
    WholeNetwork network = current == null ? live : current.network();
    PeerAddress viewer = viewerOf(network, current == null);
    picture.set(
        viewer == null ? NetworkPicture.EMPTY : network.picture(viewer, whole || playsOpened));
    List<RumorSummary> known = network.rumors();
    rumors.set(known);
    boolean gone = known.stream().noneMatch(summary -> summary.rumor().id().equals(chosen.get()));
    if (!choseRumor || gone) {
      choseRumor &= !gone;
      chosen.set(known.isEmpty() ? null : known.getFirst().rumor().id());
    }
    RumorId shown = chosen.get();
    spread.set(shown == null ? null : network.spread(shown));
    Set<RumorId> laidOver = new LinkedHashSet<>();
    if (shown != null) {
      laidOver.add(shown);
    }
    laidOver.addAll(comparedWith);
    compared.set(network.spreads(laidOver));
    faults.set(network.faults());
    moment.set(current == null ? liveMoment() : current.moment(pace, hasPresent()));
  }

  /// Where the picture is seen from: this window's own peer, else any other that is watched.
  private @Nullable PeerAddress viewerOf(WholeNetwork network, boolean isLive) {
    PeerAddress own = isLive ? self : self();
    if (own != null && (isLive ? selfRuns : network.peer(own) != null)) {
      return own;
    }
    for (PeerAddress address : network.observed()) {
      ObservedPeer peer = network.peer(address);
      if (peer != null && (peer.running() || !isLive)) {
        return address;
      }
    }
    return null;
  }

  private Moment liveMoment() {
    Instant start = recording.start();
    Instant end = recording.end();
    return start == null || end == null
        ? Moment.NONE
        : new Moment(start, end, end, Moment.Mode.LIVE, pace);
  }

  /// Idempotent.
  @Override
  public void close() {
    redraw.close();
  }
}
