package p2pgossip.ui.window.deck;

import java.util.List;

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

  private DeckTabs() {}
}
