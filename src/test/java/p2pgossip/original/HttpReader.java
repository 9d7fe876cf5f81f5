package p2pgossip.original;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads HTTP/1.1 messages from a connection, one after another.
public final class HttpReader {

  private static final int LONGEST_LINE = 8_192;
  private static final int MOST_HEADERS = 96;
  private static final Pattern REQUEST_LINE =
      Pattern.compile("[A-Z]+ /[\\x21-\\x7e]* HTTP/1\\.[01]");
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?");

  private final InputStream in;
  private final int longestBody;

  /// @param longestBody in bytes
  public HttpReader(InputStream in, int longestBody) {
    this.in = in;
    this.longestBody = longestBody;
  }

  /// The input is not HTTP, or too large.
  public static final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Malformed(int status, String why) {
      super(why);
      this.status = status;
    }

    /// The status with which a server answers it.
    int status() {
      return status;
    }
  }

  /// The next request, or null when the connection ends before one begins.
  public @Nullable HttpMessage request() throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    String startLine = line(first);
    if (!REQUEST_LINE.matcher(startLine).matches()) {
      throw new Malformed(400, "no request line: " + startLine);
    }
    Map<String, String> headers = headers();
    return new HttpMessage(startLine, headers, body(headers, false));
  }

  public HttpMessage response() throws IOException {
    String startLine = line(in.read());
    if (!STATUS_LINE.matcher(startLine).matches()) {
      throw new Malformed(400, "no status line: " + startLine);
    }
    Map<String, String> headers = headers();
    return new HttpMessage(startLine, headers, body(headers, true));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in.read()); !line.isEmpty(); line = line(in.read())) {
      int colon = line.indexOf(':');
      if (colon <= 0 || headers.size() == MOST_HEADERS) {
        throw new Malformed(400, "no header, or one too many: " + line);
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.merge(name, line.substring(colon + 1).strip(), (one, next) -> one + ", " + next);
    }
    return headers;
  }

  private byte[] body(Map<String, String> headers, boolean toTheEnd) throws IOException {
    String length = headers.get("content-length");
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return chunks();
    }
    if (length == null) {
      return toTheEnd ? rest() : new byte[0];
    }
    if (!length.matches("[0-9]{1,18}")) {
      throw new Malformed(400, "no length: " + length);
    }
    return exactly(Long.parseLong(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String size = line(in.read());
      if (!size.matches("[0-9A-Fa-f]{1,8}")) {
        throw new Malformed(400, "no size of a chunk: " + size);
      }
      long bytes = Long.parseLong(size, 16);
      if (bytes > longestBody - body.size()) {
        throw tooLong();
      }
      body.write(exactly(bytes));
      if (!line(in.read()).isEmpty()) {
        throw new Malformed(400, "a chunk longer than it said, or a trailer");
      }
      if (bytes == 0) {
        return body.toByteArray();
      }
    }
  }

  private byte[] exactly(long length) throws IOException {
    if (length > longestBody) {
      throw tooLong();
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw new EOFException("ends within a body");
    }
    return bytes;
  }

  private byte[] rest() throws IOException {
    byte[] bytes = in.readNBytes(longestBody + 1);
    if (bytes.length > longestBody) {
      throw tooLong();
    }
    return bytes;
  }

  private Malformed tooLong() {
    return new Malformed(413, "a body of more than " + longestBody + " bytes");
  }

  private String line(int first) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int unit = first; unit != '\n'; unit = in.read()) {
      if (unit < 0) {
        throw new EOFException("ends within a line");
      }
      if (line.size() == LONGEST_LINE) {
        throw new Malformed(400, "a line of more than " + LONGEST_LINE + " bytes");
      }
      line.write(unit);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
