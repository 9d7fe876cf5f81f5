package p2pgossip.wire;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What went wrong with a request, as in RFC 9457 (`application/problem+json`).
public final class ProblemJson {

  private ProblemJson() {}

  /// Writes a problem.
  ///
  /// @param title the same for every problem with this status
  /// @param detail what was wrong this time
  public static byte[] write(int status, String title, String detail) {
    return JsonOutput.bytes(
        out -> {
          out.beginObject();
          out.name("type").value("about:blank");
          out.name("title").value(title);
          out.name("status").value(status);
          out.name("detail").value(detail);
          out.endObject();
        });
  }

  /// The detail of a problem, else its title; null if there is neither, or it is not a problem.
  public static @Nullable String readDetail(byte[] body) {
    String title = null;
    try (JsonReader in = JsonInput.open(body)) {
      in.beginObject();
      while (in.hasNext()) {
        String name = in.nextName();
        if (in.peek() != JsonToken.STRING) {
          JsonInput.skip(in);
        } else if (name.equals("detail")) {
          return in.nextString();
        } else {
          String value = in.nextString();
          title = name.equals("title") ? value : title;
        }
      }
    } catch (WireException | IOException | IllegalStateException e) {
      // Not a problem after all: then its status must be enough.
      return null;
    }
    return title;
  }
}
