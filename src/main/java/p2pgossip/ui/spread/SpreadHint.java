package p2pgossip.ui.spread;

import p2pgossip.ui.empty.EmptyState.Words;

/// The words that say what to do next while there is no curve.
final class SpreadHint {

  private SpreadHint() {}

  static Words words(SpreadView view) {
    if (!view.rumors().isEmpty()) {
      return new Words("No rumour chosen", "Choose one in the list to see how it spread.");
    } else if (view.live()) {
      return new Words(
          "No rumour yet",
          "Type something above, or nothing, and press Spread. Its way from peer to peer appears"
              + " here.");
    } else {
      return new Words("No rumour up to here", "Move on in the recording.");
    }
  }
}
