package p2pgossip.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.export.ShivizEvent.Passing;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Sender;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineKind;
import p2pgossip.journal.Narrator;
import p2pgossip.network.Observation;

/// Turns observations into events for ShiViz: everything that is sent, received or lost, and the
/// other lines of the peer's log. Answers are no events: they would double every arrow.
final class ShivizEvents {

  private final Map<PeerAddress, Narrator> narrators = new HashMap<>();
  private final List<ShivizEvent> events = new ArrayList<>();

  /// In the order in which they were observed.
  List<ShivizEvent> events() {
    return events;
  }

  void add(Observation observation) {
    switch (observation) {
      case Observation.Happened(Instant at, PeerAddress observer, GossipEvent event) ->
          add(at, observer, event);
      case Observation.Seen(var _, var snapshot) ->
          narrators
              .computeIfAbsent(snapshot.address(), _ -> new Narrator(snapshot.settings()))
              .know(snapshot);
      case Observation.LostSight _,
          Observation.FaultsChanged _,
          Observation.RunBegan _,
          Observation.RunEnded _,
          Observation.RumorRecalled _ -> {}
    }
  }

  private void add(Instant at, PeerAddress host, GossipEvent event) {
    switch (event) {
      case GossipEvent.CopySent it ->
          passing(
              at,
              host,
              "tells %s the rumour “%s” (copy %s, hop %s)"
                  .formatted(
                      called(host, it.to()),
                      words(it.copy()),
                      it.copy().number(),
                      it.copy().hops()),
              new Passing.OfCopy(host, it.to(), it.copy().rumor().id(), it.copy().number()),
              false);
      case GossipEvent.RumorHeard it when it.sender() == null ->
          alone(at, host, "begins the rumour “%s”".formatted(words(it.copy())));
      case GossipEvent.RumorHeard it -> arrival(at, host, "hears", it.copy(), it.sender());
      case GossipEvent.RumorRepeated it -> arrival(at, host, "hears again", it.copy(), it.sender());
      case GossipEvent.MessageSent it ->
          passing(
              at,
              host,
              "sends %s “%s”".formatted(called(host, it.to()), it.text()),
              new Passing.OfMessage(host, it.to(), it.text()),
              false);
      case GossipEvent.MessageReceived it -> {
        PeerAddress from = it.sender().address();
        passing(
            at,
            host,
            "receives from %s “%s”".formatted(called(host, from), it.text()),
            from == null ? null : new Passing.OfMessage(from, host, it.text()),
            true);
      }
      case GossipEvent.CopyFailed it ->
          alone(
              at,
              host,
              "can't tell %s the rumour “%s” (copy %s): %s"
                  .formatted(
                      called(host, it.to()),
                      words(it.copy()),
                      it.copy().number(),
                      it.failure().reason()));
      case GossipEvent.MessageFailed it ->
          alone(
              at,
              host,
              "can't send %s “%s”: %s"
                  .formatted(called(host, it.to()), it.text(), it.failure().reason()));
      default ->
          narrator(host)
              .narrate(event)
              .map(JournalLine::text)
              .ifPresent(text -> alone(at, host, text));
    }
  }

  private void arrival(
      Instant at, PeerAddress host, String verb, Copy copy, @Nullable Sender sender) {
    PeerAddress from = sender == null ? null : sender.address();
    passing(
        at,
        host,
        "%s the rumour “%s” from %s (hop %s)"
            .formatted(verb, words(copy), called(host, from), copy.hops()),
        from == null || copy.number() == 0
            ? null
            : new Passing.OfCopy(from, host, copy.rumor().id(), copy.number()),
        true);
  }

  private void alone(Instant at, PeerAddress host, String text) {
    passing(at, host, text, null, false);
  }

  private void passing(
      Instant at, PeerAddress host, String text, @Nullable Passing passing, boolean arrives) {
    // The narrator puts any text from outside on one line.
    String line = narrator(host).tell(at, LineKind.NOTE, host, text).text();
    events.add(new ShivizEvent(events.size(), at, host, line, passing, arrives));
  }

  private Narrator narrator(PeerAddress host) {
    return narrators.computeIfAbsent(host, _ -> new Narrator(PeerSettings.DEFAULT));
  }

  private static String words(Copy copy) {
    return copy.rumor().text();
  }

  private String called(PeerAddress host, @Nullable PeerAddress peer) {
    return peer == null ? "somebody" : narrator(host).called(peer);
  }
}
