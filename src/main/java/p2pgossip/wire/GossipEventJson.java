package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;

/// An event on the wire: one object on one line, its `type` first, such as
/// `{"type":"peer-recovered","at":"2026-11-22T06:45:06.6Z","peer":"10.0.0.7:8080"}`.
public final class GossipEventJson {

  /// Bytes that an event never exceeds. Longer texts are cut.
  public static final int LARGEST = 262_144;

  /// Characters of a message; as many as can come in.
  static final int LONGEST_TEXT = 32_768;

  /// Peers in one list; the others are left out.
  static final int MOST_PEERS = 2_000;

  private GossipEventJson() {}

  /// One line, without its end.
  public static byte[] write(GossipEvent event) {
    return JsonOutput.compactBytes(out -> write(out, event));
  }

  /// Reads one event.
  ///
  /// @throws WireException when it is none, or not as its type has it, saying why
  public static Reading<GossipEvent> read(byte[] json) throws WireException {
    return EventReader.read(JsonInput.object(json, "an event"));
  }

  static void write(JsonWriter out, GossipEvent event) throws IOException {
    out.beginObject();
    switch (event) {
      case GossipEvent.Started e -> {
        begin(out, "started", e).name("address").value(e.address().toString());
        PeerJson.write(out.name("self"), e.self(), true);
      }
      case GossipEvent.Exposed e ->
          begin(out, "exposed", e).name("address").value(e.address().toString());
      case GossipEvent.Stopped e ->
          begin(out, "stopped", e).name("address").value(e.address().toString());
      case GossipEvent.PeriodBegan e -> {
        begin(out, "period-began", e).name("number").value(e.number());
        out.name("message").value(e.message() == null ? null : text(e.message()));
        out.name("neighbors").value(e.neighbors());
      }
      case GossipEvent.MessageSent e -> {
        flight(begin(out, "message-sent", e), e.flight(), e.to());
        out.name("text").value(text(e.text()));
      }
      case GossipEvent.MessageDelivered e -> {
        flight(begin(out, "message-delivered", e), e.flight(), e.to());
        out.name("round_trip_ns").value(EventParts.nanos(e.roundTrip()));
      }
      case GossipEvent.MessageFailed e -> {
        flight(begin(out, "message-failed", e), e.flight(), e.to());
        out.name("text").value(text(e.text()));
        EventParts.writeFailure(out.name("failure"), e.failure());
      }
      case GossipEvent.MessageSkipped e ->
          begin(out, "message-skipped", e).name("to").value(e.to().toString());
      case GossipEvent.MessageReceived e -> {
        EventParts.writeSender(begin(out, "message-received", e).name("sender"), e.sender());
        out.name("text").value(text(e.text()));
      }
      case GossipEvent.RumorHeard e -> {
        CopyJson.write(begin(out, "rumor-heard", e).name("copy"), e.copy());
        EventParts.writeSender(out.name("sender"), e.sender());
        out.name("pulled").value(e.pulled());
      }
      case GossipEvent.RumorRepeated e -> {
        CopyJson.write(begin(out, "rumor-repeated", e).name("copy"), e.copy());
        EventParts.writeSender(out.name("sender"), e.sender());
        out.name("pulled").value(e.pulled());
      }
      case GossipEvent.CopySent e -> {
        copy(begin(out, "copy-sent", e), e.to(), e.copy());
        out.name("in_answer").value(e.inAnswer());
      }
      case GossipEvent.CopyDelivered e -> {
        copy(begin(out, "copy-delivered", e), e.to(), e.copy());
        out.name("hearing").value(Names.HEARINGS.of(e.hearing()));
        out.name("round_trip_ns").value(EventParts.nanos(e.roundTrip()));
      }
      case GossipEvent.CopyFailed e -> {
        copy(begin(out, "copy-failed", e), e.to(), e.copy());
        EventParts.writeFailure(out.name("failure"), e.failure());
      }
      case GossipEvent.RumorsAsked e -> {
        flight(begin(out, "rumors-asked", e), e.flight(), e.to());
        out.name("purpose").value(Names.PURPOSES.of(e.purpose()));
      }
      case GossipEvent.RumorsAnswered e -> {
        begin(out, "rumors-answered", e).name("flight").value(e.flight());
        out.name("by").value(e.by().toString());
        out.name("copies").value(e.copies());
        out.name("wanted").value(e.wanted());
        out.name("round_trip_ns").value(EventParts.nanos(e.roundTrip()));
      }
      case GossipEvent.RumorsUnanswered e -> {
        flight(begin(out, "rumors-unanswered", e), e.flight(), e.to());
        EventParts.writeFailure(out.name("failure"), e.failure());
      }
      case GossipEvent.InterestLost e ->
          begin(out, "interest-lost", e).name("rumor").value(e.rumor().text());
      case GossipEvent.RumorForgotten e ->
          begin(out, "rumor-forgotten", e).name("rumor").value(e.rumor().text());
      case GossipEvent.PeerLeft e -> peer(begin(out, "peer-left", e), e.peer());
      case GossipEvent.PeerPending e -> {
        peer(begin(out, "peer-pending", e), e.peer());
        EventParts.writeOrigin(out.name("origin"), e.origin());
      }
      case GossipEvent.PeerConnected e -> {
        peer(begin(out, "peer-connected", e), e.peer());
        EventParts.writeOrigin(out.name("origin"), e.origin());
        out.name("link").value(Names.LINKS.of(e.link()));
      }
      case GossipEvent.PeerLearned e -> {
        peer(begin(out, "peer-learned", e), e.peer());
        out.name("listed_by").value(e.listedBy().toString());
      }
      case GossipEvent.PeerUnreachable e -> {
        peer(begin(out, "peer-unreachable", e), e.peer());
        out.name("failures").value(e.failures());
        out.name("next_attempt").value(e.nextAttempt().toString());
        EventParts.writeFailure(out.name("failure"), e.failure());
      }
      case GossipEvent.LinkChanged e -> {
        peer(begin(out, "link-changed", e), e.peer());
        out.name("link").value(Names.LINKS.of(e.link()));
      }
      case GossipEvent.PeerRecovered e -> {
        peer(begin(out, "peer-recovered", e), e.peer());
        out.name("link").value(e.link() == null ? null : Names.LINKS.of(e.link()));
      }
      case GossipEvent.PeerRestarted e -> {
        peer(begin(out, "peer-restarted", e), e.peer());
        out.name("reconnecting").value(e.reconnecting());
      }
      case GossipEvent.PeerForgotten e -> {
        peer(begin(out, "peer-forgotten", e), e.peer());
        EventParts.writeFailure(out.name("failure"), e.failure());
      }
      case GossipEvent.PeerDropped e -> peer(begin(out, "peer-dropped", e), e.peer());
      case GossipEvent.ConnectFailed e -> {
        begin(out, "connect-failed", e).name("target").value(e.target().toString());
        EventParts.writeFailure(out.name("failure"), e.failure());
        out.name("trying_again").value(e.tryingAgain());
      }
      case GossipEvent.CallerRefused e -> {
        begin(out, "caller-refused", e);
        out.name("caller").value(e.caller() == null ? null : e.caller().toString());
        out.name("reason").value(words(e.reason()));
      }
      case GossipEvent.CallerTurnedAway e -> {
        begin(out, "caller-turned-away", e).name("source").value(PeerAddress.text(e.source()));
        out.name("reason").value(words(e.reason()));
      }
      case GossipEvent.PeerMet e -> {
        peer(begin(out, "peer-met", e), e.peer());
        out.name("fingerprint").value(e.fingerprint().text());
      }
      case GossipEvent.PeerRefused e -> {
        peer(begin(out, "peer-refused", e), e.peer());
        EventParts.writeFailure(out.name("failure"), e.failure());
      }
      case GossipEvent.Full e -> begin(out, "full", e).name("max_peers").value(e.maxPeers());
      case GossipEvent.PeersReported e -> {
        begin(out, "peers-reported", e).name("by").value(e.by().toString());
        writePeers(out.name("peers"), e.peers());
      }
      case GossipEvent.ReportsEnded e ->
          begin(out, "reports-ended", e).name("by").value(e.by().toString());
      case GossipEvent.SettingsChanged e -> {
        SettingsJson.write(begin(out, "settings-changed", e).name("settings"), e.settings());
        if (e.by() != null) {
          EventParts.writeSender(out.name("sender"), e.by());
        }
      }
      case GossipEvent.SettingsReported e -> {
        begin(out, "settings-reported", e).name("by").value(e.by().toString());
        SettingsJson.write(out.name("settings"), e.settings());
        out.name("tuned").value(e.tuned());
      }
      case GossipEvent.TuningFailed e -> {
        peer(begin(out, "tuning-failed", e), e.peer());
        out.name("tuning").value(e.tuning());
        EventParts.writeFailure(out.name("failure"), e.failure());
      }
      case GossipEvent.Trouble e -> {
        begin(out, "trouble", e).name("doing").value(words(e.doing()));
        out.name("cause").value(words(e.cause()));
      }
    }
    out.endObject();
  }

  private static JsonWriter begin(JsonWriter out, String type, GossipEvent event)
      throws IOException {
    return out.name("type").value(type).name("at").value(event.at().toString());
  }

  private static void flight(JsonWriter out, long flight, PeerAddress to) throws IOException {
    out.name("flight").value(flight).name("to").value(to.toString());
  }

  private static void copy(JsonWriter out, PeerAddress to, Copy copy) throws IOException {
    out.name("to").value(to.toString());
    CopyJson.write(out.name("copy"), copy);
  }

  private static void peer(JsonWriter out, PeerAddress peer) throws IOException {
    out.name("peer").value(peer.toString());
  }

  private static String text(String text) {
    return JsonOutput.cut(text, LONGEST_TEXT);
  }

  private static String words(String text) {
    return JsonOutput.cut(text, EventParts.LONGEST_WORDS);
  }

  private static void writePeers(JsonWriter out, Set<PeerAddress> peers) throws IOException {
    Collection<PeerAddress> shown =
        peers.size() <= MOST_PEERS ? peers : peers.stream().sorted().limit(MOST_PEERS).toList();
    out.beginArray();
    for (PeerAddress peer : shown) {
      out.value(peer.toString());
    }
    out.endArray();
  }
}
