package p2pgossip.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import p2pgossip.file.WholeFile;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;

/// Writes a session as a log that ShiViz draws as a space-time diagram
/// (bestchai.bitbucket.io/shiviz): two lines for each event, time and text, then host and vector
/// clock.
///
/// ```
/// 2026-11-22T08:00:00.004Z tells 127.0.0.1:8082 the rumour “Have you heard?” (copy 1, hop 1)
/// 127.0.0.1:8081 {"127.0.0.1:8081":2}
/// ```
///
/// The file begins as ShiViz expects an uploaded one: the [expression][#EXPRESSION] in its first
/// line, nothing in the second. To paste a log instead, leave these two out and enter the
/// expression in its field.
///
/// Arrows are the copies of rumours and the messages of which both ends were watched. Hosts are the
/// peers that were watched. ShiViz draws some thousand events; if there are more, the latest are
/// written.
public final class ShivizLog {

  /// The expression with which ShiViz parses the log.
  public static final String EXPRESSION =
      "(?<date>\\S+) (?<event>.*)\\n(?<host>\\S+) (?<clock>{.*})";

  /// The most events that are written.
  public static final int MOST_EVENTS = 10_000;

  /// @param events written
  /// @param leftOut earlier ones that were not
  public record Written(int events, int leftOut) {}

  private ShivizLog() {}

  /// @throws IOException when it can't be written, or no event of any peer exists; an old file
  ///     stays as it was
  public static Written write(Path file, Recorded recorded, Progress progress) throws IOException {
    List<ShivizEvent> all = events(recorded);
    if (all.isEmpty()) {
      throw new IOException("there are no events yet");
    }
    int leftOut = Math.max(0, all.size() - MOST_EVENTS);
    List<ShivizEvent> events = all.subList(leftOut, all.size());
    WholeFile.save(file, out -> write(out, events, progress));
    return new Written(events.size(), leftOut);
  }

  static List<ShivizEvent> events(Recorded recorded) {
    ShivizEvents events = new ShivizEvents();
    for (Observation observation : recorded.opening()) {
      if (observation instanceof Observation.Seen) {
        events.add(observation);
      }
    }
    recorded.observations().forEach(events::add);
    return events.events();
  }

  static void write(OutputStream out, List<ShivizEvent> events, Progress progress)
      throws IOException {
    Progress.Parts parts = progress.parts(events.size());
    Map<Integer, ShivizEvent> sendings = MessageJoin.of(events);
    out.write((EXPRESSION + "\n\n").getBytes(StandardCharsets.UTF_8));
    VectorClocks.give(
        events,
        sendings,
        (event, hosts, clock) -> {
          String text =
              "%s %s\n%s %s\n"
                  .formatted(event.at(), event.text(), event.host(), json(hosts, clock));
          out.write(text.getBytes(StandardCharsets.UTF_8));
          parts.next();
        });
  }

  /// Addresses have no character that JSON must escape.
  private static String json(List<PeerAddress> hosts, int[] clock) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < clock.length; i++) {
      if (clock[i] > 0) {
        json.append(json.length() > 1 ? ", " : "")
            .append('"')
            .append(hosts.get(i))
            .append("\":")
            .append(clock[i]);
      }
    }
    return json.append('}').toString();
  }
}
