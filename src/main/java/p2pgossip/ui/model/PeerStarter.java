package p2pgossip.ui.model;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.net.password.Password;
import p2pgossip.peer.GossipListener;
import p2pgossip.peer.HostAlias;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.steering.SteerablePeer;

/// Starts peers on the background executor, since that waits for names and ports. Reports on the FX
/// thread the outcome, and which field of the form is to blame.
final class PeerStarter {

  private final PeerRuntime runtime;
  private final SecurityViewModel security;
  private final Supplier<@Nullable PeerName> name;
  private final Executor background;
  private final Executor fxThread;

  /// Told on the FX thread, one of the first two.
  interface Outcome {
    void started(RunningPeer peer);

    void failed(StartFailure failure);

    /// The peer that was started has ended, and its port is free.
    void released();
  }

  /// @param name of the peer that starts, null for none
  PeerStarter(
      PeerRuntime runtime,
      SecurityViewModel security,
      Supplier<@Nullable PeerName> name,
      Executor background,
      Executor fxThread) {
    this.runtime = runtime;
    this.security = security;
    this.name = name;
    this.background = background;
    this.fxThread = fxThread;
  }

  /// @param port 0 to 65535; 0 takes any free one
  /// @param hostAlias an address, a name, or blank for none
  /// @param first is given the peer before anything happens to it, on the background executor
  void start(
      int port,
      String hostAlias,
      PeerSettings settings,
      List<PeerAddress> targets,
      Consumer<SteerablePeer> first,
      Outcome outcome) {
    Password password = security.password();
    PeerName called = name.get();
    ClassTarget joined = security.joined();
    background.execute(
        () -> {
          HostAlias alias;
          try {
            alias = hostAlias.isBlank() ? null : HostAlias.lookUp(hostAlias.strip());
          } catch (UnknownHostException e) {
            fail(outcome, StartFailure.Field.HOST_ALIAS, "no machine of that name is known here");
            return;
          } catch (IllegalArgumentException e) {
            fail(outcome, StartFailure.Field.HOST_ALIAS, String.valueOf(e.getMessage()));
            return;
          }
          PeerConfig config =
              new PeerConfig(port, alias, settings, targets)
                  .withPassword(password)
                  .withName(called);
          start(joined == null ? config : config.withClass(joined), first, outcome);
        });
  }

  private void start(PeerConfig config, Consumer<SteerablePeer> first, Outcome outcome) {
    GossipListener listener =
        event -> {
          if (event instanceof GossipEvent.Stopped) {
            fxThread.execute(outcome::released);
          }
        };
    try {
      RunningPeer peer = RunningPeer.start(config, runtime, listener, first::accept);
      fxThread.execute(() -> outcome.started(peer));
    } catch (IOException | RuntimeException e) {
      boolean unhidden =
          config.password() != null && security.wouldShowPassword(config.hostAlias());
      fail(
          outcome,
          unhidden ? StartFailure.Field.PASSWORD : StartFailure.Field.PORT,
          String.valueOf(e.getMessage()));
    }
  }

  private void fail(Outcome outcome, StartFailure.Field field, String words) {
    fxThread.execute(() -> outcome.failed(new StartFailure(field, words)));
  }
}
