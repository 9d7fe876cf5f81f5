package p2pgossip.ui.inspector;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Neighbor.MessageCounts;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Link;
import p2pgossip.network.Naming;
import p2pgossip.network.ObservedPeer;
import p2pgossip.ui.form.SettingsForm;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.Tally;

/// What is known of a peer, in words and figures.
public final class PeerFacts {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final PeerViewModel model;
  private final InstantSource clock;
  private final ZoneId zone;

  public PeerFacts(PeerViewModel model, InstantSource clock, ZoneId zone) {
    this.model = model;
    this.clock = clock;
    this.zone = zone;
  }

  /// The facts of the moment that is shown. What was not observed of a past moment is left out.
  ///
  /// @param peer null for this peer itself
  public List<Fact> of(@Nullable PeerAddress peer) {
    NetworkView view = model.network().view();
    if (!view.isLive()) {
      PeerAddress shown = peer == null ? model.network().self() : peer;
      ObservedPeer then = shown == null ? null : view.then().get(shown);
      if (then != null) {
        return ofThen(then);
      }
      return shown == null ? List.of() : heardFrom(shown);
    }
    if (peer == null || peer.equals(model.addressProperty().get())) {
      return model.self().map(this::ofSelf).orElse(List.of());
    }
    return model.neighbor(peer).map(this::of).orElseGet(() -> heardFrom(peer));
  }

  /// Why the last attempt to reach a peer failed, as a sentence. Empty if it did not fail, and for
  /// a past moment.
  public String trouble(PeerAddress peer) {
    if (!model.network().view().isLive()) {
      return "";
    }
    return model
        .neighbor(peer)
        .map(neighbor -> neighbor.health().trouble())
        .map(words -> Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".")
        .orElse("");
  }

  /// A few lines for a card beside the pointer.
  public String inBrief(PeerAddress peer) {
    StringBuilder lines = new StringBuilder();
    for (Fact fact : of(peer)) {
      if (!lines.isEmpty()) {
        lines.append('\n');
      }
      lines.append(fact.name()).append(": ").append(fact.value());
    }
    return lines.toString();
  }

  private List<Fact> ofSelf(Peer self) {
    Tally tally = model.tallyProperty().get();
    return List.of(
        new Fact("Running since", TIME.format(self.started().atZone(zone))),
        new Fact("Period", seconds(self.period())),
        new Fact("Forgets peers", forgetting(model.settingsProperty().get())),
        new Fact("Periods begun", figure(tally.periods())),
        new Fact("Messages out", figure(tally.sent())),
        new Fact("Messages in", figure(tally.received())),
        new Fact("Failed", figure(tally.failed())));
  }

  private List<Fact> ofThen(ObservedPeer peer) {
    List<Fact> facts = new ArrayList<>();
    if (peer.self() != null) {
      facts.add(new Fact("Started", TIME.format(peer.self().started().atZone(zone))));
    }
    if (!peer.running()) {
      return facts;
    }
    if (peer.settings() != null) {
      facts.add(new Fact("Period", seconds(peer.settings().period())));
      facts.add(new Fact("Forgets peers", forgetting(peer.settings())));
    }
    facts.add(new Fact("Periods begun", figure(peer.periods())));
    facts.add(new Fact("Neighbours", figure(peer.neighbors().size())));
    return facts;
  }

  private static String forgetting(PeerSettings settings) {
    int limit = settings.failureLimit();
    String after = limit == 1 ? "at the first failure" : "after " + limit + " failures";
    return settings.keep() ? after + ", unless asked for" : after;
  }

  private List<Fact> of(Neighbor neighbor) {
    MessageCounts counts = neighbor.messages();
    Neighbor.Health health = neighbor.health();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Learned by", origin(neighbor.origin())));
    facts.add(new Fact("Known since", TIME.format(neighbor.since().atZone(zone))));
    Peer peer = neighbor.peer();
    if (peer != null) {
      facts.add(new Fact("Started", TIME.format(peer.started().atZone(zone))));
      facts.add(new Fact("Its period", seconds(peer.period())));
    }
    facts.add(
        new Fact(
            "Messages out",
            counts.failed() == 0
                ? figure(counts.sent())
                : figure(counts.sent()) + " (" + figure(counts.failed()) + " failed)"));
    facts.add(new Fact("Messages in", figure(counts.received())));
    facts.add(new Fact("Last heard", ago(health.lastHeard())));
    facts.add(
        new Fact(
            "Round trip", health.roundTrip() == null ? "–" : milliseconds(health.roundTrip())));
    if (health.failures() > 0) {
      facts.add(new Fact("Failures in a row", Integer.toString(health.failures())));
      if (health.nextCheck() != null) {
        facts.add(new Fact("Next attempt", ahead(health.nextCheck())));
      }
    }
    return facts;
  }

  private List<Fact> heardFrom(PeerAddress peer) {
    Naming names = model.picture().names();
    Set<String> listedBy = new TreeSet<>();
    for (Link link : model.picture().links()) {
      if (link.to().equals(peer)) {
        listedBy.add(names.called(link.from()));
      }
    }
    return listedBy.isEmpty()
        ? List.of()
        : List.of(new Fact("Listed by", String.join(", ", listedBy)));
  }

  private String origin(Origin origin) {
    return switch (origin) {
      case Origin.Asked() -> "you asked for it";
      case Origin.Called() -> "it called this peer";
      case Origin.ListedBy(PeerAddress neighbor) ->
          "the list of " + model.picture().names().called(neighbor);
    };
  }

  private String ago(@Nullable Instant time) {
    if (time == null) {
      return "never";
    }
    long seconds = Math.max(0, Duration.between(time, clock.instant()).toSeconds());
    return seconds == 0 ? "just now" : span(seconds) + " ago";
  }

  private String ahead(Instant time) {
    long seconds = Duration.between(clock.instant(), time).toSeconds();
    return seconds <= 0 ? "now" : "in " + span(seconds);
  }

  private static String span(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3_600 ? seconds / 60 + " min" : seconds / 3_600 + " h";
  }

  private static String figure(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String seconds(Duration duration) {
    return SettingsForm.seconds(duration) + " s";
  }

  private static String milliseconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
  }
}
