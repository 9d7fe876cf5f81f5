package p2pgossip.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.Ending;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Observation;
import p2pgossip.network.ObservedPeer;
import p2pgossip.network.Recorded;
import p2pgossip.network.Recording;
import p2pgossip.network.RumorSummary;
import p2pgossip.network.Run;
import p2pgossip.network.Spread;
import p2pgossip.network.WholeNetwork;
import p2pgossip.story.MarkLog;
import p2pgossip.story.Story;
import p2pgossip.ui.model.NetworkView.Place;

/// Folds observations, live or from a recording, into one [NetworkView] after another. Parts that
/// have not changed since the last view are shared with it and not computed again. Used by one
/// thread at a time, except for [#recorded].
final class NetworkFold {

  private static final int MOST_KEPT = 20;

  private final InstantSource clock;
  private final Recording recording = new Recording();
  private final WholeNetwork live = new WholeNetwork();
  private final MarkLog marks = new MarkLog();
  private final StoryTeller teller = new StoryTeller();
  private final List<Observation> passed = new ArrayList<>();
  private final List<KeptRun> runs = new ArrayList<>();

  /// Also read by threads that ask for the recording.
  private volatile @Nullable Replay replay;

  private @Nullable Drawn drawn;
  private List<MeasuredSpread> measured = List.of();

  /// A picture, and what it was made from.
  private record Drawn(
      WholeNetwork of,
      PeerAddress viewer,
      boolean whole,
      boolean names,
      NetworkPicture picture,
      Set<PeerAddress> watched,
      Map<PeerAddress, ObservedPeer> then,
      Set<PeerAddress> originals) {}

  NetworkFold(InstantSource clock) {
    this.clock = clock;
  }

  /// What was recorded. May be called on any thread, and takes a while.
  Recorded recorded() {
    Replay current = replay;
    return current != null ? current.recorded() : recording.snapshot();
  }

  /// A window that was opened on a recording has a present only once a peer is started in it.
  private boolean hasPresent(Looking looking) {
    return looking.opened() == null || looking.selfRuns() || recording.start() != null;
  }

  void take(List<Observation> observations) {
    for (Observation observation : observations) {
      recording.add(observation);
      marks.note(observation);
      if (live.note(observation)) {
        redrawLive();
      }
    }
    if (replay == null) {
      passed.addAll(observations);
    }
  }

  void age() {
    if (live.age(clock.instant())) {
      redrawLive();
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private void redrawLive() {
    if (drawn != null && drawn.of() == live) {
      drawn = null;
    }
  }

  /// Shows the present.
  void goLive() {
    replay = null;
  }

  /// Shows a recording from a file, from its first moment. Goes through all of it once.
  void open(Recorded recorded) {
    Replay made = new Replay(recorded);
    made.seek(made.start());
    replay = made;
  }

  /// Acts on the recording that is shown, or else on the recording of this session, which is then
  /// shown. Does nothing if that is empty.
  void replay(Consumer<Replay> action) {
    Replay current = replay;
    if (current == null) {
      Recorded recorded = recording.snapshot();
      if (recorded.isEmpty()) {
        return;
      }
      current = new Replay(recorded);
      replay = current;
    }
    action.accept(current);
    drawn = null;
  }

  void step(boolean forward) {
    replay(it -> it.step(forward, passed::add));
  }

  /// Time passes in the recording, if it is being played.
  void advance(Duration recordedTime) {
    Replay current = replay;
    if (current != null && current.isPlaying()) {
      replay(it -> it.advance(recordedTime, passed::add));
    }
  }

  /// Keeps how a rumour has spread in the run that ends now. Replaces a run of the same name.
  void keepRun(String name, @Nullable RumorId chosen) {
    RumorId rumor = chosenOf(live.rumors(), chosen);
    Spread reached = rumor == null ? null : live.spread(rumor);
    if (reached != null) {
      dropRun(name);
      MeasuredSpread ended = MeasuredSpread.of(reached, clock.instant(), live::isWatched).ended();
      runs.add(new KeptRun(name, ended));
      if (runs.size() > MOST_KEPT) {
        runs.removeFirst();
      }
    }
  }

  void dropRun(String name) {
    runs.removeIf(run -> run.name().equals(name));
  }

  void dropRuns() {
    runs.clear();
  }

  /// All that is to be seen now. What has passed since the last view is handed out once.
  NetworkView view(Looking looking) {
    Replay current = replay;
    WholeNetwork network = current == null ? live : current.network();
    Moment moment =
        current == null ? liveMoment(looking) : current.moment(looking.pace(), hasPresent(looking));
    List<RumorSummary> rumors = network.rumors();
    RumorId chosen = chosenOf(rumors, looking.chosen());
    if (chosen != null && looking.chosen() == null && chosen.equals(looking.forgotten())) {
      chosen = null;
    }
    measured = measure(network, chosen, looking.compared(), moment.at());
    Spread of = measured.isEmpty() || chosen == null ? null : measured.getFirst().spread();
    Ending gone = of == null ? null : endOfNetwork(of, network);
    Place place =
        gone == null
            ? Place.SHOWN
            : Objects.equals(chosen, looking.chosen()) ? Place.KEPT : Place.GONE;
    Drawn shown = draw(network, looking, current == null);
    NetworkPicture picture = shown == null ? NetworkPicture.EMPTY : shown.picture();
    Story story =
        teller.tell(
            current == null ? marks : current.marks(),
            picture,
            measured.isEmpty() || place == Place.GONE ? null : measured.getFirst(),
            network);
    List<Observation> since = List.copyOf(passed);
    passed.clear();
    return new NetworkView(
        moment,
        looking.opened(),
        gone != null && place == Place.KEPT
            ? gone.network().picture().namesShown(looking.names())
            : picture,
        place,
        shown == null ? Set.of() : shown.watched(),
        shown == null ? Map.of() : shown.then(),
        shown == null ? Set.of() : shown.originals(),
        rumors,
        chosen,
        measured,
        others(measured),
        network.faults(),
        story,
        since);
  }

  /// The kept runs, without the one whose rumour is shown anyway: nothing is compared with itself.
  private List<KeptRun> others(List<MeasuredSpread> shown) {
    Set<RumorId> keys =
        shown.stream().map(it -> it.spread().key()).collect(Collectors.toUnmodifiableSet());
    return runs.stream().filter(run -> !keys.contains(run.measured().spread().key())).toList();
  }

  /// For a rumour whose network has been taken down; null for others.
  private static @Nullable Ending endOfNetwork(Spread spread, WholeNetwork network) {
    Run run = spread.conditions().run();
    boolean goesOn =
        run == null || network.runs().stream().anyMatch(it -> it.number() == run.number());
    return goesOn ? null : spread.ending();
  }

  private static @Nullable RumorId chosenOf(List<RumorSummary> rumors, @Nullable RumorId wanted) {
    boolean known = rumors.stream().anyMatch(it -> it.key().equals(wanted));
    if (known) {
      return wanted;
    }
    return rumors.isEmpty() ? null : rumors.getFirst().key();
  }

  private List<MeasuredSpread> measure(
      WholeNetwork network, @Nullable RumorId chosen, Set<RumorId> compared, Instant now) {
    Set<RumorId> laidOver = new LinkedHashSet<>();
    if (chosen != null) {
      laidOver.add(chosen);
    }
    laidOver.addAll(compared);
    return network.spreads(laidOver).stream().map(spread -> measure(spread, network, now)).toList();
  }

  @SuppressWarnings("ReferenceEquality")
  private MeasuredSpread measure(Spread spread, WholeNetwork network, Instant now) {
    for (MeasuredSpread before : measured) {
      // By identity: comparing thousands of trips would cost more than it saves.
      if (before.spread() == spread) {
        return before.at(now, network::isWatched);
      }
    }
    return MeasuredSpread.of(spread, now, network::isWatched);
  }

  @SuppressWarnings("ReferenceEquality")
  private @Nullable Drawn draw(WholeNetwork network, Looking looking, boolean isLive) {
    PeerAddress viewer = viewer(network, looking, isLive);
    if (viewer == null) {
      return null;
    }
    // All of a recording from a file is shown, as in the window where it was made.
    boolean whole = looking.whole() || (looking.opened() != null && !isLive);
    Drawn before = drawn;
    if (before != null
        && before.of() == network
        && before.viewer().equals(viewer)
        && before.whole() == whole
        && before.names() == looking.names()) {
      return before;
    }
    Set<PeerAddress> watched =
        network.observed().stream()
            .filter(network::isWatched)
            .collect(Collectors.toUnmodifiableSet());
    Drawn fresh =
        new Drawn(
            network,
            viewer,
            whole,
            looking.names(),
            network.picture(viewer, whole).namesShown(looking.names()),
            watched,
            isLive ? Map.of() : peers(network),
            network.originals());
    drawn = fresh;
    return fresh;
  }

  private static Map<PeerAddress, ObservedPeer> peers(WholeNetwork network) {
    Map<PeerAddress, ObservedPeer> peers = new HashMap<>();
    for (PeerAddress address : network.observed()) {
      ObservedPeer peer = network.peer(address);
      if (peer != null && peer.watched()) {
        peers.put(address, peer);
      }
    }
    return peers;
  }

  /// The peer from which the network is seen: this window's own peer, or else any other watched
  /// one.
  private static @Nullable PeerAddress viewer(
      WholeNetwork network, Looking looking, boolean isLive) {
    PeerAddress own = isLive ? looking.self() : looking.viewer();
    if (own != null && (isLive ? looking.selfRuns() : network.peer(own) != null)) {
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

  private Moment liveMoment(Looking looking) {
    Instant start = recording.start();
    Instant end = recording.end();
    if (start == null || end == null) {
      return Moment.NONE;
    }
    Instant now = clock.instant();
    return new Moment(start, end, now.isBefore(end) ? end : now, Moment.Mode.LIVE, looking.pace());
  }
}
