package p2pgossip.wire;

import static p2pgossip.wire.OneOf.is;
import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.optional;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.network.Observation;

/// An observation as one line of a recording.
public final class ObservationJson {

  private static final String HAPPENED = "happened";

  private static final Part<Instant> AT = field("at", Values.TIME);
  private static final Part<Instant> OTHER_AT = optional("at", Values.TIME);
  private static final Part<PeerAddress> OBSERVER = field("observer", Values.ADDRESS);

  private static final OneOf<Observation> CODEC =
      OneOf.of(
          Observation.class,
          "type",
          is(
              HAPPENED,
              Observation.Happened.class,
              RecordCodec.of(Event.class, OTHER_AT, OBSERVER, field("event", GossipEventJson.CODEC))
                  .map(Event::happened, Event::of)),
          is(
              "seen",
              Observation.Seen.class,
              RecordCodec.of(State.class, OTHER_AT, field("state", PeerSnapshotJson.CODEC))
                  .map(State::seen, State::of)),
          is(
              "lost-sight",
              Observation.LostSight.class,
              AT,
              OBSERVER,
              field("reason", Values.WORDS)),
          is(
              "faults-changed",
              Observation.FaultsChanged.class,
              AT,
              field("faults", Values.list(FaultJson.CODEC, FaultInForceJson.MOST))),
          is("run-began", Observation.RunBegan.class, AT, field("run", RunJson.CODEC)),
          is(
              "rumor-recalled",
              Observation.RumorRecalled.class,
              RecordCodec.of(Recalled.class, AT, field("rumor", SpreadJson.CODEC))
                  .map(Recalled::observation, Recalled::of)),
          is(
              "run-ended",
              Observation.RunEnded.class,
              AT,
              field("number", Values.whole(1, Integer.MAX_VALUE))));

  private ObservationJson() {}

  /// @param at null if it is the event's own time
  record Event(@Nullable Instant at, PeerAddress observer, GossipEvent event) {

    private static Event of(Observation.Happened it) {
      return new Event(it.at().equals(it.event().at()) ? null : it.at(), it.observer(), it.event());
    }

    private Observation.Happened happened() {
      return new Observation.Happened(at == null ? event.at() : at, observer, event);
    }
  }

  /// @param at null if it is the snapshot's own time
  record State(@Nullable Instant at, PeerSnapshot state) {

    private static State of(Observation.Seen it) {
      return new State(it.at().equals(it.snapshot().at()) ? null : it.at(), it.snapshot());
    }

    private Observation.Seen seen() {
      return new Observation.Seen(at == null ? state.at() : at, state);
    }
  }

  record Recalled(Instant at, SpreadJson.Told rumor) {

    private static Recalled of(Observation.RumorRecalled it) {
      return new Recalled(it.at(), SpreadJson.Told.of(it.spread(), it.population()));
    }

    private Observation.RumorRecalled observation() {
      return new Observation.RumorRecalled(at, rumor.spread(), rumor.population());
    }
  }

  /// One line, without its end. The time is left out if it is that of the observed event or state.
  public static byte[] write(Observation observation) {
    return JsonOutput.compactBytes(out -> CODEC.write(out, observation));
  }

  /// Reads one line. The type of the observation, or of an event in it, may be unknown.
  ///
  /// @throws WireException when it is not an observation, or doesn't fit its type, saying why
  public static Reading<Observation> read(byte[] json) throws WireException {
    Fields in = JsonInput.object(json, "an observation");
    String unknown = CODEC.unknown(in);
    if (in.text("type").equals(HAPPENED)) {
      unknown = GossipEventJson.CODEC.unknown(in.object("event"));
    }
    return unknown == null
        ? new Reading.Understood<>(CODEC.read(in))
        : new Reading.Unknown<>(unknown);
  }
}
