package p2pgossip.ui.profile;

import p2pgossip.ui.empty.EmptyState.Words;

/// The words that say what to do next while there is nothing to measure.
final class ProfileHint {

  private ProfileHint() {}

  static Words words(ProfileView view) {
    if (view.simulated()) {
      return new Words(
          "Nothing to measure here",
          "Simulated peers send nothing over the network. What spreads is in Spread; how fast real"
              + " peers work is shown here.");
    }
    return new Words(
        "Nothing to measure yet",
        view.peers() == 0
            ? "Start the peer to see figures."
            : "This window's peer does not run. Start it to see its figures, or look at all peers"
                + " here.");
  }
}
