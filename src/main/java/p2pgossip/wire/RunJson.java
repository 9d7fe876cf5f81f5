package p2pgossip.wire;

import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.flag;
import static p2pgossip.wire.Part.optional;

import java.util.List;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Run;
import p2pgossip.scenario.Scenario;

/// A run in a recording, as in `{"number":1,"scenario":"Push against pull","variant":"push",
/// "repetition":1,"topology":"ring","seed":7,"originals":0,"time":"real",
/// "members":["127.0.0.1:8080"]}`; with `"in_step":true` where they were.
final class RunJson {

  private static final Codec<Integer> FROM_1 = Values.whole(1, Integer.MAX_VALUE);

  private static final Codec<Set<PeerAddress>> MEMBERS = Values.addresses(Run.MOST_MEMBERS);

  static final RecordCodec<Run> CODEC =
      RecordCodec.of(
          Run.class,
          field("number", FROM_1),
          optional("scenario", Values.text(Scenario.LONGEST_NAME)),
          optional("variant", Values.WORDS),
          field("repetition", FROM_1),
          field("topology", Values.WORDS),
          field("seed", Values.SIGNED),
          field("originals", Codec.of(Values.NUMBER::write, RunJson::readOriginals)),
          field("time", Names.TIMES),
          field(
              "members",
              Codec.of(Values::writeAddresses, (in, name) -> List.copyOf(MEMBERS.read(in, name)))),
          flag("in_step"));

  private RunJson() {}

  /// No more than there are members.
  private static int readOriginals(Fields in, String name) throws WireException {
    return in.whole(name, 0, MEMBERS.read(in, "members").size());
  }
}
