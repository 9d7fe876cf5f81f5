package p2pgossip.pack;

/// What a lab pack may hold. What is written keeps within these bounds, and more is not read.
final class PackLimits {

  static final int MOST_ENTRIES = 2_000;

  /// In characters.
  static final int LONGEST_NAME = 120;

  /// The file in bytes.
  static final long LARGEST_FILE = 64L << 20;

  /// All entries together, uncompressed, in bytes.
  static final long LARGEST_CONTENT = 256L << 20;

  /// One entry besides the answers and the lesson, uncompressed, in bytes.
  static final int LARGEST_ATTACHMENT = 48 << 20;

  private PackLimits() {}
}
