package p2pgossip.multicast;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes a message of DNS (RFC 1035, section 4), without compression.
final class DnsWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /// Begins a question of multicast DNS, which has no number.
  static DnsWriter question() {
    return new DnsWriter().head(0, 1, 0, 0);
  }

  /// Begins an answer.
  static DnsWriter answer(int answers, int additional) {
    return new DnsWriter().head(0x8400, 0, answers, additional);
  }

  private DnsWriter head(int flags, int questions, int answers, int additional) {
    return u16(0).u16(flags).u16(questions).u16(answers).u16(0).u16(additional);
  }

  DnsWriter name(DnsName name) {
    bytes.writeBytes(name.bytes());
    bytes.write(0);
    return this;
  }

  /// A record, and how long it holds.
  DnsWriter record(DnsName name, int type, int dclass, long seconds, byte[] data) {
    name(name).u16(type).u16(dclass);
    u16((int) (seconds >> 16)).u16((int) seconds).u16(data.length);
    bytes.writeBytes(data);
    return this;
  }

  DnsWriter u16(int value) {
    bytes.write(value >> 8);
    bytes.write(value);
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /// The data of a record that holds a name.
  static byte[] data(DnsName name) {
    return new DnsWriter().name(name).bytes();
  }

  /// The data of a record that says where a service is.
  static byte[] data(int port, DnsName host) {
    return new DnsWriter().u16(0).u16(0).u16(port).name(host).bytes();
  }

  /// The data of a record of strings, each at most 255 bytes of UTF-8.
  static byte[] data(List<String> strings) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (String string : strings) {
      byte[] text = string.getBytes(StandardCharsets.UTF_8);
      data.write(text.length);
      data.writeBytes(text);
    }
    return data.toByteArray();
  }
}
