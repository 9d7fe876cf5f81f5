package p2pgossip.ui.window;

import javafx.css.PseudoClass;

/// States that the style sheet distinguishes.
final class PseudoClasses {

  static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
  static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");

  private PseudoClasses() {}
}
