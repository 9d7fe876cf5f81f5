package p2pgossip.fuzz;

import p2pgossip.network.Observation;
import p2pgossip.wire.ObservationJson;
import p2pgossip.wire.Reading;
import p2pgossip.wire.WireException;

/// A line of a recording.
public final class ObservationFuzz {

  private ObservationFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Reading<Observation> read;
    try {
      read = ObservationJson.read(input);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    if (!(read instanceof Reading.Understood(Observation observation))) {
      return;
    }
    try {
      byte[] written = ObservationJson.write(observation);
      Must.beSame(read, ObservationJson.read(written));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
