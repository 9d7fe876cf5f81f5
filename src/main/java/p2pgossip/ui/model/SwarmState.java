package p2pgossip.ui.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;
import p2pgossip.scenario.TimedAction;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.swarm.SwarmPlan;

/// A swarm as its window shows it.
///
/// @param members those that were started, also those that no longer run
/// @param settings that were last given to all
/// @param starting whether peers are still being started
/// @param title of the run of a scenario; null if none is played
/// @param description of the scenario that is played; empty if there is none
/// @param failure why it could not be started, in words; null if nothing went wrong
public record SwarmState(
    SwarmPlan plan,
    List<NetworkMember> members,
    PeerSettings settings,
    boolean starting,
    @Nullable String title,
    String description,
    @Nullable String failure) {

  private static final Duration SAVED_LENGTH = Duration.ofMinutes(1);

  /// The rumour of a scenario that is saved.
  private static final String RUMOR = "Have you heard?";

  private static final String ENDING = ".json";

  public SwarmState {
    members = List.copyOf(members);
  }

  public int running() {
    return (int) members.stream().filter(NetworkMember::running).count();
  }

  /// The swarm as it was started, with its present settings, and one rumour.
  ///
  /// @param fileName after which it is named
  public Scenario asScenario(String fileName) {
    String name =
        fileName.endsWith(ENDING)
            ? fileName.substring(0, fileName.length() - ENDING.length())
            : fileName;
    return new Scenario(
        name.isBlank() ? "A swarm" : name,
        "",
        plan.seed(),
        plan.peers(),
        plan.originals(),
        plan.topology(),
        settings,
        SAVED_LENGTH,
        null,
        List.of(
            new TimedAction(
                Duration.ofSeconds(1), new Action.Spread(new Selection.These(1), RUMOR))),
        List.of(),
        plan.traits());
  }

  /// How many of the peers that run gossip by other settings than were last given to all.
  ///
  /// @param peers finds those that run
  int apart(Function<PeerAddress, @Nullable SteerablePeer> peers) {
    return (int)
        members.stream()
            .filter(member -> member.running() && !member.original())
            .map(member -> peers.apply(member.address()))
            .filter(Objects::nonNull)
            .filter(peer -> isApart(peer.settings()))
            .count();
  }

  private boolean isApart(PeerSettings own) {
    return !own.spreading().equals(settings.spreading())
        || !own.period().equals(settings.period())
        || own.paused() != settings.paused();
  }
}
