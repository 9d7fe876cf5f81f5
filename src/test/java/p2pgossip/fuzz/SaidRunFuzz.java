package p2pgossip.fuzz;

import java.nio.charset.StandardCharsets;
import p2pgossip.wire.RunLine;
import p2pgossip.wire.RunLineJson;
import p2pgossip.wire.WireException;

/// What a process says that makes runs for another.
public final class SaidRunFuzz {

  private SaidRunFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    RunLine read;
    try {
      read = RunLineJson.read(new String(input, StandardCharsets.UTF_8));
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    try {
      Must.beSame(read, RunLineJson.read(RunLineJson.text(read)));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
