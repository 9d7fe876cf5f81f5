package p2pgossip.ui.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Recorded;

/// Whose recording was opened, and from when it is.
///
/// @param self the peer in whose window it was made; null if that had none
/// @param start of the observations; null if there are none, as is `end`
public record OpenedRecording(
    @Nullable PeerAddress self, @Nullable Instant start, @Nullable Instant end) {

  static OpenedRecording of(Recorded recorded, @Nullable PeerAddress self) {
    return recorded.isEmpty()
        ? new OpenedRecording(self, null, null)
        : new OpenedRecording(self, recorded.start(), recorded.observations().getLast().at());
  }
}
