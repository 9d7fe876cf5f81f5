package p2pgossip.ui.window;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.faultlook.Offer;
import p2pgossip.ui.faultlook.Target;
import p2pgossip.ui.faults.FaultActions;
import p2pgossip.ui.graph.input.MenuEntry;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.model.PeerCommands;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmViewModel;

/// What the graph's menu offers beyond the actions on one peer: a window on it, a rumour from it,
/// and faults. FX thread only.
final class PeerMenu {

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
    List<MenuEntry> entries = new ArrayList<>();
    if (model.network().isLive()) {
      addPresent(selection, entries);
    } else if (model.network().view().moment().hasPresent()) {
      entries.add(
          new MenuEntry.Item("Go back to Live", Feather.RADIO, model.network()::goLive, true));
    }
    addNames(entries);
    return entries;
  }

  /// Only where a peer has a name.
  private void addNames(List<MenuEntry> entries) {
    if (!model.picture().names().names().isEmpty()) {
      entries.add(
          new MenuEntry.Item(
              model.network().showsNames() ? "Show addresses" : "Show names",
              Feather.TAG,
              () -> PeerCommands.NAMES.perform(model),
              true));
    }
  }

  private void addPresent(Set<PeerAddress> selection, List<MenuEntry> entries) {
    Set<PeerAddress> members = swarm.addresses();
    List<PeerAddress> chosen = List.copyOf(selection);
    if (chosen.size() == 1) {
      addOne(chosen.getFirst(), members, entries);
    }
    List<MenuEntry.Item> goingWrong = new ArrayList<>();
    if (!chosen.isEmpty() && members.containsAll(chosen)) {
      addFates(selection, goingWrong);
    }
    PeerAddress own = model.addressProperty().get();
    boolean touched = chosen.stream().anyMatch(peer -> members.contains(peer) || peer.equals(own));
    addFaults(target(chosen), members.containsAll(chosen), touched, goingWrong);
    if (!goingWrong.isEmpty()) {
      entries.add(new MenuEntry.Group("Faults", Feather.ZAP_OFF, goingWrong, true));
    }
    if (!model.network().view().faults().isEmpty()) {
      entries.add(new MenuEntry.Item("End all faults", Feather.X_CIRCLE, faults::endAll, true));
    }
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
              () -> swarm.steering().spread(awaited(), peer),
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

  /// The words of the rumour that is about to be told. The window shows that rumour as soon as it
  /// is there.
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
  }

  /// @param all whether all of the peers in question are members of the swarm
  /// @param touched whether at least one of them runs in this program
  private void addFaults(
      Target target, boolean all, boolean touched, List<MenuEntry.Item> entries) {
    boolean first = true;
    for (FaultLook look : FaultLook.values()) {
      for (Offer offer : look.offers()) {
        boolean onPeers = offer instanceof Offer.Press press && press.ownPeersOnly();
        if ((onPeers ? all : touched) && offer.fits(target)) {
          entries.add(item(offer, target, first && !onPeers));
          first &= onPeers;
        }
      }
    }
  }

  private MenuEntry.Item item(Offer offer, Target target, boolean separatorBefore) {
    List<Fault<PeerAddress>> asked = offer.faults(target);
    if (offer instanceof Offer.Press press && press.undo() != null) {
      List<Fault<PeerAddress>> inForce =
          model.network().view().faults().stream().filter(asked::contains).toList();
      if (!inForce.isEmpty()) {
        return new MenuEntry.Item(
            press.undo().words() + target.howMany(),
            press.undo().icon(),
            () -> inForce.forEach(faults::end),
            separatorBefore);
      }
    }
    return new MenuEntry.Item(
        offer.menu(target), offer.icon(), () -> asked.forEach(faults::begin), separatorBefore);
  }

  private Target target(List<PeerAddress> chosen) {
    Set<PeerAddress> others = new HashSet<>(model.picture().nodes().keySet());
    chosen.forEach(others::remove);
    return new Target(chosen, others);
  }
}
