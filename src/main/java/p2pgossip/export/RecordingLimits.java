package p2pgossip.export;

/// Limits of a recording that is read.
///
/// @param bytes in all, once decompressed
/// @param lines after the header
/// @param lineBytes in one line
record RecordingLimits(long bytes, int lines, int lineBytes) {

  /// At worst half of a window's heap once read, and more than a session keeps: 300,000
  /// observations are some 70 MB of text. The longest line shows a peer with 2,000 neighbours and
  /// 256 long rumours.
  static final RecordingLimits DEFAULT = new RecordingLimits(128L << 20, 600_000, 8 << 20);
}
