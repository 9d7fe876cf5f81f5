package p2pgossip.fuzz;

import p2pgossip.wire.SweepHeader;
import p2pgossip.wire.SweepHeaderJson;
import p2pgossip.wire.WireException;

/// What the folder of a sweep says of itself.
public final class SweepHeaderFuzz {

  private SweepHeaderFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    SweepHeader read;
    try {
      read = SweepHeaderJson.read(input);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    try {
      Must.beSame(read, SweepHeaderJson.read(SweepHeaderJson.write(read)));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
