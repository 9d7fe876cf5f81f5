package p2pgossip.ui.spacetime;

import p2pgossip.ui.empty.EmptyState.Words;

/// The words that say what to do next while there is no rumour whose copies can be shown.
final class EmptyDiagramHint {

  private EmptyDiagramHint() {}

  static Words words(SpaceTimeView view) {
    return new Words(
        "No rumour to follow",
        view.live()
            ? "Spread a rumour, and each copy of it becomes an arrow here, from its sender to its"
                + " receiver."
            : "Move on in the recording until a rumour is told.");
  }
}
