package p2pgossip.ui.overview;

import p2pgossip.ui.empty.EmptyState.Words;

/// The words that say what to do next while there is no rumour, or nobody to hear it.
final class EmptyOverviewHint {

  private EmptyOverviewHint() {}

  static Words words(OverviewView view) {
    boolean nobody = view.picture().nodes().isEmpty();
    if (!view.live()) {
      return new Words(
          nobody ? "Nobody is there yet" : "No rumour up to here",
          "Move on in the recording until a rumour is told.");
    }
    return nobody
        ? new Words(
            "No peer to hear a rumour",
            "Start a swarm above, or press Start on the left and connect to others. Then spread a"
                + " rumour.")
        : new Words(
            "No rumour to follow",
            "Spread a rumour, and each peer becomes a cell here that fills when it hears.");
  }
}
