package p2pgossip.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.Sender;
import p2pgossip.gossip.ShownText;

/// Describes in plain words what happens to one peer. It numbers the lines, so a log has one
/// narrator from its beginning to its end, used by one thread at a time.
public final class Narrator {

  private final NamedPeers names = new NamedPeers();
  private long lastNumber;
  private PeerSettings settings;
  private @Nullable PeerAddress own;

  /// @param settings of the peer at the start; later changes are described as differences
  public Narrator(PeerSettings settings) {
    this.settings = settings;
  }

  /// The line for an event; empty if it would flood the log or say nothing new. Text from outside
  /// is bounded, and its control characters are escaped.
  public Optional<JournalLine> narrate(GossipEvent event) {
    return switch (event) {
      case GossipEvent.Started it -> started(it);
      case GossipEvent.Exposed it ->
          note(
              it.at(),
              "Everybody who reaches %s can connect: this peer has no password."
                  .formatted(it.address()));
      case GossipEvent.Stopped it -> note(it.at(), "This peer at " + it.address() + " has ended.");
      case GossipEvent.PeriodBegan _ -> Optional.empty();

      case GossipEvent.MessageSent it ->
          line(it.at(), LineKind.SENT, it.to(), ShownText.of(it.text()));
      case GossipEvent.MessageDelivered _ -> Optional.empty();
      case GossipEvent.MessageFailed it ->
          line(
              it.at(),
              LineKind.FAILED,
              it.to(),
              "Message failed: %s. It said: “%s”"
                  .formatted(ShownText.of(it.failure().reason()), ShownText.of(it.text())));
      case GossipEvent.MessageSkipped it ->
          line(
              it.at(),
              LineKind.FAILED,
              it.to(),
              "No message this time: the previous one is still unanswered.");
      case GossipEvent.MessageReceived it -> received(it);

      case GossipEvent.RumorHeard it -> rumorHeard(it);
      case GossipEvent.RumorRepeated _ -> Optional.empty();
      case GossipEvent.CopySent it ->
          line(it.at(), LineKind.SENT, it.to(), "rumour", ShownText.of(it.copy().rumor().text()));
      case GossipEvent.CopyDelivered _ -> Optional.empty();
      case GossipEvent.CopyFailed it ->
          line(
              it.at(),
              LineKind.FAILED,
              it.to(),
              "Rumour not passed on: %s. It said: “%s”"
                  .formatted(
                      ShownText.of(it.failure().reason()), ShownText.of(it.copy().rumor().text())));
      case GossipEvent.RumorsAsked _,
          GossipEvent.RumorsAnswered _,
          GossipEvent.RumorsUnanswered _,
          GossipEvent.InterestLost _,
          GossipEvent.RumorForgotten _ ->
          Optional.empty();
      case GossipEvent.PeerLeft it ->
          line(it.at(), LineKind.LOST, it.peer(), called(it.peer()) + " said goodbye and left.");

      case GossipEvent.PeerPending it ->
          line(it.at(), LineKind.JOINED, it.peer(), pending(it.peer(), it.origin()));
      case GossipEvent.PeerConnected it -> line(it.at(), LineKind.JOINED, it.peer(), connected(it));
      case GossipEvent.PeerNamed it -> named(it);
      case GossipEvent.LinkChanged it ->
          line(it.at(), LineKind.NOTE, it.peer(), linkChanged(it.peer(), it.link()));
      case GossipEvent.PeerLearned it ->
          line(
              it.at(),
              LineKind.JOINED,
              it.peer(),
              "%s was learned from the list of %s; it is sent messages, but is not told of this peer."
                  .formatted(called(it.peer()), called(it.listedBy())));
      case GossipEvent.PeerUnreachable it ->
          line(it.at(), LineKind.LOST, it.peer(), unreachable(it));
      case GossipEvent.PeerRecovered it ->
          line(it.at(), LineKind.JOINED, it.peer(), called(it.peer()) + " answers again.");
      case GossipEvent.PeerRestarted it ->
          line(
              it.at(),
              LineKind.JOINED,
              it.peer(),
              called(it.peer())
                  + " was restarted and no longer knows this peer."
                  + (it.reconnecting() ? " Connecting again." : " It is not told of it again."));
      case GossipEvent.PeerForgotten it ->
          line(
              it.at(),
              LineKind.LOST,
              it.peer(),
              "%s failed too often and is forgotten: %s."
                  .formatted(called(it.peer()), ShownText.of(it.failure().reason())));
      case GossipEvent.PeerDropped it ->
          line(
              it.at(),
              LineKind.LOST,
              it.peer(),
              "You disconnected "
                  + called(it.peer())
                  + "; it is not learned again until you ask for it.");

      case GossipEvent.ConnectFailed it ->
          line(
              it.at(),
              LineKind.FAILED,
              it.target(),
              "Could not connect to %s: %s. %s"
                  .formatted(
                      called(it.target()),
                      ShownText.of(it.failure().reason()),
                      it.tryingAgain() ? "Trying again." : "Not trying again."));
      case GossipEvent.CallerRefused it ->
          line(
              it.at(),
              LineKind.FAILED,
              it.caller(),
              "%s asked to be connected and was turned away: %s."
                  .formatted(
                      it.caller() == null ? "Somebody" : called(it.caller()),
                      ShownText.of(it.reason())));
      case GossipEvent.CallerTurnedAway it ->
          line(
              it.at(),
              LineKind.FAILED,
              null,
              "from " + PeerAddress.text(it.source()),
              "A caller was turned away: %s.".formatted(ShownText.of(it.reason())));
      case GossipEvent.PeerMet it ->
          line(
              it.at(),
              LineKind.NOTE,
              it.peer(),
              "First met %s, which is known from now on by %s."
                  .formatted(called(it.peer()), it.fingerprint()));
      case GossipEvent.PeerRefused it ->
          line(
              it.at(),
              LineKind.FAILED,
              it.peer(),
              "%s is sent nothing: %s."
                  .formatted(called(it.peer()), ShownText.of(it.failure().reason())));
      case GossipEvent.Full it ->
          note(
              it.at(),
              it.maxPeers() == 1
                  ? "1 peer is known, and no more may be; others are turned away until it is gone."
                  : it.maxPeers()
                      + " peers are known, and no more may be;"
                      + " others are turned away until there is room.");
      case GossipEvent.PeersReported _, GossipEvent.ReportsEnded _ -> Optional.empty();
      case GossipEvent.SettingsChanged it -> settingsChanged(it);
      case GossipEvent.SettingsReported it ->
          it.tuned()
              ? line(
                  it.at(),
                  LineKind.NOTE,
                  it.by(),
                  "You changed the settings of " + called(it.by()) + ".")
              : Optional.empty();
      case GossipEvent.TuningFailed it ->
          line(
              it.at(),
              LineKind.FAILED,
              it.peer(),
              "Could not %s the settings of %s: %s."
                  .formatted(
                      it.tuning() ? "change" : "read",
                      called(it.peer()),
                      ShownText.of(it.failure().reason())));
      case GossipEvent.Trouble it ->
          line(
              it.at(),
              LineKind.ERROR,
              null,
              "Something went wrong in this program while %s: %s. It continues."
                  .formatted(ShownText.of(it.doing()), ShownText.of(it.cause())));
    };
  }

  /// A line about something other than an event of the peer.
  public JournalLine tell(Instant at, LineKind kind, @Nullable PeerAddress peer, String text) {
    lastNumber++;
    return new JournalLine(lastNumber, at, kind, peer, names.of(peer), "", ShownText.of(text));
  }

  /// A peer in words: its address, and its name beside it if it has one.
  public String called(PeerAddress peer) {
    return names.called(peer);
  }

  /// Takes in what the neighbours of a peer are called, as it shows it.
  public void know(PeerSnapshot snapshot) {
    own = snapshot.address();
    var _ = names.put(snapshot.address(), snapshot.self().name());
    snapshot.neighbors().forEach(it -> names.put(it.address(), it.name()));
  }

  private Optional<JournalLine> started(GossipEvent.Started event) {
    own = event.address();
    PeerName name = event.self().name();
    var _ = names.put(event.address(), name);
    return note(
        event.at(),
        "This peer%s runs at %s and sends a message every %s."
            .formatted(
                name == null ? "" : ", " + name + ",",
                event.address(),
                SettingsInWords.seconds(event.self().period())));
  }

  /// The first name of another peer is said by the lines that follow.
  private Optional<JournalLine> named(GossipEvent.PeerNamed event) {
    PeerAddress peer = event.peer();
    PeerName name = event.name();
    PeerName before = names.put(peer, name);
    boolean isOwn = peer.equals(own);
    if (Objects.equals(name, before) || (before == null && !isOwn)) {
      return Optional.empty();
    }
    String now = name == null ? " has no name any longer" : " is called " + name + " from now on";
    return isOwn
        ? note(event.at(), "This peer" + now + ".")
        : line(event.at(), LineKind.NOTE, peer, PeerName.beside(peer, before) + now + ".");
  }

  private Optional<JournalLine> rumorHeard(GossipEvent.RumorHeard event) {
    String text = ShownText.of(event.copy().rumor().text());
    return switch (event.sender()) {
      case null -> note(event.at(), "A rumour begins here: “" + text + "”");
      case Sender.Named(PeerAddress address) ->
          line(event.at(), LineKind.RECEIVED, address, "rumour", text);
      case Sender.Presumed(PeerAddress address) ->
          line(event.at(), LineKind.RECEIVED, address, "rumour, sender presumed", text);
      case Sender.Unnamed(var source) ->
          line(
              event.at(), LineKind.RECEIVED, null, "rumour from " + PeerAddress.text(source), text);
    };
  }

  private Optional<JournalLine> received(GossipEvent.MessageReceived event) {
    String text = ShownText.of(event.text());
    return switch (event.sender()) {
      case Sender.Named(PeerAddress address) -> line(event.at(), LineKind.RECEIVED, address, text);
      case Sender.Presumed(PeerAddress address) ->
          line(event.at(), LineKind.RECEIVED, address, "sender presumed", text);
      case Sender.Unnamed(var source) ->
          line(event.at(), LineKind.RECEIVED, null, "from " + PeerAddress.text(source), text);
    };
  }

  private String pending(PeerAddress peer, Origin origin) {
    return switch (origin) {
      case Origin.Asked _ -> "Connecting to " + called(peer) + ".";
      case Origin.Called _ -> called(peer) + " asked to be connected; checking that it answers.";
      case Origin.ListedBy(PeerAddress neighbor) ->
          called(neighbor) + " lists " + called(peer) + "; checking that it answers.";
    };
  }

  private String connected(GossipEvent.PeerConnected event) {
    String how =
        switch (event.origin()) {
          case Origin.Asked _, Origin.ListedBy _ -> called(event.peer()) + " is connected";
          case Origin.Called _ -> called(event.peer()) + " asked to be connected and is";
        };
    return switch (event.link()) {
      case MUTUAL -> how + "; each knows the other now.";
      case UNKNOWN -> how + "; it is not known yet whether it keeps this peer.";
      case ONE_WAY -> how + "; it does not know this peer.";
    };
  }

  private String linkChanged(PeerAddress peer, Mutuality link) {
    return switch (link) {
      case MUTUAL -> called(peer) + " and this peer know each other now.";
      case ONE_WAY -> called(peer) + " no longer knows this peer.";
      case UNKNOWN ->
          "Whether " + called(peer) + " still knows this peer is unknown: it does not say.";
    };
  }

  private String unreachable(GossipEvent.PeerUnreachable event) {
    // In tenths of a second, rounded up.
    long tenths =
        Math.max(0, Duration.between(event.at(), event.nextAttempt()).toMillis() + 50) / 100;
    String wait = SettingsInWords.seconds(Duration.ofMillis(tenths * 100));
    return "%s does not answer: %s. "
            .formatted(called(event.peer()), ShownText.of(event.failure().reason()))
        + (event.failures() == 1
            ? "Trying again in " + wait + "."
            : event.failures() + " failures in a row; trying again in " + wait + ".");
  }

  private Optional<JournalLine> settingsChanged(GossipEvent.SettingsChanged event) {
    String changes = SettingsInWords.changes(settings, event.settings());
    settings = event.settings();
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    return switch (event.by()) {
      case null -> note(event.at(), changes);
      case Sender.Named(PeerAddress peer) ->
          line(event.at(), LineKind.NOTE, peer, "Changed by " + called(peer) + ". " + changes);
      case Sender.Presumed(PeerAddress peer) ->
          line(event.at(), LineKind.NOTE, peer, "Changed by " + called(peer) + ". " + changes);
      case Sender.Unnamed(var source) ->
          note(event.at(), "Changed by a peer at " + PeerAddress.text(source) + ". " + changes);
    };
  }

  private Optional<JournalLine> note(Instant at, String text) {
    return line(at, LineKind.NOTE, null, text);
  }

  private Optional<JournalLine> line(
      Instant at, LineKind kind, @Nullable PeerAddress peer, String text) {
    return line(at, kind, peer, "", text);
  }

  private Optional<JournalLine> line(
      Instant at, LineKind kind, @Nullable PeerAddress peer, String remark, String text) {
    lastNumber++;
    return Optional.of(new JournalLine(lastNumber, at, kind, peer, names.of(peer), remark, text));
  }
}
