package p2pgossip.ui.hint;

import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;

/// Lets a text give way where there is little room, so that the buttons beside it keep their words. FX
/// thread only.
public final class Elided {

  private Elided() {}

  /// Takes out the middle, since an address is told apart by its end, the port, as much as by its
  /// start. The whole stands in the hint then.
  ///
  /// @param brief up to so many characters the text is never cut
  /// @param least width in pixels that a longer one keeps
  public static void inTheMiddle(Labeled label, int brief, double least) {
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label
        .textProperty()
        .subscribe(
            text -> label.setMinWidth(text.length() <= brief ? Region.USE_PREF_SIZE : least));
    Hint.on(label, () -> label.isTextTruncated() ? label.getText() : "");
  }
}
