package p2pgossip.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;

/// Reads the fields of one event, which are those of its record.
final class EventReader {

  private static final Duration LONGEST_ROUND_TRIP = Duration.ofNanos(Long.MAX_VALUE);

  private final Fields in;

  private EventReader(Fields in) {
    this.in = in;
  }

  static Reading<GossipEvent> read(Fields in) throws WireException {
    String type = in.text("type");
    GossipEvent event = new EventReader(in).event(type);
    return event == null
        ? new Reading.Unknown<>(Quote.shorten(type))
        : new Reading.Understood<>(event);
  }

  /// Null where the type is not known.
  private @Nullable GossipEvent event(String type) throws WireException {
    return switch (type) {
      case "started" ->
          new GossipEvent.Started(at(), in.address("address"), PeerReader.read(in.object("self")));
      case "exposed" -> new GossipEvent.Exposed(at(), in.address("address"));
      case "stopped" -> new GossipEvent.Stopped(at(), in.address("address"));
      case "period-began" ->
          new GossipEvent.PeriodBegan(
              at(),
              in.count("number"),
              in.optionalText("message", GossipEventJson.LONGEST_TEXT),
              number("neighbors"));
      case "message-sent" -> new GossipEvent.MessageSent(at(), flight(), to(), text());
      case "message-delivered" ->
          new GossipEvent.MessageDelivered(at(), flight(), to(), roundTrip());
      case "message-failed" ->
          new GossipEvent.MessageFailed(at(), flight(), to(), text(), failure());
      case "message-skipped" -> new GossipEvent.MessageSkipped(at(), to());
      case "message-received" ->
          new GossipEvent.MessageReceived(at(), EventParts.readSender(in), text());
      case "rumor-heard" ->
          new GossipEvent.RumorHeard(
              at(), copy(), EventParts.readOptionalSender(in), in.flag("pulled"));
      case "rumor-repeated" ->
          new GossipEvent.RumorRepeated(at(), copy(), EventParts.readSender(in), in.flag("pulled"));
      case "copy-sent" -> new GossipEvent.CopySent(at(), to(), copy(), in.flag("in_answer"));
      case "copy-delivered" ->
          new GossipEvent.CopyDelivered(
              at(), to(), copy(), in.choice("hearing", Names.HEARINGS), roundTrip());
      case "copy-failed" -> new GossipEvent.CopyFailed(at(), to(), copy(), failure());
      case "rumors-asked" ->
          new GossipEvent.RumorsAsked(at(), flight(), to(), in.choice("purpose", Names.PURPOSES));
      case "rumors-answered" ->
          new GossipEvent.RumorsAnswered(
              at(), flight(), by(), number("copies"), number("wanted"), roundTrip());
      case "rumors-unanswered" -> new GossipEvent.RumorsUnanswered(at(), flight(), to(), failure());
      case "interest-lost" -> new GossipEvent.InterestLost(at(), in.id("rumor"));
      case "rumor-forgotten" -> new GossipEvent.RumorForgotten(at(), in.id("rumor"));
      case "peer-left" -> new GossipEvent.PeerLeft(at(), peer());
      case "peer-pending" -> new GossipEvent.PeerPending(at(), peer(), origin());
      case "peer-connected" ->
          new GossipEvent.PeerConnected(
              at(), peer(), origin(), Objects.requireNonNullElse(link(), Mutuality.MUTUAL));
      case "link-changed" ->
          new GossipEvent.LinkChanged(at(), peer(), in.choice("link", Names.LINKS));
      case "peer-learned" -> new GossipEvent.PeerLearned(at(), peer(), in.address("listed_by"));
      case "peer-unreachable" ->
          new GossipEvent.PeerUnreachable(
              at(), peer(), number("failures"), in.time("next_attempt"), failure());
      case "peer-recovered" -> new GossipEvent.PeerRecovered(at(), peer(), link());
      case "peer-restarted" -> new GossipEvent.PeerRestarted(at(), peer(), in.flag("reconnecting"));
      case "peer-forgotten" -> new GossipEvent.PeerForgotten(at(), peer(), failure());
      case "peer-dropped" -> new GossipEvent.PeerDropped(at(), peer());
      case "connect-failed" ->
          new GossipEvent.ConnectFailed(
              at(), in.address("target"), failure(), in.flag("trying_again"));
      case "caller-refused" ->
          new GossipEvent.CallerRefused(at(), in.optionalAddress("caller"), words("reason"));
      case "caller-turned-away" ->
          new GossipEvent.CallerTurnedAway(at(), in.ip("source"), words("reason"));
      case "peer-met" -> new GossipEvent.PeerMet(at(), peer(), in.fingerprint("fingerprint"));
      case "peer-refused" -> new GossipEvent.PeerRefused(at(), peer(), failure());
      case "full" -> new GossipEvent.Full(at(), number("max_peers"));
      case "peers-reported" ->
          new GossipEvent.PeersReported(
              at(), by(), in.addresses("peers", GossipEventJson.MOST_PEERS));
      case "reports-ended" -> new GossipEvent.ReportsEnded(at(), by());
      case "settings-changed" ->
          new GossipEvent.SettingsChanged(
              at(), SettingsJson.read(in.object("settings")), EventParts.readOptionalSender(in));
      case "settings-reported" ->
          new GossipEvent.SettingsReported(
              at(), by(), SettingsJson.read(in.object("settings")), in.flag("tuned"));
      case "tuning-failed" ->
          new GossipEvent.TuningFailed(at(), peer(), in.flag("tuning"), failure());
      case "trouble" -> new GossipEvent.Trouble(at(), words("doing"), words("cause"));
      default -> null;
    };
  }

  private Instant at() throws WireException {
    return in.time("at");
  }

  private long flight() throws WireException {
    return in.count("flight");
  }

  private PeerAddress to() throws WireException {
    return in.address("to");
  }

  /// Null in what version 1.0 has written.
  private @Nullable Mutuality link() throws WireException {
    return in.has("link") ? in.choice("link", Names.LINKS) : null;
  }

  private PeerAddress by() throws WireException {
    return in.address("by");
  }

  private PeerAddress peer() throws WireException {
    return in.address("peer");
  }

  private String text() throws WireException {
    return in.text("text", GossipEventJson.LONGEST_TEXT);
  }

  private String words(String name) throws WireException {
    return in.text(name, EventParts.LONGEST_WORDS);
  }

  private int number(String name) throws WireException {
    return in.whole(name, 0, Integer.MAX_VALUE);
  }

  private Duration roundTrip() throws WireException {
    return in.nanos("round_trip_ns", LONGEST_ROUND_TRIP);
  }

  private Copy copy() throws WireException {
    return CopyJson.read(in.object("copy"), CopyJson.HELD);
  }

  private Failure failure() throws WireException {
    return EventParts.readFailure(in.object("failure"));
  }

  private Origin origin() throws WireException {
    return EventParts.readOrigin(in.object("origin"));
  }
}
