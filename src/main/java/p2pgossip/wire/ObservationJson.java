package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.Quote;
import p2pgossip.network.Observation;
import p2pgossip.network.Run;
import p2pgossip.network.Spread;

/// An observation as one line of a recording.
public final class ObservationJson {

  private ObservationJson() {}

  /// One line, without its end. The time is left out where it is that of what was observed.
  public static byte[] write(Observation observation) {
    return JsonOutput.compactBytes(out -> write(out, observation));
  }

  /// Reads one line. The event in it may be of an unknown type, as may the observation itself.
  ///
  /// @throws WireException when it is none, or not as its type has it, saying why
  public static Reading<Observation> read(byte[] json) throws WireException {
    return read(JsonInput.object(json, "an observation"));
  }

  private static void write(JsonWriter out, Observation observation) throws IOException {
    out.beginObject();
    switch (observation) {
      case Observation.Happened(Instant at, PeerAddress observer, GossipEvent event) -> {
        begin(out, "happened", at.equals(event.at()) ? null : at);
        out.name("observer").value(observer.toString());
        GossipEventJson.write(out.name("event"), event);
      }
      case Observation.Seen(Instant at, PeerSnapshot snapshot) -> {
        begin(out, "seen", at.equals(snapshot.at()) ? null : at);
        PeerSnapshotJson.write(out.name("state"), snapshot);
      }
      case Observation.LostSight(Instant at, PeerAddress observer, String reason) -> {
        begin(out, "lost-sight", at).name("observer").value(observer.toString());
        out.name("reason").value(JsonOutput.cut(reason, EventParts.LONGEST_WORDS));
      }
      case Observation.FaultsChanged(Instant at, List<Fault> faults) -> {
        begin(out, "faults-changed", at).name("faults").beginArray();
        for (Fault fault : faults) {
          FaultJson.write(out, fault);
        }
        out.endArray();
      }
      case Observation.RunBegan(Instant at, Run run) ->
          RunJson.write(begin(out, "run-began", at).name("run"), run);
      case Observation.RumorRecalled(Instant at, Spread spread, List<PeerAddress> population) ->
          SpreadJson.write(begin(out, "rumor-recalled", at).name("rumor"), spread, population);
      case Observation.RunEnded(Instant at, int number) ->
          begin(out, "run-ended", at).name("number").value(number);
    }
    out.endObject();
  }

  private static JsonWriter begin(JsonWriter out, String type, @Nullable Instant at)
      throws IOException {
    return out.name("type").value(type).name("at").value(at == null ? null : at.toString());
  }

  private static Reading<Observation> read(Fields in) throws WireException {
    String type = in.text("type");
    return switch (type) {
      case "happened" -> readHappened(in);
      case "seen" -> {
        PeerSnapshot snapshot = PeerSnapshotJson.read(in.object("state"));
        yield new Reading.Understood<>(new Observation.Seen(at(in, snapshot.at()), snapshot));
      }
      case "lost-sight" ->
          new Reading.Understood<>(
              new Observation.LostSight(
                  in.time("at"),
                  in.address("observer"),
                  in.text("reason", EventParts.LONGEST_WORDS)));
      case "faults-changed" -> {
        List<Fault> faults = new ArrayList<>();
        for (Fields fault : in.objects("faults", FaultJson.MOST)) {
          faults.add(FaultJson.read(fault));
        }
        yield new Reading.Understood<>(new Observation.FaultsChanged(in.time("at"), faults));
      }
      case "run-began" ->
          new Reading.Understood<>(
              new Observation.RunBegan(in.time("at"), RunJson.read(in.object("run"))));
      case "rumor-recalled" ->
          new Reading.Understood<>(SpreadJson.read(in.time("at"), in.object("rumor")));
      case "run-ended" ->
          new Reading.Understood<>(
              new Observation.RunEnded(in.time("at"), in.whole("number", 1, Integer.MAX_VALUE)));
      default -> new Reading.Unknown<>(Quote.shorten(type));
    };
  }

  private static Reading<Observation> readHappened(Fields in) throws WireException {
    PeerAddress observer = in.address("observer");
    return switch (EventReader.read(in.object("event"))) {
      case Reading.Unknown<GossipEvent>(String type) -> new Reading.Unknown<>(type);
      case Reading.Understood<GossipEvent>(GossipEvent event) ->
          new Reading.Understood<>(new Observation.Happened(at(in, event.at()), observer, event));
    };
  }

  private static Instant at(Fields in, Instant otherwise) throws WireException {
    return in.has("at") ? in.time("at") : otherwise;
  }
}
