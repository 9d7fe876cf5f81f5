package p2pgossip.fuzz;

import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Tuning;
import p2pgossip.wire.TuningJson;
import p2pgossip.wire.WireException;

/// The body of `PATCH /settings`, and the answer to it and to `GET /settings`.
public final class TuningFuzz {

  private TuningFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    readChange(input);
    readSettings(input);
  }

  private static void readChange(byte[] input) {
    Tuning read;
    try {
      read = TuningJson.read(input);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    PeerSettings tuned = read.applyTo(PeerSettings.DEFAULT);
    try {
      byte[] written = TuningJson.write(read);
      Must.beSame(read, TuningJson.read(written));
      Must.beSame(tuned, TuningJson.readSettings(TuningJson.writeSettings(tuned)));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }

  private static void readSettings(byte[] input) {
    PeerSettings read;
    try {
      read = TuningJson.readSettings(input);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    try {
      byte[] written = TuningJson.writeSettings(read);
      Must.beSame(read, TuningJson.readSettings(written));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
