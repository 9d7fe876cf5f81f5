package p2pgossip.ui.hint;

import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;

/// Lets a text give way where there is little room, so that the buttons beside it keep their words. FX
/// thread only.
public final class Elided {

  private Elided() {}

  /// Takes out the middle, since an address is told apart by its end, the port, as much as by its
  /// start. The whole stands in the hint then.
  ///
  /// @param least width in pixels that it keeps
  public static void inTheMiddle(Labeled label, double least) {
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setMinWidth(least);
    Hint.on(label, () -> label.isTextTruncated() ? label.getText() : "");
  }
}
