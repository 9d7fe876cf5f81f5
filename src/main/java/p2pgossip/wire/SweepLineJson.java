package p2pgossip.wire;

import java.nio.charset.StandardCharsets;

/// The form of a [SweepLine] as JSON, one object on one line.
public final class SweepLineJson {

  /// The longest line in bytes.
  public static final int LONGEST = 1 << 16;

  private static final String DONE = "done";
  private static final String FAILED = "failed";
  private static final String MOST = "most";
  private static final String NOTED = "noted";
  private static final String COMPLETE = "complete";
  private static final String REFUSED = "refused";

  private SweepLineJson() {}

  /// A line without its end.
  public static String text(SweepLine line) {
    return new String(
        JsonOutput.bytes(
            out -> {
              out.beginObject();
              switch (line) {
                case SweepLine.Begins(int done, int failed, int most) -> {
                  out.name(DONE).value(done);
                  out.name(FAILED).value(failed);
                  out.name(MOST).value(most);
                }
                case SweepLine.Noted(String words) ->
                    out.name(NOTED).value(JsonOutput.cut(words, Values.LONGEST_WORDS));
                case SweepLine.Complete() -> out.name(COMPLETE).value(true);
                case SweepLine.Refused(String reason) ->
                    out.name(REFUSED).value(JsonOutput.cut(reason, Values.LONGEST_WORDS));
              }
              out.endObject();
            }),
        StandardCharsets.UTF_8);
  }

  /// @throws WireException when it is no such line, saying why
  public static SweepLine read(String line) throws WireException {
    Fields in = JsonInput.object(line.getBytes(StandardCharsets.UTF_8), "what is said of a sweep");
    if (in.has(REFUSED)) {
      return new SweepLine.Refused(in.text(REFUSED, Values.LONGEST_WORDS));
    }
    if (in.has(NOTED)) {
      return new SweepLine.Noted(in.text(NOTED, Values.LONGEST_WORDS));
    }
    if (in.has(COMPLETE)) {
      return new SweepLine.Complete();
    }
    return new SweepLine.Begins(
        in.whole(DONE, 0, Integer.MAX_VALUE),
        in.whole(FAILED, 0, Integer.MAX_VALUE),
        in.whole(MOST, 0, Integer.MAX_VALUE));
  }
}
