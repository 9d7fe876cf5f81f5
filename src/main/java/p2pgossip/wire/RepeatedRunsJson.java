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

  /// @param partial whether more runs were to be made; then a field says so
  public static String text(RepeatedRuns figures, boolean partial) {
    return new String(
        JsonOutput.bytes(
            out -> {
              out.beginObject();
              out.name("runs").value(figures.runs());
              if (partial) {
                out.name("partial").value(true);
              }
              if (figures.runs() > 0) {
                write(out, figures);
              }
              out.endObject();
            }),
        StandardCharsets.UTF_8);
  }

  private static void write(JsonWriter out, RepeatedRuns figures) throws IOException {
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
