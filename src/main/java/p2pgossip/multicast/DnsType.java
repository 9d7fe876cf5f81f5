package p2pgossip.multicast;

/// The numbers of DNS that are needed here (RFC 1035, section 3.2, and RFC 2782).
final class DnsType {

  static final int A = 1;
  static final int PTR = 12;
  static final int TXT = 16;
  static final int SRV = 33;

  /// In questions.
  static final int ANY = 255;

  /// The class of the Internet, the only one in use.
  static final int INTERNET = 1;

  /// The highest bit of a class: in a record, that nobody else has such a record (RFC 6762, section
  /// 10.2); in a question, that the answer may go to the asker alone (section 5.4).
  static final int TOP_BIT = 0x8000;

  private DnsType() {}
}
