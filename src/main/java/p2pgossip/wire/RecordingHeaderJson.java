package p2pgossip.wire;

import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;

/// The first line of a recording of version 1: `opening` + `observations` lines follow, each an
/// [ObservationJson].
public final class RecordingHeaderJson {

  private static final String FORMAT = "p2pgossip-recording";
  private static final int VERSION = 1;
  private static final int LONGEST_PROGRAM = 100;

  private RecordingHeaderJson() {}

  /// One line, without its end.
  public static byte[] write(RecordingHeader header) {
    return JsonOutput.compactBytes(
        out -> {
          PeerAddress self = header.self();
          out.beginObject();
          out.name("format").value(FORMAT);
          out.name("version").value(VERSION);
          out.name("program").value(JsonOutput.cut(header.program(), LONGEST_PROGRAM));
          out.name("saved").value(header.saved().toString());
          out.name("self").value(self == null ? null : self.toString());
          out.name("opening").value(header.opening());
          out.name("observations").value(header.observations());
          out.endObject();
        });
  }

  /// @param mostLines that the header may promise
  /// @throws WireException when it is not a header, or of an unknown version, saying so
  public static RecordingHeader read(byte[] json, int mostLines) throws WireException {
    Fields in = JsonInput.object(json, "the header of a recording");
    if (!in.has("format")) {
      throw in.wrong("format", "is missing, so this is not a recording");
    }
    String format = in.text("format");
    if (!format.equals(FORMAT)) {
      throw in.wrong("format", "must be \"" + FORMAT + "\", not " + Quote.of(format));
    }
    long version = in.whole("version", 1, Long.MAX_VALUE);
    if (version > VERSION) {
      throw new WireException(
          "this recording was made by a newer program: it is of version %s, and up to %s can be read; open it with that program"
              .formatted(version, VERSION));
    }
    int opening = in.whole("opening", 0, mostLines);
    return new RecordingHeader(
        in.text("program", LONGEST_PROGRAM),
        in.time("saved"),
        in.optionalAddress("self"),
        opening,
        in.whole("observations", 0, mostLines - opening));
  }
}
