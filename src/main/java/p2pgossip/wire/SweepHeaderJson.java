package p2pgossip.wire;

import p2pgossip.gossip.Quote;

/// The form of a [SweepHeader] as a file, version 1.
public final class SweepHeaderJson {

  /// The largest file in bytes; larger ones are refused.
  public static final int LARGEST = 4_096;

  private static final String FORMAT = "p2pgossip-sweep";
  private static final int VERSION = 1;
  private static final int LONGEST_PROGRAM = 100;
  private static final int LETTERS_OF_A_HASH = 64;

  private SweepHeaderJson() {}

  /// A file with one line for each field, and a line break at the end.
  public static byte[] write(SweepHeader header) {
    return JsonOutput.file(
        out -> {
          out.beginObject();
          out.name("format").value(FORMAT);
          out.name("version").value(VERSION);
          out.name("program").value(JsonOutput.cut(header.program(), LONGEST_PROGRAM));
          out.name("experiment").value(header.experiment());
          out.endObject();
        });
  }

  /// @throws WireException when it is something else, or of an unknown version, saying so
  public static SweepHeader read(byte[] file) throws WireException {
    Fields in = JsonInput.file(file, "the header of a sweep");
    String format = in.text("format", LONGEST_PROGRAM);
    if (!format.equals(FORMAT)) {
      throw in.wrong("format", "must be \"" + FORMAT + "\", not " + Quote.of(format));
    }
    long version = in.whole("version", 1, Long.MAX_VALUE);
    if (version > VERSION) {
      throw new WireException(
          "this sweep was made by a newer program: it is of version %s, and up to %s can be read"
              .formatted(version, VERSION));
    }
    return new SweepHeader(
        in.text("program", LONGEST_PROGRAM), in.text("experiment", LETTERS_OF_A_HASH));
  }
}
