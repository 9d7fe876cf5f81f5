package p2pgossip.fuzz;

import p2pgossip.scenario.Scenario;
import p2pgossip.wire.ScenarioJson;
import p2pgossip.wire.WireException;

/// A scenario in a file.
public final class ScenarioFuzz {

  private ScenarioFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Scenario read;
    try {
      read = ScenarioJson.read(input);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    Must.beAtMost(Scenario.MOST_PEERS, read.peers());
    Must.beAtMost(Scenario.MOST_ACTIONS, read.actions().size());
    Must.beAtMost(Scenario.MOST_VARIANTS, read.variants().size());
    try {
      byte[] written = ScenarioJson.write(read);
      Must.beSame(read, ScenarioJson.read(written));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
