package p2pgossip.profile;

import java.util.Locale;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;

/// A request of a peer, from its sending to its outcome, in a flight recording.
@Name("p2pgossip.MessageSent")
@Label("Message Sent")
@Category("p2pgossip")
@Description("A request to another peer, from sending it until its outcome was known")
@StackTrace(false)
final class MessageSentEvent extends Event {

  @Label("From")
  @Nullable String from;

  @Label("To")
  @Nullable String to;

  @Label("Kind")
  @Description("handshake, connect, known_peers, message, rumors or leave")
  @Nullable String kind;

  @Label("Outcome")
  @Description("answered, unreachable, timed out, not a peer or refused")
  @Nullable String outcome;

  private MessageSentEvent() {
    super();
  }

  /// It is sent now.
  static MessageSentEvent begun() {
    MessageSentEvent event = new MessageSentEvent();
    event.begin();
    return event;
  }

  void answered(PeerAddress sender, PeerAddress receiver, RequestKind what) {
    if (shouldCommit()) {
      write(sender, receiver, what, "answered");
    }
  }

  void failed(PeerAddress sender, PeerAddress receiver, RequestKind what, Failure why) {
    if (shouldCommit()) {
      write(sender, receiver, what, why.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
  }

  private void write(PeerAddress sender, PeerAddress receiver, RequestKind what, String end) {
    from = sender.toString();
    to = receiver.toString();
    kind = what.label();
    outcome = end;
    commit();
  }
}
