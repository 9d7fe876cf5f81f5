package p2pgossip.original;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// An HTTP/1.1 request or response as on the connection.
public final class HttpMessage {

  private static final Pattern JSON =
      Pattern.compile("application/json *(;.*)?", Pattern.CASE_INSENSITIVE);

  private final String startLine;
  private final Map<String, String> headers;
  private final byte[] body;

  /// @param headers with their names in lower case
  HttpMessage(String startLine, Map<String, String> headers, byte[] body) {
    this.startLine = startLine;
    this.headers = new LinkedHashMap<>(headers);
    this.body = body.clone();
  }

  public static HttpMessage request(String method, String path, Endpoint host) {
    return new HttpMessage(
        method + " " + path + " HTTP/1.1", Map.of("host", host.toString()), new byte[0]);
  }

  /// A response without a body.
  public static HttpMessage empty(int status) {
    return new HttpMessage(
        "HTTP/1.1 " + status + " " + reason(status), Map.of("content-length", "0"), new byte[0]);
  }

  /// 200 with a body.
  public static HttpMessage ok(String contentType, String body) {
    return empty(200).with(contentType, body);
  }

  /// This message with another body.
  public HttpMessage with(String contentType, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return new HttpMessage(startLine, headers, utf8)
        .header("content-type", contentType)
        .header("content-length", String.valueOf(utf8.length));
  }

  /// This message with one more header, or another value of one.
  public HttpMessage header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name.toLowerCase(Locale.ROOT), value);
    return new HttpMessage(startLine, more, body);
  }

  public String startLine() {
    return startLine;
  }

  /// Method and path of a request, as in `POST /message`.
  public String what() {
    return method() + " " + path();
  }

  public String method() {
    return word(0);
  }

  public String path() {
    return word(1);
  }

  /// The status of a response, or 0 if the start line has none.
  public int status() {
    String code = word(1);
    return code.matches("[1-5][0-9]{2}") ? Integer.parseInt(code) : 0;
  }

  private String word(int index) {
    String[] words = startLine.split(" ", 3);
    return index < words.length ? words[index] : "";
  }

  /// With their names in lower case.
  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  public byte[] body() {
    return body.clone();
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  boolean isJson() {
    return JSON.matcher(headers.getOrDefault("content-type", "")).matches();
  }

  boolean endsConnection() {
    String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
    return startLine.endsWith("HTTP/1.0")
        ? !connection.contains("keep-alive")
        : connection.contains("close");
  }

  public void writeTo(OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder(startLine).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    byte[] ascii = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[ascii.length + body.length];
    System.arraycopy(ascii, 0, whole, 0, ascii.length);
    System.arraycopy(body, 0, whole, ascii.length, body.length);
    out.write(whole);
    out.flush();
  }

  @Override
  public String toString() {
    return startLine + " " + headers + " " + text();
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 302 -> "Found";
      case 400 -> "Bad Request";
      case 404 -> "Not Found";
      case 413 -> "Payload Too Large";
      case 500 -> "Internal Server Error";
      case 503 -> "Service Unavailable";
      default -> "Status";
    };
  }
}
