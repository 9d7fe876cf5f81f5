package p2pgossip.ui.window;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import p2pgossip.classroom.ClassPart;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.net.password.Password;
import p2pgossip.network.Run;
import p2pgossip.peer.HostAlias;
import p2pgossip.peer.Target;
import p2pgossip.scenario.Scenario;
import p2pgossip.swarm.SwarmPlan;

/// What the command line asks of the windows.
///
/// @param windows how many; each after the first is connected to the first
/// @param port of the first peer; if it is absent and there is one window, that window waits for
/// Start
/// @param theme light, dark or system
/// @param swarm which the first window shows from its first peer, in place of a peer of its own
/// @param scenario played in the first window
/// @param demonstration whether a rumour begins by itself as soon as the swarm runs, with the view
/// of its spread open
/// @param runFor after which all windows close
/// @param password that a peer must know to be let in by the peers of the windows
/// @param time in which the scenario is played
/// @param laboratory whether the laboratory opens in place of a window with a peer
/// @param name of the first window's peer
/// @param classroom what the peer of the window is in a class
public record DesktopPlan(
    int windows,
    Optional<Integer> port,
    Optional<HostAlias> hostAlias,
    PeerSettings settings,
    List<Target> targets,
    Optional<String> theme,
    Optional<SwarmPlan> swarm,
    Optional<Scenario> scenario,
    boolean demonstration,
    Optional<Duration> runFor,
    Optional<Password> password,
    Run.Time time,
    boolean laboratory,
    Optional<PeerName> name,
    Optional<ClassPart> classroom) {

  /// A plan whose peers let everybody in and have no names.
  public DesktopPlan(
      int windows,
      Optional<Integer> port,
      Optional<HostAlias> hostAlias,
      PeerSettings settings,
      List<Target> targets,
      Optional<String> theme,
      Optional<SwarmPlan> swarm,
      Optional<Scenario> scenario,
      boolean demonstration,
      Optional<Duration> runFor) {
    this(
        windows,
        port,
        hostAlias,
        settings,
        targets,
        theme,
        swarm,
        scenario,
        demonstration,
        runFor,
        Optional.empty(),
        Run.Time.REAL,
        false,
        Optional.empty(),
        Optional.empty());
  }

  public DesktopPlan {
    targets = List.copyOf(targets);
  }

  boolean startsAtOnce() {
    return port.isPresent() || windows > 1;
  }
}
