package p2pgossip.wire;

import static p2pgossip.wire.OneOf.is;
import static p2pgossip.wire.Part.field;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Sender;

/// The values of which events consist.
final class EventParts {

  static final RecordCodec<Failure> FAILURE =
      RecordCodec.of(Failure.class, field("kind", Names.FAILURES), field("reason", Values.WORDS));

  /// One field, named after how certain the sender is.
  static final Codec<Sender> SENDER = Codec.of(EventParts::writeSender, EventParts::readSender);

  static final OneOf<Origin> ORIGIN =
      OneOf.of(
              Origin.class,
              "how",
              is("asked", Origin.Asked.class),
              is("called", Origin.Called.class),
              is("listed", Origin.ListedBy.class, field("by", Values.ADDRESS).as("neighbor")))
          .wanting(labels -> "must be \"" + String.join("\" or \"", labels) + '"');

  private EventParts() {}

  private static void writeSender(JsonWriter out, Sender sender) throws IOException {
    out.beginObject();
    switch (sender) {
      case Sender.Named(PeerAddress address) -> out.name("named").value(address.toString());
      case Sender.Presumed(PeerAddress address) -> out.name("presumed").value(address.toString());
      case Sender.Unnamed(InetAddress source) ->
          out.name("unnamed").value(PeerAddress.text(source));
    }
    out.endObject();
  }

  private static Sender readSender(Fields in, String name) throws WireException {
    Fields sender = in.object(name);
    if (sender.has("named")) {
      return new Sender.Named(sender.address("named"));
    }
    if (sender.has("presumed")) {
      return new Sender.Presumed(sender.address("presumed"));
    }
    if (!sender.has("unnamed")) {
      throw in.wrong(name, "must have one of \"named\", \"presumed\" and \"unnamed\"");
    }
    return new Sender.Unnamed(sender.ip("unnamed"));
  }
}
