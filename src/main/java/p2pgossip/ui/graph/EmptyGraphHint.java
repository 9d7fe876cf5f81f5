package p2pgossip.ui.graph;

import p2pgossip.ui.command.WindowCommands;
import p2pgossip.ui.empty.EmptyState.Words;

/// The words that say what to do next while no neighbour is in the graph.
final class EmptyGraphHint {

  private EmptyGraphHint() {}

  /// @param aroundPeer whether this peer runs, alone
  /// @param past whether a moment of a recording is shown, in which nothing can be started or
  ///     connected
  static Words words(boolean aroundPeer, boolean past) {
    if (past) {
      return new Words(
          aroundPeer ? "No neighbours at this moment" : "Nobody is there yet",
          "Move on in the recording: press Play, or drag the slider.");
    }
    if (aroundPeer) {
      return new Words(
          "No neighbours yet",
          "Enter the address of another peer in the form ("
              + WindowCommands.TYPE_TARGETS.keyText()
              + ") and press Connect, or open a second window, connected to this one, with "
              + WindowCommands.NEW_CONNECTED_WINDOW.keyText()
              + ".");
    }
    return new Words(
        "This peer is not running",
        "Press Start, or "
            + WindowCommands.START_OR_STOP.keyText()
            + ". Then other peers can reach it, and it can look for neighbours.");
  }
}
