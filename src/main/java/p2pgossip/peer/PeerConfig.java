package p2pgossip.peer;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;

/// What a peer is started with and keeps while it runs, and the settings that it begins with.
///
/// @param port where to listen; 0 for any free port
/// @param hostAlias the address at which others reach it, and which it binds where this machine has
/// it; null for loopback only
/// @param targets connected to at once
public record PeerConfig(
    int port, @Nullable InetAddress hostAlias, PeerSettings settings, List<PeerAddress> targets) {

  public PeerConfig {
    targets = List.copyOf(targets);
  }
}
