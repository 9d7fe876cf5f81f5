package p2pgossip.ui.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Recorded;

/// Whose a recording is that was opened, and of when.
///
/// @param self the peer in whose window it was made; null where that had none
/// @param start of what was seen; null where nothing was, as is `end`
public record OpenedRecording(
    @Nullable PeerAddress self, @Nullable Instant start, @Nullable Instant end) {

  static OpenedRecording of(Recorded recorded, @Nullable PeerAddress self) {
    return recorded.isEmpty()
        ? new OpenedRecording(self, null, null)
        : new OpenedRecording(self, recorded.start(), recorded.observations().getLast().at());
  }
}
