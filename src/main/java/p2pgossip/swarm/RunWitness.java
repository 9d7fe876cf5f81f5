package p2pgossip.swarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.FaultSet;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Observation;
import p2pgossip.network.RumorSummary;
import p2pgossip.network.Run;
import p2pgossip.network.Spread;
import p2pgossip.network.WholeNetwork;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.ActionWords;
import p2pgossip.scenario.Report.Happening;
import p2pgossip.scenario.Report.RumorReport;

/// Watches a run, for its report. Thread-safe.
final class RunWitness implements SwarmListener {

  private static final int MOST_HAPPENINGS = 100_000;

  // Guarded by this.
  private final WholeNetwork network = new WholeNetwork();
  private final List<Happened> happenings = new ArrayList<>();
  private @Nullable Instant lastCopy;
  private final Map<PeerAddress, Integer> underWay = new HashMap<>();
  private long copies;

  private record Happened(Instant at, @Nullable PeerAddress peer, String what, String about) {}

  @Override
  public synchronized void joined(SwarmMember member, PeerSettings settings) {
    network.note(
        new Observation.Happened(
            member.address(), new GossipEvent.SettingsChanged(Instant.now(), settings)));
  }

  @Override
  public synchronized void happened(PeerAddress member, GossipEvent event) {
    network.note(new Observation.Happened(member, event));
    countCopies(member, event);
    switch (event) {
      case GossipEvent.Started it -> note(it, member, "started", "");
      case GossipEvent.Stopped it -> note(it, member, "stopped", "");
      case GossipEvent.PeerConnected it -> note(it, member, "connected", it.peer().toString());
      case GossipEvent.PeerLearned it ->
          note(it, member, "learned", it.peer() + " from " + it.listedBy());
      case GossipEvent.PeerUnreachable it ->
          note(it, member, "unreachable", it.peer() + ": " + it.failure().reason());
      case GossipEvent.PeerRecovered it -> note(it, member, "recovered", it.peer().toString());
      case GossipEvent.PeerRestarted it -> note(it, member, "restarted", it.peer().toString());
      case GossipEvent.PeerForgotten it ->
          note(it, member, "forgotten", it.peer() + ": " + it.failure().reason());
      case GossipEvent.PeerLeft it -> note(it, member, "left", it.peer().toString());
      case GossipEvent.PeerDropped it -> note(it, member, "dropped", it.peer().toString());
      case GossipEvent.Trouble it -> note(it, member, "trouble", it.doing() + ": " + it.cause());
      default -> {
        // What is said, and what is only tried, is not told one by one.
      }
    }
  }

  private void countCopies(PeerAddress member, GossipEvent event) {
    switch (event) {
      case GossipEvent.CopySent sent -> {
        copies++;
        lastCopy = sent.at();
        // What becomes of one that was asked for is not learned.
        underWay.merge(member, sent.inAnswer() ? 0 : 1, Integer::sum);
      }
      case GossipEvent.CopyDelivered delivered -> ended(member, delivered.at());
      case GossipEvent.CopyFailed failed -> ended(member, failed.at());
      case GossipEvent.Stopped _ -> underWay.remove(member);
      default -> {
        // Nothing else sets a copy off or ends it.
      }
    }
  }

  private void ended(PeerAddress member, Instant at) {
    lastCopy = at;
    underWay.merge(member, -1, Integer::sum);
  }

  /// All peers run: what is told from now on belongs to this run.
  synchronized void began(Run run) {
    network.note(new Observation.RunBegan(Instant.now(), run));
  }

  synchronized void faultsChanged(FaultSet faults) {
    network.note(new Observation.FaultsChanged(Instant.now(), faults.faults()));
  }

  synchronized void did(Action action) {
    add(new Happened(Instant.now(), null, ActionWords.verb(action), ActionWords.object(action)));
  }

  synchronized void failed(Action action, String reason) {
    add(new Happened(Instant.now(), null, "failed", ActionWords.verb(action) + ": " + reason));
  }

  private void note(GossipEvent event, PeerAddress peer, String what, String about) {
    add(new Happened(event.at(), peer, what, about));
  }

  private void add(Happened happened) {
    if (happenings.size() < MOST_HAPPENINGS) {
      happenings.add(happened);
    }
  }

  /// When a copy last set off, arrived or was lost; null while none has.
  synchronized @Nullable Instant lastCopy() {
    return lastCopy;
  }

  /// Whether a copy has set off of which it is not known yet what becomes of it.
  synchronized boolean isAnyUnderWay() {
    return underWay.values().stream().anyMatch(count -> count > 0);
  }

  /// Says how far the newest rumour has come, if there is one, and how many copies there were of all.
  synchronized void tell(News news) {
    List<RumorSummary> rumors = network.rumors();
    news.are(rumors.isEmpty() ? null : rumors.getFirst(), copies);
  }

  /// The run ends.
  ///
  /// @return all rumours as far as they have come, in the order of their birth
  synchronized List<RumorReport> ended(Run run, Instant now) {
    network.age(now);
    network.note(new Observation.RunEnded(now, run.number()));
    List<RumorReport> reports = new ArrayList<>();
    for (RumorSummary summary : network.rumors().reversed()) {
      Spread spread = network.spread(summary.key());
      if (spread != null) {
        reports.add(new RumorReport(spread));
      }
    }
    return reports;
  }

  synchronized List<Happening> happenings(Instant began) {
    return happenings.stream()
        .sorted(Comparator.comparing(Happened::at))
        .map(
            it -> new Happening(Duration.between(began, it.at()), it.peer(), it.what(), it.about()))
        .toList();
  }

  /// Hears how far things have come.
  interface News {
    void are(@Nullable RumorSummary newest, long copies);
  }
}
