package p2pgossip.ui.graph.input;

import java.util.List;
import org.kordamp.ikonli.Ikon;

/// An entry that others add to the context menu of the graph.
public sealed interface MenuEntry {

  /// The words in the menu, such as "Freeze 3 peers".
  String text();

  Ikon icon();

  /// Whether a line separates it from the entry above.
  boolean separatorBefore();

  /// One command.
  ///
  /// @param action called on the FX thread when the entry is chosen; it must not block
  record Item(String text, Ikon icon, Runnable action, boolean separatorBefore)
      implements MenuEntry {

    /// Without a line above it.
    public Item(String text, Ikon icon, Runnable action) {
      this(text, icon, action, false);
    }
  }

  /// Several commands in a submenu. If the menu has nothing above them, they stand in the menu
  /// itself.
  record Group(String text, Ikon icon, List<Item> items, boolean separatorBefore)
      implements MenuEntry {

    public Group {
      items = List.copyOf(items);
    }
  }
}
