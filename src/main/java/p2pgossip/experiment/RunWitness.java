package p2pgossip.experiment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
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
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.NetworkMember;

/// Watches a run for its report. Thread-safe.
final class RunWitness implements NetworkListener {

  private static final int MOST_HAPPENINGS = 100_000;

  private final InstantSource clock;
  private final Consumer<Observation> seen;

  // Guarded by this.
  private final WholeNetwork network = new WholeNetwork();
  private final List<Happened> happenings = new ArrayList<>();
  private @Nullable Run run;

  private record Happened(Instant at, @Nullable PeerAddress peer, String what, String about) {}

  /// @param clock of the network's events
  /// @param seen is told each observation, one at a time
  RunWitness(InstantSource clock, Consumer<Observation> seen) {
    this.clock = clock;
    this.seen = seen;
  }

  private void see(Observation observation) {
    network.note(observation);
    seen.accept(observation);
  }

  /// A member that joins during the run belongs to it.
  @Override
  public synchronized void joined(NetworkMember member, PeerSettings settings) {
    Run before = run;
    if (before != null
        && !before.members().contains(member.address())
        && before.members().size() < Run.MOST_MEMBERS) {
      began(before.withMember(member.address()));
    }
    see(
        new Observation.Happened(
            member.address(), new GossipEvent.SettingsChanged(clock.instant(), settings)));
  }

  @Override
  public synchronized void happened(PeerAddress member, GossipEvent event) {
    see(new Observation.Happened(member, event));
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
        // Messages, copies and attempts are not listed one by one.
      }
    }
  }

  /// Begins the run: all peers run, and rumours from now on belong to it.
  synchronized void began(Run run) {
    this.run = run;
    see(new Observation.RunBegan(clock.instant(), run));
  }

  synchronized void faultsChanged(FaultSet faults) {
    see(new Observation.FaultsChanged(clock.instant(), faults.faults()));
  }

  synchronized void ignored(String words) {
    add(new Happened(clock.instant(), null, "ignored", words));
  }

  synchronized void did(Action action) {
    add(new Happened(clock.instant(), null, ActionWords.verb(action), ActionWords.object(action)));
  }

  synchronized void failed(Action action, String reason) {
    add(new Happened(clock.instant(), null, "failed", ActionWords.verb(action) + ": " + reason));
  }

  private void note(GossipEvent event, PeerAddress peer, String what, String about) {
    add(new Happened(event.at(), peer, what, about));
  }

  private void add(Happened happened) {
    if (happenings.size() < MOST_HAPPENINGS) {
      happenings.add(happened);
    }
  }

  /// The newest rumour; null if there is none.
  synchronized @Nullable RumorSummary newestRumor() {
    List<RumorSummary> rumors = network.rumors();
    return rumors.isEmpty() ? null : rumors.getFirst();
  }

  /// Ends the run.
  ///
  /// @return all rumours as far as they have spread, in the order of their birth
  synchronized List<RumorReport> ended(Run run) {
    this.run = null;
    Instant now = clock.instant();
    network.age(now);
    see(new Observation.RunEnded(now, run.number()));
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
}
