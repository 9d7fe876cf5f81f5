package p2pgossip.ui.hint;

import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;

/// Shortens a text if there is little room, so that the buttons beside it keep their words. FX
/// thread only.
public final class Elided {

  private Elided() {}

  /// Cuts out the middle, since the end of an address, its port, tells it apart as much as its
  /// start. The tooltip then has the whole text.
  ///
  /// @param brief the number of characters up to which a text is never cut
  /// @param least the width in pixels that a longer text keeps
  public static void inTheMiddle(Labeled label, int brief, double least) {
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label
        .textProperty()
        .subscribe(
            text -> label.setMinWidth(text.length() <= brief ? Region.USE_PREF_SIZE : least));
    Hint.on(label, () -> label.isTextTruncated() ? label.getText() : "");
  }
}
