package p2pgossip.ui.model;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.fault.FaultBoard;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.steering.SteerableNetwork;

/// What a user does to the peers of a window's swarm while they run. Does nothing while there is no
/// swarm. FX thread only; the work is done on the background executor, since a swarm has hundreds
/// of peers.
public final class SwarmSteering {

  private final Supplier<@Nullable SteerableNetwork> network;
  private final Supplier<FaultBoard> faults;
  private final Executor background;
  private final Executor fxThread;
  private final Consumer<String> trouble;

  /// @param network the one that is up; null where there is none
  /// @param faults those between the peers that are shown
  /// @param trouble is told in words what could not be done
  SwarmSteering(
      Supplier<@Nullable SteerableNetwork> network,
      Supplier<FaultBoard> faults,
      Executor background,
      Executor fxThread,
      Consumer<String> trouble) {
    this.network = network;
    this.faults = faults;
    this.background = background;
    this.fxThread = fxThread;
    this.trouble = trouble;
  }

  /// Each member begins one period now.
  public void stepPeriod() {
    withNetwork(SteerableNetwork::stepPeriod);
  }

  /// A rumour begins.
  ///
  /// @param origin where; null for anywhere
  public void spread(String text, @Nullable PeerAddress origin) {
    withNetwork(
        up -> {
          if (origin == null || up.spread(origin, text) == null) {
            var _ = up.spreadAnywhere(text);
          }
        });
  }

  /// All members forget all rumours.
  public void forgetRumors() {
    withNetwork(SteerableNetwork::forgetRumors);
  }

  /// The faults in force.
  public List<Fault<PeerAddress>> faults() {
    return List.copyOf(faults.get().inForce().faults());
  }

  public void begin(Fault<PeerAddress> fault) {
    var _ = faults.get().begin(fault);
  }

  /// Ends a fault, and reconnects the members that it has cost each other.
  public void end(Fault<PeerAddress> fault) {
    var _ = faults.get().end(fault);
    withNetwork(SteerableNetwork::reconnect);
  }

  /// Ends all faults, as [#end] does.
  public void endAllFaults() {
    var _ = faults.get().endAll();
    withNetwork(SteerableNetwork::reconnect);
  }

  public void kill(Collection<PeerAddress> peers) {
    withEach(peers, SteerableNetwork::kill);
  }

  public void leave(Collection<PeerAddress> peers) {
    withEach(peers, (up, peer) -> report(up.leave(peer), peer + " could not leave"));
  }

  public void restart(Collection<PeerAddress> peers) {
    withEach(peers, (up, peer) -> report(up.restart(peer), peer + " could not be started again"));
  }

  /// Starts a member again.
  ///
  /// @param settings with which it starts
  /// @param failed told in words why it could not be started
  void restart(PeerAddress peer, PeerSettings settings, Consumer<String> failed) {
    if (network.get() == null) {
      failed.accept("its swarm does not run");
    }
    withNetwork(up -> onFailure(up.restart(peer, settings), failed));
  }

  private void report(CompletableFuture<?> work, String what) {
    onFailure(work, reason -> trouble.accept(what + ": " + reason + "."));
  }

  /// @param failed told the reason on the FX thread, if the work fails
  private void onFailure(CompletableFuture<?> work, Consumer<String> failed) {
    var _ =
        work.whenComplete(
            (result, cause) -> {
              if (cause != null) {
                Throwable reason = cause.getCause() == null ? cause : cause.getCause();
                String words = String.valueOf(reason.getMessage());
                fxThread.execute(() -> failed.accept(words));
              }
            });
  }

  private void withEach(
      Collection<PeerAddress> peers, BiConsumer<SteerableNetwork, PeerAddress> action) {
    List<PeerAddress> sorted = peers.stream().sorted().toList();
    withNetwork(up -> sorted.forEach(peer -> action.accept(up, peer)));
  }

  private void withNetwork(Consumer<SteerableNetwork> action) {
    SteerableNetwork up = network.get();
    if (up != null) {
      background.execute(() -> action.accept(up));
    }
  }
}
