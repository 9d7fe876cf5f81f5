package p2pgossip.peer;

import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import p2pgossip.gossip.PeerAddress;

/// Looks up targets as people write them, where waiting hurts nobody.
public final class TargetResolver {

  private final Executor background;

  /// @param background where names are looked up, which may take seconds
  public TargetResolver(Executor background) {
    this.background = background;
  }

  /// Returns at once.
  ///
  /// @param resolved hears the addresses, the likeliest first, on the background executor
  /// @param unresolved hears why there is none, in words without a full stop, on the same
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
