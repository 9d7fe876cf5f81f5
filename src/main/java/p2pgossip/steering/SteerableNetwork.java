package p2pgossip.steering;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.FaultBoard;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.Run;

/// A network whose peers are steered together: real peers in real time, or simulated peers in
/// virtual time. Thread-safe; only [#close] blocks.
public interface SteerableNetwork extends AutoCloseable {

  /// The clock of its events.
  InstantSource clock();

  /// What that clock shows.
  Run.Time time();

  /// All members in the order of their numbers, including those that have ended.
  List<NetworkMember> members();

  /// The member at an address, for what the network itself doesn't offer. Closing it ends it.
  ///
  /// @return null where none runs
  @Nullable SteerablePeer peer(PeerAddress address);

  /// The most members that can run at a time.
  int mostRunning();

  /// How many running members know fewer peers than they have neighbours in the topology.
  int unconnected();

  /// The faults in force between the members.
  FaultBoard faults();

  /// Tells a rumour to a member.
  ///
  /// @return null where the member doesn't run
  @Nullable RumorId spread(PeerAddress origin, String text);

  /// Tells a rumour to a random member that speaks the extended protocol.
  ///
  /// @return null where none runs
  @Nullable RumorId spreadAnywhere(String text);

  /// Ends a member like a crash, without a goodbye.
  void kill(PeerAddress member);

  /// Makes a member say goodbye and end.
  ///
  /// @return completed when it has ended
  CompletableFuture<Void> leave(PeerAddress member);

  /// Starts a member again, with the settings of the network, and connects it to its neighbours in
  /// the topology. A member that still runs is killed first; a frozen member thaws.
  ///
  /// @return completed when it runs; fails with an exception that says why it doesn't
  CompletableFuture<NetworkMember> restart(PeerAddress member);

  /// The same, with other settings than those of the network.
  CompletableFuture<NetworkMember> restart(PeerAddress member, PeerSettings own);

  /// Adds a peer that connects to random running members. It begins with the settings of the
  /// network.
  ///
  /// @param neighbors how many of them, or all if fewer run
  /// @return completed when it runs; fails with an exception that says why it doesn't
  CompletableFuture<NetworkMember> add(int neighbors);

  /// How many neighbours a member has in the topology on average, rounded; at least 1.
  int usualNeighbors();

  /// Changes the settings of every member, and of those that start later.
  ///
  /// @param how makes the new settings from a member's own
  void change(UnaryOperator<PeerSettings> how);

  /// Changes the settings of a member, if it runs.
  void change(PeerAddress member, UnaryOperator<PeerSettings> how);

  /// Begins one period of every member now, even where it is paused: in random order, at almost the
  /// same time.
  void stepPeriod();

  /// Begins one period of a member now, if it runs.
  void stepPeriod(PeerAddress member);

  /// Makes a member forget all rumours, if it runs.
  void forgetRumors(PeerAddress member);

  /// Makes all members forget all rumours.
  void forgetRumors();

  /// Makes all members retry their unreachable neighbours now, because a fault has ended. Requests
  /// that are still in flight may fail yet, and are retried soon.
  void reconnect();

  /// Runs a task after a pause. Tasks run one at a time; those that are due at the same moment run
  /// in the order of the calls. None runs after the network has ended. A task must return soon and
  /// must not throw.
  void later(Duration pause, Runnable task);

  /// Calls `listener` for everything that happens from now on.
  ///
  /// @return ends that when closed; idempotent
  Listening listen(NetworkListener listener);

  /// Ends all members at once, without goodbyes. Idempotent.
  @Override
  void close();

  /// Ends the calls of a listener.
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }
}
