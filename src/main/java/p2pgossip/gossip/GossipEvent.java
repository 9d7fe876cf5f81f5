package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that happened to one peer. Events come in the order in which they happened.
public sealed interface GossipEvent {

  Instant at();

  /// The peer runs, and others reach it at `address`.
  record Started(Instant at, PeerAddress address, Peer self) implements GossipEvent {}

  /// The peer can be reached from other machines and lets everybody in.
  record Exposed(Instant at, PeerAddress address) implements GossipEvent {}

  /// The peer has ended.
  record Stopped(Instant at, PeerAddress address) implements GossipEvent {}

  /// A period began. `message` goes to `neighbors` neighbours.
  ///
  /// @param message null if no sentences are sent
  record PeriodBegan(Instant at, long number, @Nullable String message, int neighbors)
      implements GossipEvent {}

  /// A message was sent.
  ///
  /// @param flight the same number as in the event that tells how it ended
  record MessageSent(Instant at, long flight, PeerAddress to, String text) implements GossipEvent {}

  /// The receiver answered.
  record MessageDelivered(Instant at, long flight, PeerAddress to, Duration roundTrip)
      implements GossipEvent {}

  /// The message or its answer was lost.
  record MessageFailed(Instant at, long flight, PeerAddress to, String text, Failure failure)
      implements GossipEvent {}

  /// No message was sent in this period, because the last one is still unanswered.
  record MessageSkipped(Instant at, PeerAddress to) implements GossipEvent {}

  /// A message came in.
  record MessageReceived(Instant at, Sender sender, String text) implements GossipEvent {}

  /// A rumour was heard for the first time, or began here.
  ///
  /// @param sender the peer that passed it on; null if it began here
  /// @param pulled whether it came in answer to a question
  record RumorHeard(Instant at, Copy copy, @Nullable Sender sender, boolean pulled)
      implements GossipEvent {}

  /// A copy came in of a rumour that was known already.
  record RumorRepeated(Instant at, Copy copy, Sender sender, boolean pulled)
      implements GossipEvent {}

  /// A copy was sent.
  ///
  /// @param inAnswer whether it was asked for. This peer does not learn whether such a copy arrives
  record CopySent(Instant at, PeerAddress to, Copy copy, boolean inAnswer) implements GossipEvent {}

  /// The copy arrived.
  record CopyDelivered(Instant at, PeerAddress to, Copy copy, Hearing hearing, Duration roundTrip)
      implements GossipEvent {}

  /// The copy or its answer was lost.
  record CopyFailed(Instant at, PeerAddress to, Copy copy, Failure failure)
      implements GossipEvent {}

  /// A neighbour was asked for rumours.
  ///
  /// @param flight the same number as in the event that tells how it ended
  record RumorsAsked(Instant at, long flight, PeerAddress to, Digest.Purpose purpose)
      implements GossipEvent {}

  /// The neighbour answered.
  ///
  /// @param copies the number of copies that it sent
  /// @param wanted the number of copies that it asked for in return
  record RumorsAnswered(
      Instant at, long flight, PeerAddress by, int copies, int wanted, Duration roundTrip)
      implements GossipEvent {}

  /// The neighbour did not answer.
  record RumorsUnanswered(Instant at, long flight, PeerAddress to, Failure failure)
      implements GossipEvent {}

  /// A rumour is kept, but no longer passed on.
  record InterestLost(Instant at, RumorId rumor) implements GossipEvent {}

  /// A rumour is no longer kept: it is too old, there are too many, or the user wants none.
  record RumorForgotten(Instant at, RumorId rumor) implements GossipEvent {}

  /// A peer said goodbye and is no longer known.
  record PeerLeft(Instant at, PeerAddress peer) implements GossipEvent {}

  /// A peer became known. It is not checked yet.
  record PeerPending(Instant at, PeerAddress peer, Origin origin) implements GossipEvent {}

  /// One of the two peers introduced itself to the other.
  ///
  /// @param link whether each knows the other now
  record PeerConnected(Instant at, PeerAddress peer, Origin origin, Mutuality link)
      implements GossipEvent {

    /// Each knows the other.
    public PeerConnected(Instant at, PeerAddress peer, Origin origin) {
      this(at, peer, origin, Mutuality.MUTUAL);
    }
  }

  /// What is known of the link to a peer changed: it knows this one, no longer does, or does not
  /// say.
  record LinkChanged(Instant at, PeerAddress peer, Mutuality link) implements GossipEvent {}

  /// What a peer calls itself became known or changed: a neighbour's name, when it answers a
  /// handshake, or this peer's own, when its user changes it.
  ///
  /// @param name null if it has none any longer
  record PeerNamed(Instant at, PeerAddress peer, @Nullable PeerName name) implements GossipEvent {}

  /// A peer out of the list of `listedBy` answered the handshake.
  record PeerLearned(Instant at, PeerAddress peer, PeerAddress listedBy) implements GossipEvent {}

  /// A peer does not answer.
  ///
  /// @param failures failures in a row
  /// @param nextAttempt when it is tried again
  record PeerUnreachable(
      Instant at, PeerAddress peer, int failures, Instant nextAttempt, Failure failure)
      implements GossipEvent {}

  /// A peer answers again.
  ///
  /// @param link whether each knows the other now; null if that has not changed
  record PeerRecovered(Instant at, PeerAddress peer, @Nullable Mutuality link)
      implements GossipEvent {

    /// The link is as before.
    public PeerRecovered(Instant at, PeerAddress peer) {
      this(at, peer, null);
    }
  }

  /// A peer was restarted and no longer knows this one.
  ///
  /// @param reconnecting whether this peer introduces itself again
  record PeerRestarted(Instant at, PeerAddress peer, boolean reconnecting) implements GossipEvent {}

  /// A peer failed too often and is no longer known.
  record PeerForgotten(Instant at, PeerAddress peer, Failure failure) implements GossipEvent {}

  /// The user dropped a peer.
  record PeerDropped(Instant at, PeerAddress peer) implements GossipEvent {}

  /// A connection that the user asked for could not be made.
  ///
  /// @param tryingAgain whether it is tried again without being asked
  record ConnectFailed(Instant at, PeerAddress target, Failure failure, boolean tryingAgain)
      implements GossipEvent {}

  /// A caller asked to be connected and was turned away.
  ///
  /// @param caller the address at which it would be reached; null if that could not be determined
  record CallerRefused(Instant at, @Nullable PeerAddress caller, String reason)
      implements GossipEvent {}

  /// A caller was turned away before anything that it said was read. Reported once a minute for
  /// each, however often it calls.
  ///
  /// @param reason in words that fit after a colon
  record CallerTurnedAway(Instant at, InetAddress source, String reason) implements GossipEvent {}

  /// The key of a peer was seen for the first time and is trusted from now on.
  record PeerMet(Instant at, PeerAddress peer, Fingerprint fingerprint) implements GossipEvent {}

  /// A peer does not let this one in, or this one does not let it in. It is sent no messages until
  /// that is fixed.
  record PeerRefused(Instant at, PeerAddress peer, Failure failure) implements GossipEvent {}

  /// As many peers are known as are allowed. Reported once, until there is room again.
  record Full(Instant at, int maxPeers) implements GossipEvent {}

  /// A peer said which peers it knows.
  ///
  /// @param peers bounded in number
  record PeersReported(Instant at, PeerAddress by, Set<PeerAddress> peers) implements GossipEvent {
    public PeersReported {
      peers = Set.copyOf(peers);
    }
  }

  /// `by` is no longer asked which peers it knows, or no longer answers.
  record ReportsEnded(Instant at, PeerAddress by) implements GossipEvent {}

  /// The settings changed to these.
  ///
  /// @param by the peer that changed them; null if the user of this peer did
  record SettingsChanged(Instant at, PeerSettings settings, @Nullable Sender by)
      implements GossipEvent {

    /// By the user of this peer.
    public SettingsChanged(Instant at, PeerSettings settings) {
      this(at, settings, null);
    }
  }

  /// Another peer told its settings, because it was asked for them or because this peer changed
  /// them.
  ///
  /// @param tuned whether this peer has just changed them
  record SettingsReported(Instant at, PeerAddress by, PeerSettings settings, boolean tuned)
      implements GossipEvent {}

  /// Another peer did not tell its settings, or did not let this peer change them.
  ///
  /// @param tuning whether they were to be changed, and not only told
  record TuningFailed(Instant at, PeerAddress peer, boolean tuning, Failure failure)
      implements GossipEvent {}

  /// Something went wrong in this program, not in the network. It continues to run.
  ///
  /// @param doing what was being done, as in "answering GET /known_peers"
  record Trouble(Instant at, String doing, String cause) implements GossipEvent {}
}
