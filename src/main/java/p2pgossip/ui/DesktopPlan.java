package p2pgossip.ui;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.Target;

/// What the command line asks of the windows.
///
/// @param windows how many; each after the first is connected to the first
/// @param port of the first peer; where it is absent and there is one window, that window waits for
/// Start
/// @param theme light, dark or system
/// @param runFor after which all windows close
public record DesktopPlan(
    int windows,
    Optional<Integer> port,
    Optional<InetAddress> hostAlias,
    PeerSettings settings,
    List<Target> targets,
    Optional<String> theme,
    Optional<Duration> runFor) {

  public DesktopPlan {
    targets = List.copyOf(targets);
  }

  boolean startsAtOnce() {
    return port.isPresent() || windows > 1;
  }
}
