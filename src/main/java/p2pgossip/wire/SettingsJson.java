package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;

/// The settings of a peer, as it shows them to those who watch it.
final class SettingsJson {

  private SettingsJson() {}

  static void write(JsonWriter out, PeerSettings settings) throws IOException {
    out.beginObject();
    PeerJson.writePeriod(out.name("period"), settings.period());
    out.name("update").value(settings.update());
    out.name("paused").value(settings.paused());
    out.name("text").value(settings.text());
    out.name("whole_network").value(settings.wholeNetwork());
    out.name("failure_limit").value(settings.failureLimit());
    out.name("max_peers").value(settings.maxPeers());
    out.name("sentences").value(settings.sentences());
    writeSpreading(out.name("spreading"), settings.spreading());
    out.name("tunable").value(settings.tunable());
    out.name("keep").value(settings.keep());
    out.endObject();
  }

  static void writeSpreading(JsonWriter out, Spreading spreading) throws IOException {
    out.beginObject();
    out.name("strategy").value(Names.STRATEGIES.of(spreading.strategy()));
    out.name("fanout").value(spreading.fanout());
    out.name("interest").beginObject();
    out.name("end").value(Names.ENDS.of(spreading.interest().lastsUntil()));
    out.name("contacts").value(Names.CONTACTS.of(spreading.interest().heeds()));
    out.name("k").value(spreading.interest().k());
    out.endObject();
    out.name("hop_limit").value(spreading.hopLimit());
    out.endObject();
  }

  static PeerSettings read(Fields in) throws WireException {
    try {
      return PeerSettings.DEFAULT
          .withPeriod(PeerReader.readPeriod(in))
          .withUpdate(in.flag("update"))
          .withPaused(in.flag("paused"))
          .withText(in.has("text") ? in.text("text") : null)
          .withWholeNetwork(in.flag("whole_network"))
          .withFailureLimit(in.whole("failure_limit", 0, Integer.MAX_VALUE))
          .withMaxPeers(in.whole("max_peers", 0, Integer.MAX_VALUE))
          .withSentences(in.flag("sentences"))
          .withSpreading(readSpreading(in.object("spreading")))
          // What was recorded before there was such a thing has none.
          .withTunable(in.has("tunable") && in.flag("tunable"))
          .withKeep(in.has("keep") && in.flag("keep"));
    } catch (IllegalArgumentException e) {
      throw WireException.of(e);
    }
  }

  static Spreading readSpreading(Fields in) throws WireException {
    Fields interest = in.object("interest");
    return new Spreading(
        in.choice("strategy", Names.STRATEGIES),
        in.whole("fanout", 1, Spreading.GREATEST_FANOUT),
        new Interest(
            interest.choice("end", Names.ENDS),
            interest.choice("contacts", Names.CONTACTS),
            interest.whole("k", 1, Interest.GREATEST_K)),
        in.whole("hop_limit", 1, Copy.MOST_HOPS));
  }
}
