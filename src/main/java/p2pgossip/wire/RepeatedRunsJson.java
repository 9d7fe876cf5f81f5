package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import p2pgossip.scenario.Estimate;
import p2pgossip.scenario.RepeatedRuns;

/// The form of [RepeatedRuns] as JSON, one object on one line. It is only written. The standard
/// error of a single run is null.
public final class RepeatedRunsJson {

  private RepeatedRunsJson() {}

  public static String text(RepeatedRuns figures) {
    return new String(JsonOutput.bytes(out -> write(out, figures)), StandardCharsets.UTF_8);
  }

  private static void write(JsonWriter out, RepeatedRuns figures) throws IOException {
    out.beginObject();
    out.name("runs").value(figures.runs());
    write(out, "rounds", figures.rounds());
    write(out, "reached", figures.reached());
    write(out, "copies_per_peer", figures.copiesPerPeer());
    write(out, "contacts_per_peer", figures.contactsPerPeer());
    write(out, "t_last", figures.rounds());
    out.name("complete").value(figures.complete());
    out.name("informed").beginArray();
    for (double informed : figures.informed()) {
      out.value(informed);
    }
    out.endArray();
    out.name("hash").value(HexFormat.of().toHexDigits(figures.hash()));
    out.endObject();
  }

  private static void write(JsonWriter out, String name, Estimate estimate) throws IOException {
    out.name(name).beginObject();
    out.name("mean").value(estimate.mean());
    out.name("standard_error");
    if (Double.isNaN(estimate.standardError())) {
      out.nullValue();
    } else {
      out.value(estimate.standardError());
    }
    out.endObject();
  }
}
