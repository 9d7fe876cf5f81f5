package p2pgossip.wire;

import static p2pgossip.wire.Part.given;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.gossip.Tuning;
import p2pgossip.gossip.Tuning.Speech;

/// The bodies of `GET /settings` and `PATCH /settings`. A change is a JSON merge patch (RFC 7396)
/// of the settings, such as `{"period":{"secs":1,"nanos":0},"text":null,"spreading":{"fanout":2}}`.
/// Unlike elsewhere, unknown fields are refused: a misspelt change must not appear to succeed.
public final class TuningJson {

  private static final ObjectCodec<Tuning> CODEC =
      RecordCodec.of(
              Change.class,
              given("period", PeerJson.PERIOD),
              given("update", Values.FLAG),
              given("paused", Values.FLAG),
              given("text", Codec.of(TuningJson::writeSpeech, TuningJson::readSpeech)).as("speech"),
              given(
                  "spreading",
                  RecordCodec.of(
                          Spread.class,
                          given("strategy", Names.STRATEGIES),
                          given("fanout", Values.whole(1, Spreading.GREATEST_FANOUT)),
                          given("forwarding", SettingsJson.FORWARDING.strict()))
                      .strict()))
          .strict()
          .map(Change::tuning, Change::of)
          .requiring(tuning -> tuning.applyTo(PeerSettings.DEFAULT));

  private TuningJson() {}

  /// A null leaves the setting as it is.
  record Change(
      @Nullable Duration period,
      @Nullable Boolean update,
      @Nullable Boolean paused,
      @Nullable Speech speech,
      @Nullable Spread spreading) {

    private static Change of(Tuning it) {
      Spread spread = new Spread(it.strategy(), it.fanout(), it.forwarding());
      return new Change(
          it.period(),
          it.update(),
          it.paused(),
          it.speech(),
          spread.equals(Spread.NONE) ? null : spread);
    }

    private Tuning tuning() {
      Spread spread = spreading == null ? Spread.NONE : spreading;
      return new Tuning(
          period, update, paused, speech, spread.strategy(), spread.fanout(), spread.forwarding());
    }
  }

  record Spread(
      @Nullable Strategy strategy, @Nullable Integer fanout, @Nullable Forwarding forwarding) {

    private static final Spread NONE = new Spread(null, null, null);
  }

  /// A peer's settings.
  public static byte[] writeSettings(PeerSettings settings) {
    return JsonOutput.compactBytes(out -> SettingsJson.CODEC.write(out, settings));
  }

  /// Reads a peer's settings.
  ///
  /// @throws WireException when they are not valid, saying why
  public static PeerSettings readSettings(byte[] json) throws WireException {
    return SettingsJson.CODEC.read(JsonInput.object(json, "settings"));
  }

  public static byte[] write(Tuning tuning) {
    return JsonOutput.bytes(out -> CODEC.write(out, tuning));
  }

  /// Reads a change, as a whole or not at all.
  ///
  /// @throws WireException when it is not a change, or a value would be out of its range, saying
  ///     why
  public static Tuning read(byte[] json) throws WireException {
    return CODEC.read(JsonInput.object(json, "a change of settings"));
  }

  private static void writeSpeech(JsonWriter out, Speech speech) throws IOException {
    out.value(speech.text());
  }

  /// In a merge patch, null removes the value, and the default remains.
  private static Speech readSpeech(Fields in, String name) throws WireException {
    return new Speech(in.has(name) ? in.text(name) : null);
  }
}
