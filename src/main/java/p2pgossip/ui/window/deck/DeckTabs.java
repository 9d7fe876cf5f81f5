package p2pgossip.ui.window.deck;

import java.util.List;
import p2pgossip.ui.command.CommandGroup;

/// The list of the views beside the graph.
public final class DeckTabs {

  /// In the order of their buttons.
  public static final List<DeckTab> ALL =
      List.of(
          LogDeckView.TAB,
          SpreadDeckView.TAB,
          SpaceTimeDeckView.TAB,
          FaultsDeckView.TAB,
          ProfileDeckView.TAB);

  /// Those that choose a view.
  public static final CommandGroup<Deck> COMMANDS =
      new CommandGroup<>("Beside the graph", ALL.stream().map(DeckTab::command).toList());

  private DeckTabs() {}
}
