package p2pgossip.ui.window.deck;

import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// The log. It shows its lines by itself.
public final class LogDeckView implements DeckView {

  public static final DeckTab TAB =
      new DeckTab(
          "Log",
          Feather.LIST,
          "Shortcut+1",
          "what this peer sends and hears",
          DeckPlace.LINES,
          List.of(),
          LogDeckView::new);

  private final Node pane;

  private LogDeckView(DeckContext context) {
    pane = context.log();
  }

  @Override
  public Node pane() {
    return pane;
  }
}
