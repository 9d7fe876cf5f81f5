package p2pgossip.ui.window;

import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import p2pgossip.ui.command.Command;
import p2pgossip.ui.command.CommandGroup;
import p2pgossip.ui.command.WindowCommands;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.laboratory.Laboratory;
import p2pgossip.ui.log.LogPane;
import p2pgossip.ui.model.PeerCommands;
import p2pgossip.ui.replay.ReplayBar;
import p2pgossip.ui.swarm.SwarmBar;
import p2pgossip.ui.window.deck.DeckTabs;

/// The keys of a window. They work wherever the focus is, as soon as what they act on is there.
final class Shortcuts {

  /// All commands that have a key, as the help lists them.
  static final List<CommandGroup<?>> ALL =
      List.of(
          WindowCommands.PEER,
          PeerCommands.PEER,
          PeerCommands.SELECTED,
          GraphPane.COMMANDS,
          DeckTabs.COMMANDS,
          ReplayBar.COMMANDS,
          LogPane.COMMANDS,
          SwarmBar.COMMANDS,
          WindowCommands.SWARM,
          WindowCommands.WINDOW,
          Laboratory.COMMANDS);

  private final Map<KeyCombination, Runnable> byKey;

  Shortcuts(Scene scene) {
    byKey = scene.getAccelerators();
  }

  /// From now on the keys of these commands act on the target.
  <T> void reach(CommandGroup<T> group, T target) {
    reach(group, target, () -> {});
  }

  /// @param before is done first, each time
  <T> void reach(CommandGroup<T> group, T target, Runnable before) {
    for (Command<T> command : group.commands()) {
      for (String key : command.keys()) {
        byKey.put(
            KeyCombination.valueOf(key),
            () -> {
              before.run();
              command.perform(target);
            });
      }
    }
  }
}
