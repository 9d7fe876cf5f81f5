package p2pgossip.profile;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;

/// Records a request of a peer, from its sending to its outcome, if a recording is in progress.
public final class MessageSent {

  private final @Nullable MessageSentEvent event;

  private MessageSent(@Nullable MessageSentEvent event) {
    this.event = event;
  }

  /// It is sent now.
  public static MessageSent begun() {
    return new MessageSent(JfrStatus.isRecording() ? MessageSentEvent.begun() : null);
  }

  public void answered(PeerAddress sender, PeerAddress receiver, RequestKind what) {
    if (event != null) {
      event.answered(sender, receiver, what);
    }
  }

  public void failed(PeerAddress sender, PeerAddress receiver, RequestKind what, Failure why) {
    if (event != null) {
      event.failed(sender, receiver, what, why);
    }
  }
}
