package p2pgossip.ui.window.deck;

import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.print.Sight;

/// One view beside the graph. It is made when its [DeckTab] is first chosen, and lives as long as
/// its window. One of them is on top at a time. FX thread only.
///
/// To add one, write a class with a `TAB`, and put that into the list of [DeckTabs].
public interface DeckView extends AutoCloseable {

  /// What is shown. Always the same.
  Node pane();

  /// Shows the network. Called when the view is chosen, and once a beat while it is on top.
  default void show(NetworkView view) {}

  /// Gives up what only a view on top needs. Called when another view is chosen.
  default void hide() {}

  /// Called once a second, also while another view is on top.
  default void tick() {}

  /// Light or dark. Called after it is made, and when the theme changes.
  default void setDark(boolean dark) {}

  /// What a picture of one of its [sights][DeckTab#sights] shows. Asked only while the view is on
  /// top, and for the sights of other views too.
  ///
  /// @return null if there is nothing to be seen
  default @Nullable Parent picture(Sight sight) {
    return null;
  }

  /// Ends its subscriptions. Called when the window is closed.
  @Override
  default void close() {}
}
