package p2pgossip.ui.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.FaultBoard;
import p2pgossip.fault.FaultSet;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.pace.Pace;
import p2pgossip.pace.Pacer;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerableNetwork;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.swarm.SwarmPlan;

/// One swarm of a window, from its start to its end, and what is known of its members. FX thread
/// only, except that it is called as a listener on threads of the members.
final class SwarmRun implements NetworkListener {

  private final SwarmPlan plan;
  private final RunTitle title;
  private final Executor fxThread;
  private final Listener listener;
  private final Map<Integer, NetworkMember> members = new LinkedHashMap<>();
  private PeerSettings settings;
  private @Nullable SteerableNetwork network;
  private @Nullable Pacer pacer;
  private FaultBoard.@Nullable Subscription faultsHeard;

  // Read by the thread that starts the peers.
  private final AtomicBoolean ended = new AtomicBoolean();

  /// Told on the FX thread.
  interface Listener {

    /// Called often while many begin or end.
    void membersChanged();

    /// Called for a member that starts once the swarm runs.
    void joinedLater(SteerablePeer peer);
  }

  /// @param title what it is for
  SwarmRun(SwarmPlan plan, RunTitle title, Executor fxThread, Listener listener) {
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
  ///
  /// @param pacing lets its time pass, and is closed with it; null where time passes by itself
  void stands(SteerableNetwork standing, @Nullable Pacer pacing) {
    network = standing;
    pacer = pacing;
    if (!settings.equals(plan.settings())) {
      standing.change(before -> settings);
    }
  }

  /// Null while peers are still being started.
  @Nullable SteerableNetwork network() {
    return network;
  }

  /// Tells the faults between its peers, now and whenever they change.
  ///
  /// @param heard called on any thread, with the time by the clock of the network
  void hearFaults(BiConsumer<Instant, FaultSet> heard) {
    SteerableNetwork current = network;
    if (current != null) {
      heard.accept(current.clock().instant(), current.faults().inForce());
      faultsHeard =
          current.faults().listen(inForce -> heard.accept(current.clock().instant(), inForce));
    }
  }

  void setPace(Pace pace) {
    if (pacer != null) {
      pacer.setPace(pace);
    }
  }

  void change(UnaryOperator<PeerSettings> how) {
    settings = how.apply(settings);
    if (network != null) {
      network.change(how);
    }
  }

  SwarmState state() {
    return new SwarmState(
        plan,
        List.copyOf(members.values()),
        settings,
        network == null,
        title.shown(),
        title.description(),
        null);
  }

  SwarmState failed(String words) {
    return new SwarmState(plan, List.of(), settings, false, null, "", words);
  }

  /// A member that runs; null for others.
  @Nullable SteerablePeer peer(PeerAddress address) {
    return network == null ? null : network.peer(address);
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
    SteerableNetwork ending = network;
    if (faultsHeard != null) {
      faultsHeard.close();
    }
    if (pacer != null) {
      pacer.close();
    }
    if (ending != null) {
      background.execute(ending::close);
    }
  }

  @Override
  public void joined(NetworkMember member, PeerSettings settings) {
    fxThread.execute(
        () -> {
          changed(member);
          SteerablePeer peer = peer(member.address());
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
