package p2pgossip.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import p2pgossip.fault.FaultBoard;
import p2pgossip.network.RumorSummary;
import p2pgossip.network.Run;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerableNetwork;

/// One run of a scenario together with what its report needs: runs it, watches it, and tells a
/// listener how it goes. Thread-safe.
final class ReportedRun implements AutoCloseable {

  private final Scenario scenario;
  private final Variant variant;
  private final Run run;
  private final boolean secure;
  private final SteerableNetwork network;
  private final RunWitness witness;
  private final RunListener listener;
  private final Runnable over;
  private final FaultBoard.Subscription faultsWatched;
  private final ScenarioRun scenarioRun;

  private volatile Instant began;

  /// Begins once the peers of the network are connected.
  ///
  /// @param number of the run within the scenario, from 1
  /// @param secure whether the peers use TLS
  /// @param witness that has watched the network from its beginning
  /// @param over is called once the run is over
  ReportedRun(
      Scenario scenario,
      int number,
      boolean secure,
      SteerableNetwork network,
      RunWitness witness,
      RunListener listener,
      Runnable over) {
    this.scenario = scenario;
    this.variant = scenario.runs().get(number - 1);
    this.secure = secure;
    this.network = network;
    this.witness = witness;
    this.listener = listener;
    this.over = over;
    this.began = network.clock().instant();
    List<NetworkMember> members = network.members();
    this.run =
        new Run(
            number,
            scenario.name(),
            scenario.variants().isEmpty() ? null : variant.name(),
            1,
            scenario.topologyOf(variant).label(),
            scenario.seed(),
            scenario.originals(),
            members.stream().map(NetworkMember::address).toList(),
            network.time(),
            // The scenario says it, and the bytes of a report stay what they are.
            false);
    witness.began(run);
    this.faultsWatched = network.faults().listen(witness::faultsChanged);
    this.scenarioRun = new ScenarioRun(scenario, network, new Course());
  }

  /// Ends the run.
  ///
  /// @return its outcome
  Report.Run report() {
    scenarioRun.close();
    Instant end = network.clock().instant();
    return new Report.Run(
        variant.name(),
        run,
        scenario.topologyOf(variant),
        scenario.settingsOf(variant),
        secure,
        began,
        Duration.between(began, end),
        network.members().stream().map(this::member).toList(),
        witness.ended(run),
        witness.happenings(began));
  }

  private Report.Member member(NetworkMember member) {
    return new Report.Member(
        member.number(),
        member.address(),
        member.original(),
        member.original() ? null : scenario.traits().names().of(member.number() - 1));
  }

  /// Ends the run, but neither the network nor the faults in force. Idempotent.
  @Override
  public void close() {
    scenarioRun.close();
    faultsWatched.close();
  }

  private final class Course implements ScenarioRun.Course {

    @Override
    public void began(int peers, int unconnected) {
      began = network.clock().instant();
      listener.began(peers, unconnected);
    }

    @Override
    public void ignored(String words) {
      witness.ignored(words);
      listener.ignored(words);
    }

    @Override
    public void doing(TimedAction action) {
      witness.did(action.action());
    }

    @Override
    public void did(TimedAction action) {
      listener.did(action);
    }

    @Override
    public void failed(TimedAction action, String reason) {
      witness.failed(action.action(), reason);
      listener.failed(action, reason);
    }

    @Override
    public void wentOn(Duration since, long copies) {
      RumorSummary newest = witness.newestRumor();
      if (newest == null) {
        long running = network.members().stream().filter(NetworkMember::running).count();
        listener.wentOn(since, 0, (int) running, copies);
      } else {
        listener.wentOn(since, newest.reached(), newest.population(), copies);
      }
    }

    @Override
    public void over() {
      over.run();
    }
  }
}
