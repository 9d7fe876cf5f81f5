package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that happened to one peer, in the order in which it happened.
public sealed interface GossipEvent {

  Instant at();

  /// The peer runs and is reached at `address`.
  record Started(Instant at, PeerAddress address, Peer self) implements GossipEvent {}

  /// The peer can be reached from other machines, and lets everybody in.
  record Exposed(Instant at, PeerAddress address) implements GossipEvent {}

  /// The peer has ended.
  record Stopped(Instant at, PeerAddress address) implements GossipEvent {}

  /// A period began; `message` goes to `neighbors` of them.
  ///
  /// @param message null where no sentences are sent
  record PeriodBegan(Instant at, long number, @Nullable String message, int neighbors)
      implements GossipEvent {}

  /// A message was put on its way.
  ///
  /// @param flight the same number as in the event that tells how it ended
  record MessageSent(Instant at, long flight, PeerAddress to, String text) implements GossipEvent {}

  /// The other answered.
  record MessageDelivered(Instant at, long flight, PeerAddress to, Duration roundTrip)
      implements GossipEvent {}

  /// The message was lost, or its answer was.
  record MessageFailed(Instant at, long flight, PeerAddress to, String text, Failure failure)
      implements GossipEvent {}

  /// No message was sent in this period, because the one before is still unanswered.
  record MessageSkipped(Instant at, PeerAddress to) implements GossipEvent {}

  /// Somebody sent a message.
  record MessageReceived(Instant at, Sender sender, String text) implements GossipEvent {}

  /// A rumour was heard for the first time, or told here first.
  ///
  /// @param sender who passed it on; null where it began here
  /// @param pulled whether it came in answer to a question
  record RumorHeard(Instant at, Copy copy, @Nullable Sender sender, boolean pulled)
      implements GossipEvent {}

  /// A copy of a rumour came in that was known already.
  record RumorRepeated(Instant at, Copy copy, Sender sender, boolean pulled)
      implements GossipEvent {}

  /// A copy was put on its way.
  ///
  /// @param inAnswer whether it was asked for; what becomes of such a copy is not learned here
  record CopySent(Instant at, PeerAddress to, Copy copy, boolean inAnswer) implements GossipEvent {}

  /// The other has it.
  record CopyDelivered(Instant at, PeerAddress to, Copy copy, Hearing hearing, Duration roundTrip)
      implements GossipEvent {}

  /// The copy was lost, or its answer was.
  record CopyFailed(Instant at, PeerAddress to, Copy copy, Failure failure)
      implements GossipEvent {}

  /// A neighbour is asked for rumours.
  ///
  /// @param flight the same number as in the event that tells how it ended
  record RumorsAsked(Instant at, long flight, PeerAddress to, Digest.Purpose purpose)
      implements GossipEvent {}

  /// It answered.
  ///
  /// @param copies how many it sent
  /// @param wanted how many it asked for in return
  record RumorsAnswered(
      Instant at, long flight, PeerAddress by, int copies, int wanted, Duration roundTrip)
      implements GossipEvent {}

  /// It did not answer.
  record RumorsUnanswered(Instant at, long flight, PeerAddress to, Failure failure)
      implements GossipEvent {}

  /// A rumour is kept, but no longer passed on.
  record InterestLost(Instant at, RumorId rumor) implements GossipEvent {}

  /// A rumour is no longer kept: it is too old, there are too many, or the user wants none.
  record RumorForgotten(Instant at, RumorId rumor) implements GossipEvent {}

  /// A peer said that it leaves, and is known no longer.
  record PeerLeft(Instant at, PeerAddress peer) implements GossipEvent {}

  /// A peer is now known, but not checked yet.
  record PeerPending(Instant at, PeerAddress peer, Origin origin) implements GossipEvent {}

  /// One was introduced to the other.
  ///
  /// @param link whether each knows the other now
  record PeerConnected(Instant at, PeerAddress peer, Origin origin, Mutuality link)
      implements GossipEvent {

    /// Each knows the other.
    public PeerConnected(Instant at, PeerAddress peer, Origin origin) {
      this(at, peer, origin, Mutuality.MUTUAL);
    }
  }

  /// A peer that answers was found to know this one, or no longer to, or to say nothing of it.
  record LinkChanged(Instant at, PeerAddress peer, Mutuality link) implements GossipEvent {}

  /// It was found in the list of `listedBy`, and answered the handshake.
  record PeerLearned(Instant at, PeerAddress peer, PeerAddress listedBy) implements GossipEvent {}

  /// It does not answer.
  ///
  /// @param failures how many times in a row
  /// @param nextAttempt when it is tried again
  record PeerUnreachable(
      Instant at, PeerAddress peer, int failures, Instant nextAttempt, Failure failure)
      implements GossipEvent {}

  /// It answers again.
  ///
  /// @param link whether each knows the other now; null: as before
  record PeerRecovered(Instant at, PeerAddress peer, @Nullable Mutuality link)
      implements GossipEvent {

    /// As it was before.
    public PeerRecovered(Instant at, PeerAddress peer) {
      this(at, peer, null);
    }
  }

  /// It was restarted, and knows nothing of this peer any more.
  ///
  /// @param reconnecting whether this peer introduces itself anew
  record PeerRestarted(Instant at, PeerAddress peer, boolean reconnecting) implements GossipEvent {}

  /// It failed too often and is known no longer.
  record PeerForgotten(Instant at, PeerAddress peer, Failure failure) implements GossipEvent {}

  /// The user dropped it.
  record PeerDropped(Instant at, PeerAddress peer) implements GossipEvent {}

  /// The user asked for a connection and did not get it.
  ///
  /// @param tryingAgain whether further attempts follow by themselves
  record ConnectFailed(Instant at, PeerAddress target, Failure failure, boolean tryingAgain)
      implements GossipEvent {}

  /// Somebody asked to be connected and was turned away.
  ///
  /// @param caller where it would be reached; null if that could not be told
  record CallerRefused(Instant at, @Nullable PeerAddress caller, String reason)
      implements GossipEvent {}

  /// Somebody called and was turned away before anything that he said was heard: said once a minute of
  /// each, however often he calls.
  ///
  /// @param reason in words, fit to stand behind a colon
  record CallerTurnedAway(Instant at, InetAddress source, String reason) implements GossipEvent {}

  /// The key of a peer was seen for the first time, and is trusted from now on.
  record PeerMet(Instant at, PeerAddress peer, Fingerprint fingerprint) implements GossipEvent {}

  /// A peer does not let this one in, or the other way round; it is sent no message until that is
  /// mended.
  record PeerRefused(Instant at, PeerAddress peer, Failure failure) implements GossipEvent {}

  /// As many peers are known as may be; said once until there is room again.
  record Full(Instant at, int maxPeers) implements GossipEvent {}

  /// A peer said whom it knows.
  ///
  /// @param peers bounded in number
  record PeersReported(Instant at, PeerAddress by, Set<PeerAddress> peers) implements GossipEvent {
    public PeersReported {
      peers = Set.copyOf(peers);
    }
  }

  /// What `by` knows is not asked for, or not answered, any longer.
  record ReportsEnded(Instant at, PeerAddress by) implements GossipEvent {}

  /// The settings are now these.
  ///
  /// @param by who has changed them from afar; null where it was this peer's own user
  record SettingsChanged(Instant at, PeerSettings settings, @Nullable Sender by)
      implements GossipEvent {

    /// By this peer's own user.
    public SettingsChanged(Instant at, PeerSettings settings) {
      this(at, settings, null);
    }
  }

  /// Another peer said how it is set, because it was asked or because this one has changed it.
  ///
  /// @param tuned whether this peer has changed it just now
  record SettingsReported(Instant at, PeerAddress by, PeerSettings settings, boolean tuned)
      implements GossipEvent {}

  /// Another peer did not say how it is set, or did not let this one change it.
  ///
  /// @param tuning whether it was to be changed, and not only asked
  record TuningFailed(Instant at, PeerAddress peer, boolean tuning, Failure failure)
      implements GossipEvent {}

  /// Something went wrong in this program, not in the network; it runs on.
  ///
  /// @param doing what was being done, as in "answering GET /known_peers"
  record Trouble(Instant at, String doing, String cause) implements GossipEvent {}
}
