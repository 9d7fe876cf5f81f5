package p2pgossip.ui.laboratory;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import p2pgossip.ui.theme.RolePalette;

/// One of the pages of the laboratory. FX thread only.
interface Page extends AutoCloseable {

  /// What a page is made of.
  ///
  /// @param title what it is called
  /// @param node what it shows
  /// @param side the form of its settings; pages may share one
  /// @param ready whether what is chosen can be run
  /// @param work what runs on it
  record Parts(
      String title, Node node, Region side, ObservableBooleanValue ready, WatchedWork work) {}

  Parts parts();

  /// It comes to the front.
  default void shown() {}

  /// Begins anew with what is chosen.
  void run();

  /// Whether it has something to run.
  default boolean runs() {
    return true;
  }

  /// What of it can be saved now.
  List<Printed> prints();

  void setPalette(RolePalette palette);

  /// Ends what is under way. Idempotent.
  @Override
  default void close() {
    parts().work().close();
  }
}
