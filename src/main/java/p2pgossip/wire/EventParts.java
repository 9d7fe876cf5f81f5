package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;
import p2pgossip.gossip.Sender;

/// The values of which events are made.
final class EventParts {

  /// Characters of a reason, a cause, or what else is only shown; more are cut off.
  static final int LONGEST_WORDS = 1_000;

  private EventParts() {}

  static void writeFailure(JsonWriter out, Failure failure) throws IOException {
    out.beginObject();
    out.name("kind").value(Names.FAILURES.of(failure.kind()));
    out.name("reason").value(JsonOutput.cut(failure.reason(), LONGEST_WORDS));
    out.endObject();
  }

  static Failure readFailure(Fields in) throws WireException {
    return new Failure(in.choice("kind", Names.FAILURES), in.text("reason", LONGEST_WORDS));
  }

  /// One field, named after how sure it is who sent.
  static void writeSender(JsonWriter out, @Nullable Sender sender) throws IOException {
    if (sender == null) {
      out.nullValue();
      return;
    }
    out.beginObject();
    switch (sender) {
      case Sender.Named(PeerAddress address) -> out.name("named").value(address.toString());
      case Sender.Presumed(PeerAddress address) -> out.name("presumed").value(address.toString());
      case Sender.Unnamed(InetAddress source) ->
          out.name("unnamed").value(PeerAddress.text(source));
    }
    out.endObject();
  }

  /// @throws WireException also when there is none
  static Sender readSender(Fields in) throws WireException {
    Fields sender = in.object("sender");
    if (sender.has("named")) {
      return new Sender.Named(sender.address("named"));
    }
    if (sender.has("presumed")) {
      return new Sender.Presumed(sender.address("presumed"));
    }
    if (!sender.has("unnamed")) {
      throw in.wrong("sender", "must have one of \"named\", \"presumed\" and \"unnamed\"");
    }
    return new Sender.Unnamed(sender.ip("unnamed"));
  }

  static @Nullable Sender readOptionalSender(Fields in) throws WireException {
    return in.has("sender") ? readSender(in) : null;
  }

  static void writeOrigin(JsonWriter out, Origin origin) throws IOException {
    out.beginObject();
    switch (origin) {
      case Origin.Asked _ -> out.name("how").value("asked");
      case Origin.Called _ -> out.name("how").value("called");
      case Origin.ListedBy(PeerAddress neighbor) ->
          out.name("how").value("listed").name("by").value(neighbor.toString());
    }
    out.endObject();
  }

  static Origin readOrigin(Fields in) throws WireException {
    String how = in.text("how");
    return switch (how) {
      case "asked" -> new Origin.Asked();
      case "called" -> new Origin.Called();
      case "listed" -> new Origin.ListedBy(in.address("by"));
      default ->
          throw in.wrong(
              "how", "must be \"asked\" or \"called\" or \"listed\", not " + Quote.of(how));
    };
  }

  /// Whole nanoseconds; a span that a clock set back has made negative counts as none.
  static long nanos(Duration span) {
    return Math.max(0, span.toNanos());
  }
}
