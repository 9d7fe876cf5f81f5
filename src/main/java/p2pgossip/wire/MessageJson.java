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

  /// Reads a message. An invalid `from` counts as absent. An invalid `rumor` is refused, since only
  /// a peer that knows rumours sends one. Other fields are ignored.
  ///
  /// @throws WireException when it is not a message, or the copy of a rumour is invalid, saying why
  public static Message read(byte[] body) throws WireException {
    if (isPlain(body)) {
      int length = body.length - PLAIN_START.length - PLAIN_END.length;
      String text = new String(body, PLAIN_START.length, length, StandardCharsets.UTF_8);
      // What is not UTF-8 has become U+FFFD; the reader below reports its position.
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

  /// Whether a body has exactly the form in which messages are written, with nothing escaped.
  /// Nearly all have, and need no reader. This is the fast path.
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

  /// The message as it is sent: with `from` if it has a sender, and `rumor` if it is a copy of one.
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

  /// The echo of a message to its sender: its text alone, as from the original, and for a copy of a
  /// rumour whether it was news.
  ///
  /// @param body from which `message` was read
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

  /// What the echo says of a copy. Whatever is wrong with the echo, the message was heard, so the
  /// result is then [Hearing#UNSAID], as for an echo of the original.
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
