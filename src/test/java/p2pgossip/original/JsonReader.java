package p2pgossip.original;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads JSON strictly by RFC 8259, and refuses duplicate keys as well.
final class JsonReader {

  private static final int DEEPEST = 100;
  private static final Pattern FIGURE =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  static Json read(byte[] utf8) throws Json.Refused {
    try {
      return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException e) {
      throw new Json.Refused("not UTF-8", e);
    }
  }

  static Json read(String text) throws Json.Refused {
    JsonReader reader = new JsonReader(text);
    Json value = reader.value();
    reader.skipBlanks();
    if (reader.at < text.length()) {
      throw reader.refused("trailing characters");
    }
    return value;
  }

  private Json value() throws Json.Refused {
    skipBlanks();
    return switch (peek()) {
      case '{' -> nested(this::fields);
      case '[' -> nested(this::items);
      case '"' -> new Json.Text(string());
      case 't' -> word("true", new Json.Truth(true));
      case 'f' -> word("false", new Json.Truth(false));
      case 'n' -> word("null", new Json.Nothing());
      default -> figure();
    };
  }

  private interface Part {
    Json read() throws Json.Refused;
  }

  private Json nested(Part part) throws Json.Refused {
    depth++;
    if (depth > DEEPEST) {
      throw refused("nested too deep");
    }
    at++;
    Json value = part.read();
    depth--;
    return value;
  }

  private Json fields() throws Json.Refused {
    Map<String, Json> fields = new LinkedHashMap<>();
    skipBlanks();
    if (took('}')) {
      return new Json.Fields(fields);
    }
    do {
      skipBlanks();
      String key = string();
      skipBlanks();
      demand(':');
      if (fields.put(key, value()) != null) {
        throw refused("duplicate key \"" + key + "\"");
      }
      skipBlanks();
    } while (took(','));
    demand('}');
    return new Json.Fields(fields);
  }

  private Json items() throws Json.Refused {
    List<Json> items = new ArrayList<>();
    skipBlanks();
    if (took(']')) {
      return new Json.Items(items);
    }
    do {
      items.add(value());
      skipBlanks();
    } while (took(','));
    demand(']');
    return new Json.Items(items);
  }

  private String string() throws Json.Refused {
    demand('"');
    StringBuilder string = new StringBuilder();
    while (!took('"')) {
      char unit = next();
      if (unit < ' ') {
        throw refused("a control character in a string");
      }
      string.append(unit == '\\' ? escape() : unit);
    }
    refuseLoneSurrogates(string);
    return string.toString();
  }

  private char escape() throws Json.Refused {
    char unit = next();
    return switch (unit) {
      case '"', '\\', '/' -> unit;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> fourDigits();
      default -> throw refused("an unknown escape");
    };
  }

  private char fourDigits() throws Json.Refused {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw refused("an escape without its four digits");
      }
      unit = (unit << 4) | digit;
    }
    return (char) unit;
  }

  private void refuseLoneSurrogates(CharSequence string) throws Json.Refused {
    if (string.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
      throw refused("a lone surrogate");
    }
  }

  private Json word(String word, Json meaning) throws Json.Refused {
    if (!text.startsWith(word, at)) {
      throw refused("an unknown word");
    }
    at += word.length();
    return meaning;
  }

  private Json figure() throws Json.Refused {
    Matcher matcher = FIGURE.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw refused("no value");
    }
    at = matcher.end();
    return new Json.Figure(matcher.group());
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void demand(char wanted) throws Json.Refused {
    if (!took(wanted)) {
      throw refused("no '" + wanted + "'");
    }
  }

  private boolean took(char wanted) {
    boolean there = at < text.length() && text.charAt(at) == wanted;
    if (there) {
      at++;
    }
    return there;
  }

  private char peek() throws Json.Refused {
    if (at >= text.length()) {
      throw refused("ends too early");
    }
    return text.charAt(at);
  }

  private char next() throws Json.Refused {
    char unit = peek();
    at++;
    return unit;
  }

  private Json.Refused refused(String why) {
    return new Json.Refused("bad JSON at character " + at + ": " + why);
  }
}
