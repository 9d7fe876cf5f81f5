package p2pgossip.net;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Parses server-sent events, as in the HTML standard, section 9.2.6, with a bound on the size of
/// an event. For one thread.
final class EventStreamParser {

  /// Receives what was read.
  interface Handler {

    /// An event is complete.
    ///
    /// @param data never empty
    /// @param mac proves who sent the event; empty if it has none
    void event(String name, byte[] data, String mac) throws BadStream;

    /// A line of any kind is complete.
    void line() throws BadStream;
  }

  /// The size of buffer that is kept for the next event; a larger one is dropped.
  private static final int KEPT_BYTES = 16 * 1024;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final int mostBytes;
  private final Handler handler;
  private ByteArrayOutputStream line = new ByteArrayOutputStream();
  private ByteArrayOutputStream data = new ByteArrayOutputStream();
  private String name = "";
  private String mac = "";
  private boolean dataGiven;
  private boolean afterReturn;
  private boolean first = true;

  /// @param mostBytes in one event
  EventStreamParser(int mostBytes, Handler handler) {
    this.mostBytes = mostBytes;
    this.handler = handler;
  }

  /// @throws BadStream when an event is too large, or the handler throws
  void read(ByteBuffer bytes) throws BadStream {
    while (bytes.hasRemaining()) {
      int end = bytes.position();
      while (end < bytes.limit() && !isBreak(bytes.get(end))) {
        end++;
      }
      take(bytes, end - bytes.position());
      if (bytes.hasRemaining()) {
        byte lineBreak = bytes.get();
        boolean secondOfPair = afterReturn && lineBreak == '\n';
        afterReturn = lineBreak == '\r';
        if (!secondOfPair) {
          endLine();
        }
      }
    }
  }

  private static boolean isBreak(byte octet) {
    return octet == '\n' || octet == '\r';
  }

  private void take(ByteBuffer bytes, int count) throws BadStream {
    if (count == 0) {
      return;
    }
    if (count > mostBytes - line.size() - data.size()) {
      throw new BadStream("it sends an event of more than " + mostBytes + " bytes");
    }
    byte[] piece = new byte[count];
    bytes.get(piece);
    line.writeBytes(piece);
    afterReturn = false;
  }

  private void endLine() throws BadStream {
    byte[] read = line.toByteArray();
    line.reset();
    handler.line();
    int start = first && startsWith(read, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    first = false;
    if (read.length == start) {
      endEvent();
      return;
    }
    int colon = start;
    while (colon < read.length && read[colon] != ':') {
      colon++;
    }
    int value = Math.min(colon + 1, read.length);
    if (value < read.length && read[value] == ' ') {
      value++;
    }
    switch (new String(read, start, colon - start, StandardCharsets.UTF_8)) {
      case "data" -> {
        if (dataGiven) {
          data.write('\n');
        }
        dataGiven = true;
        data.write(read, value, read.length - value);
      }
      case "event" -> name = new String(read, value, read.length - value, StandardCharsets.UTF_8);
      case EventStreamText.MAC ->
          mac = new String(read, value, read.length - value, StandardCharsets.UTF_8);
      default -> {
        // A comment, or a field that is not used here.
      }
    }
  }

  private void endEvent() throws BadStream {
    byte[] complete = data.toByteArray();
    String ended = name;
    String shown = mac;
    data.reset();
    dataGiven = false;
    name = "";
    mac = "";
    if (complete.length > KEPT_BYTES) {
      line = new ByteArrayOutputStream();
      data = new ByteArrayOutputStream();
    }
    if (complete.length > 0) {
      handler.event(ended, complete, shown);
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }
}
