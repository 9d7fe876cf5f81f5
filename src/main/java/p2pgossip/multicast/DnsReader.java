package p2pgossip.multicast;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Reads a message of DNS (RFC 1035, section 4) as strictly as it must be read when it comes from
/// anybody: within its bytes, and with a limit for all that is counted in it.
final class DnsReader {

  /// Of questions, and of records: an announcement of a class has four.
  private static final int MOST = 64;

  /// A pointer leads to an earlier place (section 4.1.4), so there is no circle; but a chain of
  /// them costs time.
  private static final int MOST_POINTERS = 16;

  private static final int POINTER = 0xc0;
  private static final int ANSWER = 0x8000;

  /// Other operations than a query are none of multicast DNS (RFC 6762, section 18.3).
  private static final int OPERATION = 0x7800;

  private final ByteBuffer bytes;

  private DnsReader(byte[] message) {
    bytes = ByteBuffer.wrap(message);
  }

  /// A question.
  record Question(DnsName name, int type, int dclass) {}

  /// A record, with what of its data is of interest here.
  sealed interface Resource {

    DnsName name();

    /// @param ttl in seconds
    record Pointer(DnsName name, long ttl, DnsName target) implements Resource {}

    record Place(DnsName name, int port) implements Resource {}

    record Text(DnsName name, List<byte[]> strings) implements Resource {}

    /// Any other.
    record Other(DnsName name) implements Resource {}
  }

  /// What a message holds.
  ///
  /// @param answer whether it answers, and does not ask
  record Read(boolean answer, List<Question> questions, List<Resource> records) {}

  /// Reads a message.
  ///
  /// @throws IllegalArgumentException when it is malformed or too large
  static Read read(byte[] message) {
    return new DnsReader(message).read();
  }

  private Read read() {
    require(bytes.remaining() >= 12, "the head is cut off");
    int _ = u16();
    int flags = u16();
    require((flags & OPERATION) == 0, "it is no query");
    int asked = u16();
    int all = u16() + u16() + u16();
    require(asked <= MOST && all <= MOST, "it holds too much");
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < asked; i++) {
      questions.add(new Question(name(), u16(), u16()));
    }
    List<Resource> records = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      records.add(resource());
    }
    return new Read((flags & ANSWER) != 0, questions, records);
  }

  private Resource resource() {
    DnsName name = name();
    int type = u16();
    int _ = u16();
    long ttl = u32();
    int length = u16();
    require(length <= bytes.remaining(), "a record is cut off");
    int end = bytes.position() + length;
    Resource read =
        switch (type) {
          case DnsType.PTR -> new Resource.Pointer(name, ttl, name());
          case DnsType.SRV -> place(name, length);
          case DnsType.TXT -> new Resource.Text(name, strings(end));
          default -> new Resource.Other(name);
        };
    require(bytes.position() <= end, "a record is longer than it says");
    bytes.position(end);
    return read;
  }

  /// Priority and weight are of no interest, as each class has one place; its machine is the one
  /// that sends the message.
  private Resource place(DnsName name, int length) {
    require(length >= 6, "a place is cut off");
    int _ = u16();
    int _ = u16();
    return new Resource.Place(name, u16());
  }

  private List<byte[]> strings(int end) {
    List<byte[]> strings = new ArrayList<>();
    while (bytes.position() < end && strings.size() < MOST) {
      byte[] string = new byte[u8()];
      require(string.length <= end - bytes.position(), "a string is cut off");
      bytes.get(string);
      strings.add(string);
    }
    return strings;
  }

  private DnsName name() {
    StringBuilder wire = new StringBuilder();
    int at = bytes.position();
    int after = -1;
    int pointers = 0;
    int length = at(at);
    while (length != 0) {
      if ((length & POINTER) == POINTER) {
        int to = (length & ~POINTER) << 8 | at(at + 1);
        require(to < at && ++pointers <= MOST_POINTERS, "a name points forward");
        after = after < 0 ? at + 2 : after;
        at = to;
      } else {
        require(length <= DnsName.LONGEST_LABEL, "a label is too long");
        require(wire.length() + length + 2 <= DnsName.LONGEST, "a name is too long");
        wire.append((char) length);
        for (int i = at + 1; i <= at + length; i++) {
          wire.append(lower(at(i)));
        }
        at += length + 1;
      }
      length = at(at);
    }
    bytes.position(after < 0 ? at + 1 : after);
    return new DnsName(wire.toString());
  }

  private static char lower(int letter) {
    return (char) (letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
  }

  private int at(int index) {
    require(index < bytes.limit(), "a name is cut off");
    return bytes.get(index) & 0xff;
  }

  private int u8() {
    require(bytes.hasRemaining(), "it is cut off");
    return bytes.get() & 0xff;
  }

  private int u16() {
    return u8() << 8 | u8();
  }

  private long u32() {
    return (long) u16() << 16 | u16();
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
