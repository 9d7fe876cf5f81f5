package p2pgossip.peer;

import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import p2pgossip.gossip.PeerAddress;

/// Looks up targets off the caller's thread.
public final class TargetResolver {

  private final Executor background;

  /// @param background runs look-ups, which may take seconds
  public TargetResolver(Executor background) {
    this.background = background;
  }

  /// Returns at once.
  ///
  /// @param resolved receives the addresses, the likeliest first, on the background executor
  /// @param unresolved receives the reason why there is none, without a full stop, on the same
  ///     executor
  public void resolve(
      Target target, Consumer<List<PeerAddress>> resolved, Consumer<String> unresolved) {
    background.execute(
        () -> {
          List<PeerAddress> addresses;
          try {
            addresses = target.resolve();
          } catch (UnknownHostException e) {
            unresolved.accept("no machine named \"" + target.host() + "\" is known here");
            return;
          } catch (IllegalArgumentException e) {
            unresolved.accept(String.valueOf(e.getMessage()));
            return;
          }
          resolved.accept(addresses);
        });
  }
}
