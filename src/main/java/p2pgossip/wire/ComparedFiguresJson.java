package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import p2pgossip.scenario.ComparedFigure;

/// The form of [ComparedFigure]s as JSON, one object. It is only written. Values that there are not
/// are null.
public final class ComparedFiguresJson {

  private ComparedFiguresJson() {}

  /// @param seed with which they were made
  /// @param partial whether there were to be more; then a field says so
  public static String text(List<ComparedFigure> figures, long seed, boolean partial) {
    return new String(
        JsonOutput.bytes(
            out -> {
              out.beginObject();
              out.name("seed").value(seed);
              if (partial) {
                out.name("partial").value(true);
              }
              out.name("agrees").value(figures.stream().allMatch(ComparedFigure::holds));
              out.name("rows").beginArray();
              for (ComparedFigure figure : figures) {
                write(out, figure);
              }
              out.endArray();
              out.endObject();
            }),
        StandardCharsets.UTF_8);
  }

  private static void write(JsonWriter out, ComparedFigure figure) throws IOException {
    out.beginObject();
    out.name("claim").value(figure.claim());
    out.name("kind").value(figure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    number(out, "expected", figure.expected());
    number(out, "ours", figure.ours());
    number(out, "standard_error", figure.standardError());
    number(out, "allowed", figure.allowed());
    out.name("verdict").value(figure.verdict());
    out.name("reading").value(figure.reading());
    out.name("source").value(figure.source());
    out.endObject();
  }

  private static void number(JsonWriter out, String name, double value) throws IOException {
    out.name(name);
    if (Double.isNaN(value)) {
      out.nullValue();
    } else {
      out.value(value);
    }
  }
}
