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

/// A network whose peers are steered together: real peers in real time, or simulated ones in virtual
/// time. Nothing waits. A network of real peers is thread-safe; a simulated one is used by the thread
/// that lets its time pass.
public interface SteerableNetwork {

  /// The clock by which its events tell the time.
  InstantSource clock();

  /// What that clock shows.
  Run.Time time();

  /// All members, also those that run no longer, by their numbers.
  List<NetworkMember> members();

  /// How many of those that run know fewer peers than their place in the topology has it.
  int unconnected();

  /// What goes wrong between the members.
  FaultBoard faults();

  /// A rumour begins at a member.
  ///
  /// @return null where it does not run
  @Nullable RumorId spread(PeerAddress origin, String text);

  /// Ends a member as a crash would.
  void kill(PeerAddress member);

  /// Has a member say goodbye and end.
  ///
  /// @return done when it has ended
  CompletableFuture<Void> leave(PeerAddress member);

  /// Starts a member again, with the settings of the network, and connects it to its neighbours in the
  /// topology. One that still runs is killed before; a frozen one thaws.
  ///
  /// @return done when it runs; fails with what says in words why it does not
  CompletableFuture<NetworkMember> restart(PeerAddress member);

  /// Changes the settings of all, each from its own, and of those that start later.
  void change(UnaryOperator<PeerSettings> how);

  /// Changes the settings of a member, if it runs.
  void change(PeerAddress member, UnaryOperator<PeerSettings> how);

  /// Each begins one period now, also while it is paused, in a random order and as good as at once.
  void stepPeriod();

  /// A member begins one period now, if it runs.
  void stepPeriod(PeerAddress member);

  /// A member forgets all rumours, if it runs.
  void forgetRumors(PeerAddress member);

  /// Does something once so much time has passed. One task at a time is done, those that are due at
  /// the same moment in the order in which they were asked for; none once the network has ended. It
  /// must return soon and must not throw.
  void later(Duration pause, Runnable task);

  /// Tells `listener` of what happens from now on.
  ///
  /// @return ends that when closed, idempotently
  Listening listen(NetworkListener listener);

  /// What ends a listener's calls.
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }
}
