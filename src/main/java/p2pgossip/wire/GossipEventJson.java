package p2pgossip.wire;

import static p2pgossip.wire.OneOf.is;
import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.optional;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sender;

/// An event on the wire: one object on one line, with its `type` first, such as
/// `{"type":"peer-recovered","at":"2026-11-22T06:45:06.6Z","peer":"10.0.0.7:8080"}`.
public final class GossipEventJson {

  /// The largest event in bytes. Longer texts are cut.
  public static final int LARGEST = 262_144;

  /// The most characters of a message; no longer one can be received.
  static final int LONGEST_TEXT = 32_768;

  /// The most peers in one list; others are left out.
  static final int MOST_PEERS = 2_000;

  private static final Codec<String> MESSAGE = Values.text(LONGEST_TEXT);

  private static final Codec<Set<PeerAddress>> PEERS =
      Codec.of(GossipEventJson::writePeers, (in, name) -> in.addresses(name, MOST_PEERS));

  private static final Part<Instant> AT = field("at", Values.TIME);
  private static final Part<PeerAddress> ADDRESS = field("address", Values.ADDRESS);
  private static final Part<PeerAddress> BY = field("by", Values.ADDRESS);
  private static final Part<PeerAddress> PEER = field("peer", Values.ADDRESS);
  private static final Part<PeerAddress> TO = field("to", Values.ADDRESS);
  private static final Part<Long> FLIGHT = field("flight", Values.COUNT);
  private static final Part<Copy> COPY = field("copy", CopyJson.HELD);
  private static final Part<Failure> FAILURE = field("failure", EventParts.FAILURE);
  private static final Part<Mutuality> LINK = field("link", Names.LINKS);
  private static final Part<Origin> ORIGIN = field("origin", EventParts.ORIGIN);
  private static final Part<Boolean> PULLED = field("pulled", Values.FLAG);
  private static final Part<String> REASON = field("reason", Values.WORDS);
  private static final Part<RumorId> RUMOR = field("rumor", Values.ID);
  private static final Part<Sender> SENDER = field("sender", EventParts.SENDER);
  private static final Part<PeerSettings> SETTINGS = field("settings", SettingsJson.CODEC);
  private static final Part<String> TEXT = field("text", MESSAGE);
  private static final Part<Duration> ROUND_TRIP =
      field("round_trip_ns", Values.NANOS).as("roundTrip");

  static final OneOf<GossipEvent> CODEC =
      OneOf.of(
          GossipEvent.class,
          "type",
          is("started", GossipEvent.Started.class, AT, ADDRESS, field("self", PeerJson.CODEC)),
          is("exposed", GossipEvent.Exposed.class, AT, ADDRESS),
          is("stopped", GossipEvent.Stopped.class, AT, ADDRESS),
          is(
              "period-began",
              GossipEvent.PeriodBegan.class,
              AT,
              field("number", Values.COUNT),
              optional("message", MESSAGE),
              field("neighbors", Values.NUMBER)),
          is("message-sent", GossipEvent.MessageSent.class, AT, FLIGHT, TO, TEXT),
          is("message-delivered", GossipEvent.MessageDelivered.class, AT, FLIGHT, TO, ROUND_TRIP),
          is("message-failed", GossipEvent.MessageFailed.class, AT, FLIGHT, TO, TEXT, FAILURE),
          is("message-skipped", GossipEvent.MessageSkipped.class, AT, TO),
          is("message-received", GossipEvent.MessageReceived.class, AT, SENDER, TEXT),
          is(
              "rumor-heard",
              GossipEvent.RumorHeard.class,
              AT,
              COPY,
              optional("sender", EventParts.SENDER),
              PULLED),
          is("rumor-repeated", GossipEvent.RumorRepeated.class, AT, COPY, SENDER, PULLED),
          is(
              "copy-sent",
              GossipEvent.CopySent.class,
              AT,
              TO,
              COPY,
              field("in_answer", Values.FLAG)),
          is(
              "copy-delivered",
              GossipEvent.CopyDelivered.class,
              AT,
              TO,
              COPY,
              field("hearing", Names.HEARINGS),
              ROUND_TRIP),
          is("copy-failed", GossipEvent.CopyFailed.class, AT, TO, COPY, FAILURE),
          is(
              "rumors-asked",
              GossipEvent.RumorsAsked.class,
              AT,
              FLIGHT,
              TO,
              field("purpose", Names.PURPOSES)),
          is(
              "rumors-answered",
              GossipEvent.RumorsAnswered.class,
              AT,
              FLIGHT,
              BY,
              field("copies", Values.NUMBER),
              field("wanted", Values.NUMBER),
              ROUND_TRIP),
          is("rumors-unanswered", GossipEvent.RumorsUnanswered.class, AT, FLIGHT, TO, FAILURE),
          is("interest-lost", GossipEvent.InterestLost.class, AT, RUMOR),
          is("rumor-forgotten", GossipEvent.RumorForgotten.class, AT, RUMOR),
          is("peer-left", GossipEvent.PeerLeft.class, AT, PEER),
          is("peer-pending", GossipEvent.PeerPending.class, AT, PEER, ORIGIN),
          is(
              "peer-connected",
              GossipEvent.PeerConnected.class,
              AT,
              PEER,
              ORIGIN,
              optional("link", Names.LINKS, Mutuality.MUTUAL)),
          is(
              "peer-learned",
              GossipEvent.PeerLearned.class,
              AT,
              PEER,
              field("listed_by", Values.ADDRESS)),
          is(
              "peer-unreachable",
              GossipEvent.PeerUnreachable.class,
              AT,
              PEER,
              field("failures", Values.NUMBER),
              field("next_attempt", Values.TIME),
              FAILURE),
          is("link-changed", GossipEvent.LinkChanged.class, AT, PEER, LINK),
          is("peer-named", GossipEvent.PeerNamed.class, AT, PEER, PeerJson.NAME),
          is(
              "peer-recovered",
              GossipEvent.PeerRecovered.class,
              AT,
              PEER,
              optional("link", Names.LINKS)),
          is(
              "peer-restarted",
              GossipEvent.PeerRestarted.class,
              AT,
              PEER,
              field("reconnecting", Values.FLAG)),
          is("peer-forgotten", GossipEvent.PeerForgotten.class, AT, PEER, FAILURE),
          is("peer-dropped", GossipEvent.PeerDropped.class, AT, PEER),
          is(
              "connect-failed",
              GossipEvent.ConnectFailed.class,
              AT,
              field("target", Values.ADDRESS),
              FAILURE,
              field("trying_again", Values.FLAG)),
          is(
              "caller-refused",
              GossipEvent.CallerRefused.class,
              AT,
              optional("caller", Values.ADDRESS),
              REASON),
          is(
              "caller-turned-away",
              GossipEvent.CallerTurnedAway.class,
              AT,
              field("source", Values.IP),
              REASON),
          is(
              "peer-met",
              GossipEvent.PeerMet.class,
              AT,
              PEER,
              field("fingerprint", Values.FINGERPRINT)),
          is("peer-refused", GossipEvent.PeerRefused.class, AT, PEER, FAILURE),
          is("full", GossipEvent.Full.class, AT, field("max_peers", Values.NUMBER)),
          is("peers-reported", GossipEvent.PeersReported.class, AT, BY, field("peers", PEERS)),
          is("reports-ended", GossipEvent.ReportsEnded.class, AT, BY),
          is(
              "settings-changed",
              GossipEvent.SettingsChanged.class,
              AT,
              SETTINGS,
              optional("sender", EventParts.SENDER).as("by")),
          is(
              "settings-reported",
              GossipEvent.SettingsReported.class,
              AT,
              BY,
              SETTINGS,
              field("tuned", Values.FLAG)),
          is(
              "tuning-failed",
              GossipEvent.TuningFailed.class,
              AT,
              PEER,
              field("tuning", Values.FLAG),
              FAILURE),
          is(
              "trouble",
              GossipEvent.Trouble.class,
              AT,
              field("doing", Values.WORDS),
              field("cause", Values.WORDS)));

  private GossipEventJson() {}

  /// One line, without its end.
  public static byte[] write(GossipEvent event) {
    return JsonOutput.compactBytes(out -> CODEC.write(out, event));
  }

  /// Reads one event.
  ///
  /// @throws WireException when it is not an event, or doesn't fit its type, saying why
  public static Reading<GossipEvent> read(byte[] json) throws WireException {
    Fields in = JsonInput.object(json, "an event");
    String unknown = CODEC.unknown(in);
    return unknown == null
        ? new Reading.Understood<>(CODEC.read(in))
        : new Reading.Unknown<>(unknown);
  }

  private static void writePeers(JsonWriter out, Set<PeerAddress> peers) throws IOException {
    Collection<PeerAddress> shown =
        peers.size() <= MOST_PEERS ? peers : peers.stream().sorted().limit(MOST_PEERS).toList();
    Values.writeAddresses(out, shown);
  }
}
