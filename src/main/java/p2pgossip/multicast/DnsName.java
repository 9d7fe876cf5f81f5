package p2pgossip.multicast;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A name in a message of DNS (RFC 1035, section 3.1), which is the same in upper and lower case.
///
/// @param wire its labels as they stand in a message, each with its length before it, in lower case
///     and without the end; one character for each byte
record DnsName(String wire) {

  /// Of a label, and of a whole name.
  static final int LONGEST_LABEL = 63;

  static final int LONGEST = 255;

  /// A name of labels in ASCII, such as `_tcp` and `local`.
  static DnsName of(String... labels) {
    return new DnsName(
        Stream.of(labels)
            .map(label -> (char) label.length() + label.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining()));
  }

  /// The same with a label before it.
  DnsName below(String label) {
    return new DnsName(of(label).wire + wire);
  }

  byte[] bytes() {
    return wire.getBytes(StandardCharsets.ISO_8859_1);
  }
}
