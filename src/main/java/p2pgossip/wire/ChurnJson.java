package p2pgossip.wire;

import static p2pgossip.wire.Part.optional;

import p2pgossip.scenario.Churn;

/// Churn in a scenario file, as in `{"leave_per_minute": 2, "join_per_minute": 2}`.
final class ChurnJson {

  private static final Codec<Double> RATE = Values.fraction(Churn.MOST_PER_MINUTE);

  static final ObjectCodec<Churn> CODEC =
      RecordCodec.of(
              Churn.class,
              optional("leave_per_minute", RATE, 0.0),
              optional("join_per_minute", RATE, 0.0))
          .strict();

  private ChurnJson() {}
}
