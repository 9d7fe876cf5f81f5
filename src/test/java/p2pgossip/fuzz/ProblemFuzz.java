package p2pgossip.fuzz;

import p2pgossip.wire.ProblemJson;

/// The answer of a peer that refuses a request.
public final class ProblemFuzz {

  private ProblemFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String detail = ProblemJson.readDetail(input);
    if (detail != null) {
      Must.beAtMost(input.length, detail.length());
      byte[] written = ProblemJson.write(400, "Bad Request", detail);
      String again = ProblemJson.readDetail(written);
      Must.beSame(detail, again == null ? "nothing" : again);
    }
  }
}
