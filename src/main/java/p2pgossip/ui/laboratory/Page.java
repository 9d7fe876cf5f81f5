package p2pgossip.ui.laboratory;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import p2pgossip.ui.theme.RolePalette;

/// One of the pages of the laboratory. FX thread only.
interface Page extends AutoCloseable {

  /// What it is called.
  String title();

  /// What it shows.
  Node node();

  /// What is chosen for it. Pages may share it.
  Region side();

  /// Whether what is chosen can be run.
  ObservableBooleanValue ready();

  /// Whether something is under way.
  boolean isRunning();

  /// Begins anew with what is chosen.
  void run();

  /// Calls off what is under way. What there is of it stays.
  void stop();

  /// What of it can be saved now.
  List<Printed> prints();

  void setPalette(RolePalette palette);

  /// Ends what is under way. Idempotent.
  @Override
  void close();
}
