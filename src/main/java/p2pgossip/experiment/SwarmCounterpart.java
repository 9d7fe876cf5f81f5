package p2pgossip.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Latency;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Run;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.ActionWords;
import p2pgossip.scenario.Churn;
import p2pgossip.scenario.NetworkTraits;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;
import p2pgossip.scenario.TimedAction;
import p2pgossip.swarm.SwarmPlan;

/// A swarm as it is now, of which a [Counterpart] is wanted.
///
/// @param plan by which it was started
/// @param members those with which it was started and those that joined later
/// @param running how many of them run
/// @param settings that were last given to all
/// @param apart how many of them have settings of their own
/// @param wired whether each of those that run knows as many as the topology says
/// @param ownPeer whether the window has a peer of its own, which may be connected with them
/// @param faults that are in force
/// @param scenario that is played on it; null for none
public record SwarmCounterpart(
    SwarmPlan plan,
    int members,
    int running,
    PeerSettings settings,
    int apart,
    boolean wired,
    boolean ownPeer,
    List<Fault<PeerAddress>> faults,
    @Nullable Scenario scenario) {

  private static final String MAY_FAIL = "so it may take longer or not reach all";

  public SwarmCounterpart {
    faults = List.copyOf(faults);
  }

  /// The run on arrays that comes closest to it, and all that this leaves out.
  public Counterpart counterpart() {
    Counterpart it =
        Counterpart.of(
            plan.peers(),
            plan.topology(),
            plan.originals(),
            settings.spreading(),
            settings.period(),
            faults,
            plan.seed(),
            timing());
    List<String> leftOut = new ArrayList<>(it.leftOut());
    addPeers(leftOut);
    addSettings(leftOut);
    addChurn(leftOut);
    if (scenario != null) {
      addRumors(scenario, leftOut);
      addOthers(scenario, leftOut);
    }
    return new Counterpart(it.settings(), it.period(), leftOut);
  }

  /// The counterpart of a rumour that spreads in it, or has spread.
  ///
  /// @param rumor as it is known by itself
  public Counterpart counterpart(Counterpart rumor) {
    List<String> leftOut = new ArrayList<>(timing());
    rumor.leftOut().stream()
        .filter(words -> !words.equals(Counterpart.RANDOM_PHASES))
        .forEach(leftOut::add);
    addPeers(leftOut);
    addSettings(leftOut);
    addChurn(leftOut);
    if (scenario != null) {
      addOthers(scenario, leftOut);
    }
    return new Counterpart(rumor.settings(), rumor.period(), leftOut);
  }

  private void addChurn(List<String> leftOut) {
    Churn churn = plan.traits().churn();
    if (churn != null) {
      leftOut.add(
          "about %s peers leave and %s join per minute, %s"
              .formatted(number(churn.leavePerMinute()), number(churn.joinPerMinute()), MAY_FAIL));
    }
  }

  private List<String> timing() {
    NetworkTraits traits = plan.traits();
    boolean virtual = plan.time() == Run.Time.VIRTUAL;
    if (virtual && traits.inStep()) {
      return List.of();
    }
    Latency latency = traits.latency();
    return virtual && latency != null
        ? List.of(
            Counterpart.RANDOM_PHASES,
            "messages take %s, so it takes longer".formatted(words(latency)))
        : List.of(Counterpart.RANDOM_PHASES);
  }

  private static String words(Latency latency) {
    return switch (latency) {
      case Latency.Fixed(Duration time) -> millis(time) + " ms";
      case Latency.Uniform(Duration least, Duration most) ->
          "%s to %s ms".formatted(millis(least), millis(most));
      case Latency.LogNormal(Duration median, double _) ->
          "about %s ms, and a few much longer".formatted(millis(median));
      case Latency.Sites(var sites, Latency.Alike within, Latency.Alike between) ->
          "%s within each of %s sites and %s between them"
              .formatted(words(within), sites.size(), words(between));
    };
  }

  private static String millis(Duration time) {
    return number(time.toNanos() / 1e6);
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  private void addPeers(List<String> leftOut) {
    int ended = members - running;
    if (ended > 0) {
      leftOut.add(
          "%s of the %s no longer %s, %s"
              .formatted(ended, peers(members), ended == 1 ? "runs" : "run", MAY_FAIL));
    }
    if (members > plan.peers()) {
      int later = members - plan.peers();
      leftOut.add(
          "%s joined later, so there are more to reach, and more ways to them"
              .formatted(later == 1 ? "one peer has" : later + " peers have"));
    }
    if (!wired) {
      leftOut.add("not all know as many peers as their topology says, so it takes longer");
    }
    if (ownPeer && plan.time() == Run.Time.REAL) {
      leftOut.add("the own peer of the window, if it is connected with them, is one more to reach");
    }
    if (!plan.joins().isEmpty()) {
      leftOut.add("it is connected with peers elsewhere, so there are more to reach");
    }
  }

  private static String peers(int count) {
    return count == 1 ? "one peer" : count + " peers";
  }

  private void addSettings(List<String> leftOut) {
    if (apart > 0) {
      leftOut.add(
          apart == 1
              ? "one of the peers has settings of its own"
              : apart + " of the peers have settings of their own");
    }
    if (settings.paused()) {
      leftOut.add("the peers are paused, so nothing spreads until they go on");
    }
  }

  private static void addRumors(Scenario scenario, List<String> leftOut) {
    List<Selection> tellers = new ArrayList<>();
    for (TimedAction planned : scenario.actions()) {
      if (planned.action() instanceof Action.Spread spread) {
        tellers.add(spread.by());
      }
    }
    if (tellers.size() == 1) {
      addTellers(tellers.getFirst(), leftOut);
    } else if (!tellers.isEmpty()) {
      leftOut.add("its scenario tells %s rumours, and here is one".formatted(tellers.size()));
    }
  }

  /// What the scenario has done or will do besides.
  private static void addOthers(Scenario scenario, List<String> leftOut) {
    Set<String> others = new LinkedHashSet<>();
    for (TimedAction planned : scenario.actions()) {
      if (!(planned.action() instanceof Action.Spread)) {
        others.add(ActionWords.verb(planned.action()));
      }
    }
    if (!others.isEmpty()) {
      leftOut.add(
          "its scenario does more at its times (%s), %s"
              .formatted(String.join(", ", others), MAY_FAIL));
    }
  }

  private static void addTellers(Selection by, List<String> leftOut) {
    switch (by) {
      case Selection.These(List<Integer> numbers) when numbers.size() == 1 -> {
        if (numbers.getFirst() != 1) {
          leftOut.add(
              "its rumour begins at peer %s, and here at the first".formatted(numbers.getFirst()));
        }
      }
      case Selection.AtRandom(int count) when count == 1 ->
          leftOut.add("its rumour begins at a peer chosen at random, and here at the first");
      case Selection.All _, Selection.AtRandom _, Selection.These _ ->
          leftOut.add("several peers tell a rumour of their own, and here one does");
    }
  }
}
