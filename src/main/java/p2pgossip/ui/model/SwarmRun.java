package p2pgossip.ui.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.RunningPeer;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.NetworkMember;
import p2pgossip.swarm.Swarm;
import p2pgossip.swarm.SwarmPlan;

/// One swarm of a window, from its start to its end, and what is known of its members. FX thread
/// only, except that it is called as a listener on threads of the members.
final class SwarmRun implements NetworkListener {

  private final SwarmPlan plan;
  private final @Nullable String title;
  private final Executor fxThread;
  private final Listener listener;
  private final Map<Integer, NetworkMember> members = new LinkedHashMap<>();
  private PeerSettings settings;
  private @Nullable Swarm swarm;

  // Read by the thread that starts the peers.
  private final AtomicBoolean ended = new AtomicBoolean();

  /// Told on the FX thread.
  interface Listener {

    /// Called often while many begin or end.
    void membersChanged();

    /// Called for a member that starts once the swarm runs.
    void joinedLater(RunningPeer peer);
  }

  /// @param title of the run of a scenario; null if none is played
  SwarmRun(SwarmPlan plan, @Nullable String title, Executor fxThread, Listener listener) {
    this.plan = plan;
    this.title = title;
    this.fxThread = fxThread;
    this.listener = listener;
    settings = plan.settings();
  }

  SwarmPlan plan() {
    return plan;
  }

  /// Whether it is over, also while its peers are still being started. Any thread.
  boolean isOver() {
    return ended.get();
  }

  /// All its peers run. The settings may have changed while they were started.
  void stands(Swarm standing) {
    swarm = standing;
    if (!settings.equals(plan.settings())) {
      standing.change(before -> settings);
    }
  }

  /// Null while peers are still being started.
  @Nullable Swarm swarm() {
    return swarm;
  }

  void change(UnaryOperator<PeerSettings> how) {
    settings = how.apply(settings);
    if (swarm != null) {
      swarm.change(how);
    }
  }

  SwarmState state() {
    return new SwarmState(
        plan, List.copyOf(members.values()), settings, swarm == null, title, null);
  }

  SwarmState failed(String words) {
    return new SwarmState(plan, List.of(), settings, false, null, words);
  }

  /// A member that runs; null for others.
  @Nullable RunningPeer peer(PeerAddress address) {
    return swarm == null ? null : swarm.peer(address);
  }

  /// The addresses of all members, also of those that no longer run.
  Set<PeerAddress> addresses() {
    return Set.copyOf(members.values().stream().map(NetworkMember::address).toList());
  }

  /// The addresses of members that no longer run.
  List<PeerAddress> gone() {
    return members.values().stream()
        .filter(member -> !member.running())
        .map(NetworkMember::address)
        .sorted()
        .toList();
  }

  /// Ends the peers on `background`. Those that are still being started end by themselves.
  void end(Executor background) {
    ended.set(true);
    Swarm ending = swarm;
    if (ending != null) {
      background.execute(ending::close);
    }
  }

  @Override
  public void joined(NetworkMember member, PeerSettings settings) {
    fxThread.execute(
        () -> {
          changed(member);
          RunningPeer peer = peer(member.address());
          if (peer != null) {
            listener.joinedLater(peer);
          }
        });
  }

  @Override
  public void ended(NetworkMember member) {
    fxThread.execute(() -> changed(member));
  }

  /// What happens to the members is watched by those that show it.
  @Override
  public void happened(PeerAddress member, GossipEvent event) {}

  private void changed(NetworkMember member) {
    members.put(member.number(), member);
    listener.membersChanged();
  }
}
