package p2pgossip.ui.laboratory;

import javafx.scene.Node;
import p2pgossip.population.PopulationSettings;
import p2pgossip.ui.theme.RolePalette;

/// One of the pages of the laboratory that run what stands in the form. FX thread only.
interface Page extends AutoCloseable {

  Node node();

  /// What it is called.
  String title();

  /// Whether something is under way.
  boolean isRunning();

  /// Begins anew with these settings.
  void run(PopulationSettings settings);

  /// Calls off what is under way. What there is of it stays.
  void stop();

  void setPalette(RolePalette palette);

  /// Ends what is under way. Idempotent.
  @Override
  void close();
}
