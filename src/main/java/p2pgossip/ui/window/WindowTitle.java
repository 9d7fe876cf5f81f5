package p2pgossip.ui.window;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.model.PeerViewModel;

/// What stands in the title bar of a window.
final class WindowTitle {

  private WindowTitle() {}

  /// @param recording the file of the recording that is shown, or was shown before; null for none
  static String of(PeerViewModel model, @Nullable Path recording) {
    if (recording != null && model.network().view().opened() != null) {
      return recording.getFileName() + " – recording – p2pgossip";
    }
    PeerAddress address = model.addressProperty().get();
    if (address == null) {
      return "p2pgossip";
    }
    int neighbors = model.picture().addressees();
    return "%s – %s %s – p2pgossip"
        .formatted(
            model.picture().names().called(address),
            neighbors,
            neighbors == 1 ? "neighbour" : "neighbours");
  }
}
