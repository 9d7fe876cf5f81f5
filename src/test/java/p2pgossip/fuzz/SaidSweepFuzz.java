package p2pgossip.fuzz;

import java.nio.charset.StandardCharsets;
import p2pgossip.wire.SweepLine;
import p2pgossip.wire.SweepLineJson;
import p2pgossip.wire.WireException;

/// What a process says that carries out a sweep for another.
public final class SaidSweepFuzz {

  private SaidSweepFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    SweepLine read;
    try {
      read = SweepLineJson.read(new String(input, StandardCharsets.UTF_8));
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    try {
      Must.beSame(read, SweepLineJson.read(SweepLineJson.text(read)));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
