package p2pgossip.ui.graph.input;

import java.util.List;
import org.kordamp.ikonli.Ikon;

/// What more there is in a context menu of the graph.
public sealed interface MenuEntry {

  /// As it stands in the menu, such as "Freeze 3 peers".
  String text();

  Ikon icon();

  /// Whether a line divides it from the entry above.
  boolean separatorBefore();

  /// One line.
  ///
  /// @param action called on the FX thread when the line is chosen, so it must not block
  record Item(String text, Ikon icon, Runnable action, boolean separatorBefore)
      implements MenuEntry {

    /// One that belongs to the entry above.
    public Item(String text, Ikon icon, Runnable action) {
      this(text, icon, action, false);
    }
  }

  /// Several, in a menu of their own. Where a menu has nothing before them, they stand in it itself.
  record Group(String text, Ikon icon, List<Item> items, boolean separatorBefore)
      implements MenuEntry {

    public Group {
      items = List.copyOf(items);
    }
  }
}
