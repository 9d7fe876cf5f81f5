package p2pgossip.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Quote;
import p2pgossip.network.Observation;
import p2pgossip.network.Run;

/// Collects from observations what is worth a mark. What happens to several peers at about the same
/// time is one mark. Used by one thread at a time.
public final class MarkLog {

  /// The most marks. Later ones are left out.
  public static final int MOST = 500;

  private static final Duration TOGETHER = Duration.ofSeconds(1);

  private final List<Entry> entries = new ArrayList<>();
  private final Set<PeerAddress> ended = new HashSet<>();
  private final Map<PeerAddress, PeerSettings> settings = new HashMap<>();
  private List<Fault<PeerAddress>> faults = List.of();
  private @Nullable Run run;

  /// @param peers concerned, in order
  /// @param members of the run
  private record Entry(
      Instant at,
      Mark.Kind kind,
      String words,
      @Nullable Fault<PeerAddress> fault,
      List<PeerAddress> peers,
      List<PeerAddress> members) {}

  /// Takes in an observation. They come in order, or nearly so.
  public void note(Observation observation) {
    switch (observation) {
      case Observation.RunBegan(Instant at, Run begun) -> begin(at, begun);
      case Observation.RunEnded _ -> run = null;
      case Observation.FaultsChanged(Instant at, var inForce) -> change(at, inForce);
      case Observation.Happened(Instant at, PeerAddress observer, GossipEvent event) ->
          happened(at, observer, event);
      case Observation.Seen(Instant _, var snapshot) ->
          settings.put(snapshot.address(), snapshot.settings());
      case Observation.LostSight _, Observation.RumorRecalled _ -> {
        // Nothing has happened.
      }
    }
  }

  private void begin(Instant at, Run begun) {
    Run before = run;
    run = begun;
    if (before == null || before.number() != begun.number()) {
      add(at, Mark.Kind.BEGAN, title(begun), null, List.of());
      return;
    }
    List<PeerAddress> joined = new ArrayList<>(begun.members());
    joined.removeAll(before.members());
    for (PeerAddress peer : joined) {
      addPeer(at, Mark.Kind.JOINED, "joined", peer);
    }
  }

  private static String title(Run run) {
    if (run.variant() != null) {
      return "run " + Quote.of(run.variant());
    }
    return run.scenario() == null
        ? run.members().size() + " peers, " + run.topology()
        : Quote.of(run.scenario());
  }

  private void change(Instant at, List<Fault<PeerAddress>> inForce) {
    List<Fault<PeerAddress>> begun = new ArrayList<>(inForce);
    faults.forEach(begun::remove);
    List<Fault<PeerAddress>> over = new ArrayList<>(faults);
    inForce.forEach(over::remove);
    over.forEach(fault -> add(at, Mark.Kind.HEALED, "", fault, List.of()));
    begun.forEach(fault -> add(at, Mark.Kind.FAULT, "", fault, List.of()));
    faults = List.copyOf(inForce);
  }

  private void happened(Instant at, PeerAddress observer, GossipEvent event) {
    switch (event) {
      case GossipEvent.RumorHeard(Instant _, Copy copy, var sender, boolean _) -> {
        if (sender == null && copy.rumor().origin().equals(observer)) {
          add(at, Mark.Kind.TOLD, Quote.of(copy.rumor().text()), null, List.of());
        }
      }
      case GossipEvent.Stopped _ -> {
        ended.add(observer);
        Run current = run;
        if (current != null && current.members().contains(observer)) {
          addPeer(at, Mark.Kind.ENDED, "ended", observer);
        }
      }
      case GossipEvent.Started _ -> {
        if (ended.remove(observer) && run != null) {
          addPeer(at, Mark.Kind.JOINED, "back", observer);
        }
      }
      case GossipEvent.SettingsChanged(Instant _, PeerSettings changed, var _) -> {
        PeerSettings before = settings.put(observer, changed);
        if (before != null
            && !before.spreading().strategy().equals(changed.spreading().strategy())) {
          addPeer(
              at,
              Mark.Kind.SETTINGS,
              "spread by " + changed.spreading().strategy().label(),
              observer);
        }
      }
      default -> {
        // Not worth a mark.
      }
    }
  }

  private void addPeer(Instant at, Mark.Kind kind, String words, PeerAddress peer) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (Duration.between(entry.at(), at).compareTo(TOGETHER) > 0) {
        break;
      }
      if (entry.kind() == kind && entry.words().equals(words)) {
        List<PeerAddress> peers = new ArrayList<>(entry.peers());
        peers.add(peer);
        entries.set(i, new Entry(entry.at(), kind, words, null, peers, entry.members()));
        return;
      }
    }
    add(at, kind, words, null, List.of(peer));
  }

  private void add(
      Instant at,
      Mark.Kind kind,
      String words,
      @Nullable Fault<PeerAddress> fault,
      List<PeerAddress> peers) {
    if (entries.size() < MOST) {
      Run current = run;
      entries.add(
          new Entry(
              at, kind, words, fault, peers, current == null ? List.of() : current.members()));
    }
  }

  /// How many there are so far. It never falls, and changes whenever a mark is added.
  public int size() {
    return entries.size();
  }

  /// All so far, in their order.
  ///
  /// @param label what a peer is called on the screen
  public List<Mark> marks(Function<PeerAddress, String> label) {
    return entries.stream().map(entry -> mark(entry, label)).toList();
  }

  private static Mark mark(Entry entry, Function<PeerAddress, String> label) {
    PeerNames names = new PeerNames(entry.members(), label);
    Fault<PeerAddress> fault = entry.fault();
    String words =
        fault != null
            ? FaultStory.of(fault, entry.kind() == Mark.Kind.FAULT, names)
            : entry.peers().isEmpty()
                ? entry.words()
                : names.of(entry.peers()) + " " + entry.words();
    return new Mark(entry.at(), entry.kind(), words);
  }
}
