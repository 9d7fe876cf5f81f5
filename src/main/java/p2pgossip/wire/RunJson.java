package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Run;
import p2pgossip.scenario.Scenario;

/// A run in a recording, as in
/// `{"number":1,"scenario":"Push against pull","variant":"push","repetition":1,"topology":"ring","seed":7,"originals":0,"time":"real","members":["127.0.0.1:8080"]}`.
final class RunJson {

  private RunJson() {}

  /// By a writer that leaves out what is null.
  static void write(JsonWriter out, Run run) throws IOException {
    out.beginObject();
    out.name("number").value(run.number());
    out.name("scenario").value(run.scenario());
    out.name("variant").value(run.variant());
    out.name("repetition").value(run.repetition());
    out.name("topology").value(JsonOutput.cut(run.topology(), EventParts.LONGEST_WORDS));
    out.name("seed").value(run.seed());
    out.name("originals").value(run.originals());
    out.name("time").value(Names.TIMES.of(run.time()));
    out.name("members").beginArray();
    for (PeerAddress member : run.members()) {
      out.value(member.toString());
    }
    out.endArray();
    out.endObject();
  }

  static Run read(Fields in) throws WireException {
    List<PeerAddress> members = List.copyOf(in.addresses("members", Run.MOST_MEMBERS));
    return new Run(
        in.whole("number", 1, Integer.MAX_VALUE),
        in.has("scenario") ? in.text("scenario", Scenario.LONGEST_NAME) : null,
        in.has("variant") ? in.text("variant", EventParts.LONGEST_WORDS) : null,
        in.whole("repetition", 1, Integer.MAX_VALUE),
        in.text("topology", EventParts.LONGEST_WORDS),
        in.signed("seed"),
        in.whole("originals", 0, members.size()),
        members,
        in.choice("time", Names.TIMES));
  }
}
