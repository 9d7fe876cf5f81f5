package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.scenario.InterestLabel;
import p2pgossip.scenario.SettingsChange;

/// Some settings in a scenario's file, as in
/// `{"period": "500 ms", "strategy": "push", "interest": "counter:2"}`.
final class SettingsChangeJson {

  private static final Set<String> FIELDS =
      Set.of(
          "period",
          "update",
          "sentences",
          "text",
          "failure_limit",
          "max_peers",
          "strategy",
          "fanout",
          "interest",
          "hop_limit");

  private SettingsChangeJson() {}

  /// Those that are to change; by a writer that leaves out what is null.
  static void write(JsonWriter out, SettingsChange change) throws IOException {
    out.beginObject();
    Duration period = change.period();
    out.name("period").value(period == null ? null : SpanText.of(period));
    out.name("update").value(change.update());
    out.name("sentences").value(change.sentences());
    out.name("text").value(change.text());
    out.name("failure_limit").value(change.failureLimit());
    out.name("max_peers").value(change.maxPeers());
    out.name("strategy")
        .value(change.strategy() == null ? null : Names.STRATEGIES.of(change.strategy()));
    out.name("fanout").value(change.fanout());
    out.name("interest")
        .value(change.interest() == null ? null : InterestLabel.of(change.interest()));
    out.name("hop_limit").value(change.hopLimit());
    out.endObject();
  }

  /// @throws WireException also when a value would be out of its range
  static SettingsChange read(Fields in) throws WireException {
    in.requireOnly(FIELDS);
    SettingsChange change =
        new SettingsChange(
            in.has("period") ? in.span("period") : null,
            in.has("update") ? in.flag("update") : null,
            in.has("sentences") ? in.flag("sentences") : null,
            in.has("text") ? in.text("text") : null,
            in.has("failure_limit") ? in.whole("failure_limit", 1, 1_000) : null,
            in.has("max_peers") ? in.whole("max_peers", 1, 100_000) : null,
            in.has("strategy") ? in.choice("strategy", Names.STRATEGIES) : null,
            in.has("fanout") ? in.whole("fanout", 1, Spreading.GREATEST_FANOUT) : null,
            in.has("interest") ? interest(in) : null,
            in.has("hop_limit") ? in.whole("hop_limit", 1, Copy.MOST_HOPS) : null);
    try {
      PeerSettings _ = change.applyTo(PeerSettings.DEFAULT);
    } catch (IllegalArgumentException e) {
      throw in.wrong(e);
    }
    return change;
  }

  private static Interest interest(Fields in) throws WireException {
    try {
      return InterestLabel.parse(in.text("interest"));
    } catch (IllegalArgumentException e) {
      throw in.wrong("interest", "is wrong: " + e.getMessage(), e);
    }
  }
}
