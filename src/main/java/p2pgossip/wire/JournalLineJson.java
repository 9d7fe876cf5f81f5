package p2pgossip.wire;

import java.util.Locale;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.JournalLine;

/// A line of the log as one line of JSON, for programs that evaluate logs. Only written.
public final class JournalLineJson {

  private JournalLineJson() {}

  /// As in
  /// `{"number":7,"at":"2026-11-22T08:15:30.042Z","kind":"sent","peer":"127.0.0.1:8081","text":"Bob
  /// met Alice."}`, without a line break. The kind is one of [p2pgossip.journal.LineKind] in lower
  /// case; `peer` is absent if the line is about no peer, `name` if that peer has no name, and
  /// `remark` if there is none.
  public static byte[] write(JournalLine line) {
    return JsonOutput.compactBytes(
        out -> {
          PeerAddress peer = line.peer();
          out.beginObject();
          out.name("number").value(line.number());
          out.name("at").value(line.at().toString());
          out.name("kind").value(line.kind().name().toLowerCase(Locale.ROOT));
          out.name("peer").value(peer == null ? null : peer.toString());
          PeerJson.NAME.write(out, line.name());
          out.name("remark").value(line.remark().isEmpty() ? null : line.remark());
          out.name("text").value(line.text());
          out.endObject();
        });
  }
}
