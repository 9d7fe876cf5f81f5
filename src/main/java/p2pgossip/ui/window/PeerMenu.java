package p2pgossip.ui.window;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.faults.FaultActions;
import p2pgossip.ui.graph.input.MenuEntry;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmViewModel;

/// What the graph's menu offers beyond a peer's own: a window on it, a rumour from it, and what can be
/// made to go wrong. FX thread only.
final class PeerMenu {

  private static final double LOSS = 0.3;
  private static final Duration DELAY = Duration.ofMillis(300);

  private final PeerViewModel model;
  private final SwarmViewModel swarm;
  private final FaultActions faults;
  private final WindowActions actions;

  PeerMenu(PeerViewModel model, SwarmViewModel swarm, FaultActions faults, WindowActions actions) {
    this.model = model;
    this.swarm = swarm;
    this.faults = faults;
    this.actions = actions;
  }

  /// @param selection the peers in question, in the order of [p2pgossip.ui.graph.GraphActions#more]
  List<MenuEntry> entries(Set<PeerAddress> selection) {
    if (model.network().pastProperty().get()) {
      return model.network().view().moment().hasPresent()
          ? List.of(
              new MenuEntry.Item("Go back to Live", Feather.RADIO, model.network()::goLive, true))
          : List.of();
    }
    Set<PeerAddress> members = swarm.addresses();
    List<PeerAddress> chosen = List.copyOf(selection);
    List<MenuEntry> entries = new ArrayList<>();
    if (chosen.size() == 1) {
      addOne(chosen.getFirst(), members, entries);
    }
    List<MenuEntry.Item> goingWrong = new ArrayList<>();
    if (!chosen.isEmpty() && members.containsAll(chosen)) {
      addFates(selection, goingWrong);
    }
    PeerAddress own = model.addressProperty().get();
    if (chosen.stream().anyMatch(peer -> members.contains(peer) || peer.equals(own))) {
      addWays(chosen, goingWrong);
    }
    if (!goingWrong.isEmpty()) {
      entries.add(new MenuEntry.Group("Faults", Feather.ZAP_OFF, goingWrong, true));
    }
    if (!model.network().view().faults().isEmpty()) {
      entries.add(new MenuEntry.Item("End all faults", Feather.X_CIRCLE, faults::endAll, true));
    }
    return entries;
  }

  private void addOne(PeerAddress peer, Set<PeerAddress> members, List<MenuEntry> entries) {
    boolean own = peer.equals(model.addressProperty().get());
    if (own) {
      entries.add(
          new MenuEntry.Item(
              "Spread a rumour from here", Feather.VOLUME_2, this::spreadHere, true));
    } else if (swarm.peer(peer) != null) {
      entries.add(
          new MenuEntry.Item(
              "Spread a rumour from here",
              Feather.VOLUME_2,
              () -> swarm.spread(awaited(), peer),
              true));
      entries.add(
          new MenuEntry.Item(
              "Open a window on it", Feather.EXTERNAL_LINK, () -> actions.openMember(peer)));
    } else if (members.contains(peer)) {
      entries.add(
          new MenuEntry.Item(
              "Start it again", Feather.REFRESH_CW, () -> faults.restart(Set.of(peer)), true));
    }
  }

  private void spreadHere() {
    model.spread(awaited());
  }

  /// The words of the rumour that is told now, which the window turns to.
  private String awaited() {
    NetworkViewModel network = model.network();
    network.awaitRumor();
    return network.usualRumor();
  }

  private void addFates(Set<PeerAddress> selection, List<MenuEntry.Item> entries) {
    String them = selection.size() == 1 ? "" : " " + selection.size() + " peers";
    entries.add(new MenuEntry.Item("Kill" + them, Feather.ZAP, () -> faults.kill(selection), true));
    String leave = selection.size() == 1 ? "Leave" : "Have" + them + " leave";
    entries.add(new MenuEntry.Item(leave, Feather.LOG_OUT, () -> faults.leave(selection)));
    entries.add(
        new MenuEntry.Item("Restart" + them, Feather.REFRESH_CW, () -> faults.restart(selection)));
    List<Fault<PeerAddress>> frozen =
        model.network().view().faults().stream()
            .filter(fault -> fault instanceof Fault.Freeze(var peer) && selection.contains(peer))
            .toList();
    if (frozen.isEmpty()) {
      entries.add(
          new MenuEntry.Item(
              "Freeze" + them,
              Feather.PAUSE_CIRCLE,
              () -> selection.forEach(peer -> faults.begin(new Fault.Freeze<>(peer)))));
    } else {
      entries.add(
          new MenuEntry.Item("Thaw" + them, Feather.SUN, () -> frozen.forEach(faults::end)));
    }
  }

  private void addWays(List<PeerAddress> chosen, List<MenuEntry.Item> entries) {
    Path<PeerAddress> path =
        chosen.size() == 2
            ? new Path.Between<>(chosen.get(0), chosen.get(1))
            : new Path.Around<>(Set.copyOf(chosen));
    String where = chosen.size() == 2 ? " between the two" : "";
    entries.add(
        new MenuEntry.Item(
            "Lose 30 %" + where,
            Feather.DROPLET,
            () -> faults.begin(new Fault.Loss<>(path, LOSS)),
            true));
    entries.add(
        new MenuEntry.Item(
            "Delay by 300 ms" + where,
            Feather.CLOCK,
            () -> faults.begin(new Fault.Delay<>(path, DELAY, DELAY.dividedBy(2)))));
    entries.add(
        new MenuEntry.Item(
            "Block" + where, Feather.SLASH, () -> faults.begin(new Fault.Block<>(path))));
    if (chosen.size() == 2) {
      entries.add(
          new MenuEntry.Item(
              "Block only %s to %s".formatted(chosen.get(0), chosen.get(1)),
              Feather.ARROW_RIGHT,
              () ->
                  faults.begin(
                      new Fault.Block<>(new Path.OneWay<>(chosen.get(0), chosen.get(1))))));
    }
    Set<PeerAddress> side = Set.copyOf(chosen);
    Set<PeerAddress> others =
        model.picture().nodes().keySet().stream()
            .filter(peer -> !side.contains(peer))
            .collect(Collectors.toSet());
    if (!others.isEmpty()) {
      entries.add(
          new MenuEntry.Item(
              "Cut off from all others",
              Feather.SCISSORS,
              () -> faults.begin(new Fault.Partition<>(List.of(side, others)))));
    }
  }
}
