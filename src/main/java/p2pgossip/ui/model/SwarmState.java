package p2pgossip.ui.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.steering.NetworkMember;
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

  public SwarmState {
    members = List.copyOf(members);
  }

  public int running() {
    return (int) members.stream().filter(NetworkMember::running).count();
  }
}
