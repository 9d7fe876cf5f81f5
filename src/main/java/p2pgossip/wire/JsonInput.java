package p2pgossip.wire;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import p2pgossip.gossip.Quote;

/// Reads JSON as in RFC 8259, and explains what is wrong with other texts.
final class JsonInput {

  private static final Pattern LINE = Pattern.compile(" at line ([0-9]{1,9}) ");

  /// How the reader's message begins for a text that is not JSON.
  private static final String ADVICE =
      "Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON";

  private JsonInput() {}

  /// A strict reader of a whole body.
  static JsonReader open(byte[] body) throws WireException {
    // Much faster than a decoder, but replaces what is not UTF-8 by U+FFFD.
    String text = new String(body, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      requireUtf8(body);
    }
    return strictReader(text);
  }

  /// A strict reader of as much of a body as is UTF-8: the rest may be cut off.
  static JsonReader openPrefix(byte[] body) {
    CharBuffer text = CharBuffer.allocate(body.length);
    decode(ByteBuffer.wrap(body), text);
    return strictReader(text.flip().toString());
  }

  /// Reads a body that is one object and nothing else.
  ///
  /// @param what names the object, as in "a message"
  static Fields object(byte[] body, String what) throws WireException {
    try (JsonReader in = open(body)) {
      Fields fields = Fields.next(in, what, "");
      end(in);
      return fields;
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /// Reads a file that is one object and nothing else. Errors name the line.
  ///
  /// @param what names the object, as in "a scenario"
  static Fields file(byte[] file, String what) throws WireException {
    JsonReader in = open(file);
    try (in) {
      JsonToken token = in.peek();
      if (token != JsonToken.BEGIN_OBJECT) {
        throw unexpected(in, what + " must be an object", token);
      }
      Fields fields = new Fields((JsonValue.Entries) JsonValue.next(in, true), "");
      end(in);
      return fields;
    } catch (EOFException e) {
      throw new WireException("line " + line(in) + ": the JSON ends too early", e);
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /// The line, from 1, of the token that the reader has just peeked at. The reader gives it only in
  /// its description, "JsonReader at line 3 column 5 path $.a".
  static int line(JsonReader in) {
    Matcher matcher = LINE.matcher(in.toString());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /// Reads to the end of the body, where nothing may follow.
  static void end(JsonReader in) throws IOException, WireException {
    if (in.peek() != JsonToken.END_DOCUMENT) {
      throw new WireException("something follows the end of the JSON value");
    }
  }

  /// Reads a string; anything else is skipped and refused.
  ///
  /// @param what names the value in the message of the exception
  static String string(JsonReader in, String what) throws IOException, WireException {
    JsonToken token = in.peek();
    if (token != JsonToken.STRING) {
      throw unexpected(in, what + " must be a string", token);
    }
    return in.nextString();
  }

  /// Skips the value that comes next, and reports that another was expected.
  static WireException unexpected(JsonReader in, String wanted, JsonToken found)
      throws IOException {
    skip(in);
    return new WireException(wanted + ", not " + nameOf(found));
  }

  /// Skips the value that comes next as strictly as if it were read; the reader's own method
  /// accepts control characters.
  static void skip(JsonReader in) throws IOException {
    int depth = 0;
    do {
      switch (in.peek()) {
        case BEGIN_ARRAY -> {
          in.beginArray();
          depth++;
        }
        case END_ARRAY -> {
          in.endArray();
          depth--;
        }
        case BEGIN_OBJECT -> {
          in.beginObject();
          depth++;
        }
        case END_OBJECT -> {
          in.endObject();
          depth--;
        }
        case NAME -> {
          String _ = in.nextName();
        }
        case STRING, NUMBER -> {
          String _ = in.nextString();
        }
        case BOOLEAN -> {
          boolean _ = in.nextBoolean();
        }
        case NULL -> in.nextNull();
        case END_DOCUMENT -> throw new EOFException();
      }
    } while (depth > 0);
  }

  /// The reader's error, without its advice to programmers.
  static WireException malformed(IOException cause) {
    if (cause instanceof EOFException) {
      return new WireException("the JSON ends too early", cause);
    }
    String message = String.valueOf(cause.getMessage()).replace(ADVICE, "unexpected character");
    int link = message.indexOf('\n');
    return new WireException(
        "not JSON: " + Quote.shorten(link < 0 ? message : message.substring(0, link), 160), cause);
  }

  private static void requireUtf8(byte[] body) throws WireException {
    ByteBuffer bytes = ByteBuffer.wrap(body);
    if (decode(bytes, CharBuffer.allocate(body.length)).isError()) {
      throw new WireException("not UTF-8 at byte " + bytes.position());
    }
  }

  private static CoderResult decode(ByteBuffer bytes, CharBuffer text) {
    return StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
  }

  private static JsonReader strictReader(String text) {
    JsonReader in = new JsonReader(new StringReader(text));
    in.setStrictness(Strictness.STRICT);
    return in;
  }

  private static String nameOf(JsonToken token) {
    return switch (token) {
      case BEGIN_ARRAY -> "an array";
      case BEGIN_OBJECT -> "an object";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case NULL -> "null";
      case NAME -> "a name";
      case END_ARRAY, END_OBJECT, END_DOCUMENT -> "the end";
    };
  }
}
