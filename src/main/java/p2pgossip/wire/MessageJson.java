package p2pgossip.wire;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerAddress;

/// A message on the wire: the body of `POST /message`, and its answer.
public final class MessageJson {

  private static final byte[] PLAIN_START = "{\"message\":\"".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PLAIN_END = "\"}".getBytes(StandardCharsets.UTF_8);

  private MessageJson() {}

  /// Reads a message. A `from` that is no address of a peer counts as none; a `rumor` that is not
  /// as it should be is refused, since only a peer that knows of rumours sends one; what else
  /// stands there is ignored.
  ///
  /// @throws WireException when there is no message in it, or a bad copy of a rumour, saying why
  public static Message read(byte[] body) throws WireException {
    if (isPlain(body)) {
      int length = body.length - PLAIN_START.length - PLAIN_END.length;
      String text = new String(body, PLAIN_START.length, length, StandardCharsets.UTF_8);
      // What is not UTF-8 has come out as U+FFFD; the reader below says where it stood.
      if (text.indexOf('\uFFFD') < 0) {
        return new Message(text, null);
      }
    }
    try (JsonReader in = JsonInput.open(body)) {
      JsonToken token = in.peek();
      if (token != JsonToken.BEGIN_OBJECT) {
        throw JsonInput.unexpected(in, "a message must be an object", token);
      }
      Message message = readObject(in);
      JsonInput.end(in);
      return message;
    } catch (IOException e) {
      throw JsonInput.malformed(e);
    }
  }

  /// Whether a body has the very form in which messages are written, with nothing escaped: nearly
  /// all have, and need no reader. This is the way that must be fast.
  private static boolean isPlain(byte[] body) {
    int start = PLAIN_START.length;
    int end = body.length - PLAIN_END.length;
    if (end < start
        || !Arrays.equals(body, 0, start, PLAIN_START, 0, start)
        || !Arrays.equals(body, end, body.length, PLAIN_END, 0, PLAIN_END.length)) {
      return false;
    }
    for (int i = start; i < end; i++) {
      byte octet = body[i];
      if (octet == '"' || octet == '\\' || (octet >= 0 && octet < ' ')) {
        return false;
      }
    }
    return true;
  }

  private static Message readObject(JsonReader in) throws IOException, WireException {
    String text = null;
    PeerAddress from = null;
    boolean fromGiven = false;
    Fields rumor = null;
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      switch (name) {
        case "message" -> {
          requireFirst(text == null, name);
          text = JsonInput.string(in, "\"message\"");
        }
        case "from" -> {
          requireFirst(!fromGiven, name);
          fromGiven = true;
          from = readFrom(in);
        }
        case "rumor" -> {
          requireFirst(rumor == null, name);
          rumor = Fields.next(in, "\"rumor\"", " of \"rumor\"");
        }
        default -> JsonInput.skip(in);
      }
    }
    in.endObject();
    if (text == null) {
      throw new WireException("\"message\" is missing");
    }
    Copy copy = rumor == null ? null : CopyJson.arrivedBeside(text).read(rumor);
    return new Message(text, from, copy);
  }

  private static void requireFirst(boolean first, String name) throws WireException {
    if (!first) {
      throw new WireException("\"" + name + "\" is given twice");
    }
  }

  private static @Nullable PeerAddress readFrom(JsonReader in) throws IOException {
    if (in.peek() != JsonToken.STRING) {
      JsonInput.skip(in);
      return null;
    }
    try {
      return PeerAddress.parse(in.nextString());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// The message as it is sent: with `from` where it says who speaks, and `rumor` where it is a
  /// copy of one.
  public static byte[] write(Message message) {
    return JsonOutput.bytes(
        out -> {
          out.beginObject();
          out.name("message").value(message.text());
          if (message.from() != null) {
            out.name("from").value(message.from().toString());
          }
          if (message.copy() != null) {
            CopyJson.arrivedBeside(message.text()).write(out.name("rumor"), message.copy());
          }
          out.endObject();
        });
  }

  /// The message as it is echoed to whoever sent it: its text alone, as the original does, and for
  /// a copy of a rumour whether it was news.
  ///
  /// @param body what `message` was read from
  /// @param hearing [Hearing#UNSAID] for a plain message
  public static byte[] writeEcho(Message message, byte[] body, Hearing hearing) {
    if (hearing == Hearing.UNSAID) {
      return isPlain(body) ? body : write(new Message(message.text(), null));
    }
    return JsonOutput.bytes(
        out -> {
          out.beginObject();
          out.name("message").value(message.text());
          out.name("hearing").value(Names.HEARINGS.of(hearing));
          out.endObject();
        });
  }

  /// What the echo says of the copy that was told. Whatever is odd about it, the message was heard,
  /// so it is [Hearing#UNSAID] then, as for an echo of the original.
  public static Hearing readEcho(byte[] body) {
    if (isPlain(body)) {
      return Hearing.UNSAID;
    }
    try {
      Fields echo = JsonInput.object(body, "an echo");
      return echo.has("hearing") ? echo.choice("hearing", Names.HEARINGS) : Hearing.UNSAID;
    } catch (WireException e) {
      return Hearing.UNSAID;
    }
  }
}
