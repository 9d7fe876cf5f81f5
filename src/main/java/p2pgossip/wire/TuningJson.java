package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.gossip.Tuning;
import p2pgossip.gossip.Tuning.Speech;

/// The bodies of `GET /settings` and `PATCH /settings`. A change is a JSON merge patch (RFC 7396) of what
/// is shown, such as `{"period":{"secs":1,"nanos":0},"text":null,"spreading":{"fanout":2}}`. Unlike
/// elsewhere, fields with other names are refused: a change that is misspelt must not seem to have been
/// made.
public final class TuningJson {

  private static final Set<String> TUNABLE =
      Set.of("period", "update", "paused", "text", "spreading");
  private static final Set<String> TUNABLE_OF_SPREADING = Set.of("strategy", "fanout");

  private TuningJson() {}

  /// How a peer is set, as it shows it.
  public static byte[] writeSettings(PeerSettings settings) {
    return JsonOutput.compactBytes(out -> SettingsJson.write(out, settings));
  }

  /// Reads how a peer is set.
  ///
  /// @throws WireException when it is not that, saying why
  public static PeerSettings readSettings(byte[] json) throws WireException {
    return SettingsJson.read(JsonInput.object(json, "settings"));
  }

  public static byte[] write(Tuning tuning) {
    return JsonOutput.bytes(out -> write(out, tuning));
  }

  private static void write(JsonWriter out, Tuning tuning) throws IOException {
    out.beginObject();
    if (tuning.period() != null) {
      PeerJson.writePeriod(out.name("period"), tuning.period());
    }
    if (tuning.update() != null) {
      out.name("update").value(tuning.update());
    }
    if (tuning.paused() != null) {
      out.name("paused").value(tuning.paused());
    }
    if (tuning.speech() != null) {
      out.name("text").value(tuning.speech().text());
    }
    if (tuning.strategy() != null || tuning.fanout() != null) {
      out.name("spreading").beginObject();
      if (tuning.strategy() != null) {
        out.name("strategy").value(Names.STRATEGIES.of(tuning.strategy()));
      }
      if (tuning.fanout() != null) {
        out.name("fanout").value(tuning.fanout());
      }
      out.endObject();
    }
    out.endObject();
  }

  /// Reads a change, as a whole or not at all.
  ///
  /// @throws WireException when it is none, or a value would be out of its range, saying why
  public static Tuning read(byte[] json) throws WireException {
    Fields in = JsonInput.object(json, "a change of settings");
    in.requireOnly(TUNABLE);
    Duration period = in.find("period") == null ? null : PeerReader.readPeriod(in);
    Boolean update = in.find("update") == null ? null : in.flag("update");
    Boolean paused = in.find("paused") == null ? null : in.flag("paused");
    Strategy strategy = null;
    Integer fanout = null;
    if (in.find("spreading") != null) {
      Fields spreading = in.object("spreading");
      spreading.requireOnly(TUNABLE_OF_SPREADING);
      strategy =
          spreading.find("strategy") == null
              ? null
              : spreading.choice("strategy", Names.STRATEGIES);
      fanout =
          spreading.find("fanout") == null
              ? null
              : spreading.whole("fanout", 1, Spreading.GREATEST_FANOUT);
    }
    Tuning tuning = new Tuning(period, update, paused, speech(in), strategy, fanout);
    try {
      PeerSettings _ = tuning.applyTo(PeerSettings.DEFAULT);
    } catch (IllegalArgumentException e) {
      throw in.wrong(e);
    }
    return tuning;
  }

  /// In a merge patch, null takes the value away, and what is left is the usual.
  private static @Nullable Speech speech(Fields in) throws WireException {
    if (in.find("text") == null) {
      return null;
    }
    return new Speech(in.has("text") ? in.text("text") : null);
  }
}
