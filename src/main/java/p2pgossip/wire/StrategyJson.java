package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Set;
import p2pgossip.gossip.Strategy;

/// The strategy of a peer in its settings. `strategy` names one that every version knows; if the
/// peer uses a newer one, `strategy` names a substitute, and `exactly` the newer one. A reader that
/// does not know `exactly`, or what it names, uses `strategy`.
final class StrategyJson implements ObjectCodec<Strategy> {

  static final StrategyJson CODEC = new StrategyJson();

  private static final String STRATEGY = "strategy";
  private static final String EXACTLY = "exactly";

  private StrategyJson() {}

  @Override
  public void writeFields(JsonWriter out, Strategy strategy) throws IOException {
    Names.STRATEGIES.write(out.name(STRATEGY), strategy.standIn());
    if (strategy.standIn() != strategy) {
      Names.STRATEGIES.write(out.name(EXACTLY), strategy);
    }
  }

  @Override
  public Strategy read(Fields in) throws WireException {
    Strategy strategy = in.choice(STRATEGY, Names.STRATEGIES);
    Strategy exactly = in.has(EXACTLY) ? Names.STRATEGIES.find(in.text(EXACTLY)) : null;
    return exactly == null ? strategy : exactly;
  }

  @Override
  public Set<String> names(Fields in) {
    return Set.of(STRATEGY, EXACTLY);
  }
}
