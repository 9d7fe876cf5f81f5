package p2pgossip.ui.window.deck;

import java.util.List;
import p2pgossip.ui.command.CommandGroup;
import p2pgossip.ui.print.Sight;

/// The list of the views beside the graph.
public final class DeckTabs {

  /// In the order of their buttons.
  public static final List<DeckTab> ALL =
      List.of(
          LogDeckView.TAB,
          SpreadDeckView.TAB,
          SpaceTimeDeckView.TAB,
          FaultsDeckView.TAB,
          ProfileDeckView.TAB,
          OverviewDeckView.TAB);

  /// Those that choose a view.
  public static final CommandGroup<Deck> COMMANDS =
      new CommandGroup<>("Beside the graph", ALL.stream().map(DeckTab::command).toList());

  /// Of what in them a picture can be saved, in the order of the menu.
  public static final List<Sight> SIGHTS =
      ALL.stream().flatMap(tab -> tab.sights().stream()).toList();

  private DeckTabs() {}
}
