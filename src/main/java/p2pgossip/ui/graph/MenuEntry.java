package p2pgossip.ui.graph;

import org.kordamp.ikonli.Ikon;

/// One more line of a context menu of the graph.
///
/// @param text as it stands in the menu, such as "Freeze 3 peers"
/// @param action called on the FX thread when the line is chosen, so it must not block
/// @param separatorBefore whether a line divides it from the entry above
public record MenuEntry(String text, Ikon icon, Runnable action, boolean separatorBefore) {

  /// One that belongs to the entry above.
  public MenuEntry(String text, Ikon icon, Runnable action) {
    this(text, icon, action, false);
  }
}
