package p2pgossip.peer;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.net.password.Password;

/// What a peer is started with and keeps while it runs, and its initial settings.
///
/// @param port where to listen; 0 for any free port
/// @param hostAlias the addresses at which others reach it, of which it binds those that this
///     machine has; null for loopback only
/// @param targets connected to at once
/// @param original whether it offers only the original protocol, so that others treat it like the
///     original program: it hears rumours as plain messages and passes none on
/// @param firstPeriodIn when its first period begins; zero: as soon as the targets have answered
/// @param password that others must know to be let in; null to let in everybody
/// @param name that it claims at the start; null for none
/// @param joined the class that it joins, whose teacher alone may change the settings; null outside
///     a class
public record PeerConfig(
    int port,
    @Nullable HostAlias hostAlias,
    PeerSettings settings,
    List<PeerAddress> targets,
    boolean original,
    Duration firstPeriodIn,
    @Nullable Password password,
    @Nullable PeerName name,
    @Nullable ClassTarget joined) {

  /// A peer that offers the whole protocol.
  public PeerConfig(
      int port, @Nullable HostAlias hostAlias, PeerSettings settings, List<PeerAddress> targets) {
    this(port, hostAlias, settings, targets, false);
  }

  /// A peer whose first period begins as soon as the targets have answered.
  public PeerConfig(
      int port,
      @Nullable HostAlias hostAlias,
      PeerSettings settings,
      List<PeerAddress> targets,
      boolean original) {
    this(port, hostAlias, settings, targets, original, Duration.ZERO);
  }

  /// A peer that lets everybody in.
  public PeerConfig(
      int port,
      @Nullable HostAlias hostAlias,
      PeerSettings settings,
      List<PeerAddress> targets,
      boolean original,
      Duration firstPeriodIn) {
    this(port, hostAlias, settings, targets, original, firstPeriodIn, null, null, null);
  }

  public PeerConfig {
    targets = List.copyOf(targets);
  }

  /// @param newPassword null to let in everybody
  public PeerConfig withPassword(@Nullable Password newPassword) {
    return new PeerConfig(
        port, hostAlias, settings, targets, original, firstPeriodIn, newPassword, name, joined);
  }

  /// @param newName null for none
  public PeerConfig withName(@Nullable PeerName newName) {
    return new PeerConfig(
        port, hostAlias, settings, targets, original, firstPeriodIn, password, newName, joined);
  }

  /// The same, reached at other addresses.
  public PeerConfig withHostAlias(HostAlias alias) {
    return new PeerConfig(
        port, alias, settings, targets, original, firstPeriodIn, password, name, joined);
  }

  /// It joins a class: it connects to the teacher's peer too, and only that may change the
  /// settings.
  public PeerConfig withClass(ClassTarget target) {
    List<PeerAddress> all =
        Stream.concat(Stream.of(target.address()), targets.stream()).distinct().toList();
    return new PeerConfig(
        port, hostAlias, settings, all, original, firstPeriodIn, password, name, target);
  }
}
