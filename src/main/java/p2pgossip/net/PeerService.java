package p2pgossip.net;

import java.net.InetAddress;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Caller;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.Farewell;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Source;
import p2pgossip.gossip.Tuning;

/// What a [PeerServer] asks of the peer behind it. Called from the server's IO threads, many at a
/// time: every method is thread-safe, returns at once and blocks on nothing but short locks.
public interface PeerService {

  /// A handshake: what this peer says of itself.
  ///
  /// @param from where the caller says that it is reached; null where it does not say
  Introduction introduced(Caller caller, @Nullable PeerAddress from);

  /// The healthy peers that it knows, as a snapshot or a weakly consistent view.
  Map<PeerAddress, Peer> knownPeers();

  /// Somebody asks that `peer` be connected.
  ConnectAnswer connectRequested(Caller caller, Peer peer);

  /// Somebody sent a message.
  ///
  /// @return what he is told of it
  Hearing messageReceived(Caller caller, Message message);

  /// Somebody, who says that he is reached at `from`, asks for rumours.
  Reply.Exchanged rumorsAsked(Caller caller, PeerAddress from, Digest digest);

  /// Somebody says that `leaver` leaves.
  Farewell left(Caller caller, Peer leaver);

  /// All that there is to be seen of this peer.
  PeerSnapshot snapshot();

  /// How this peer is set.
  PeerSettings settings();

  /// Somebody, who says that he is reached at `from`, changes the settings. Asked only while
  /// they may be changed from afar.
  ///
  /// @return how this peer is set now
  /// @throws IllegalArgumentException when a value does not fit the others, saying why; then nothing is
  /// changed
  PeerSettings tuned(Caller caller, @Nullable PeerAddress from, Tuning tuning);

  /// Has `watcher` see this peer at once, and hear of all that happens from then on.
  PeerWatch watch(PeerWatcher watcher);

  /// What `GET /metrics` is answered with, asked anew each time; null where there is nothing to be had
  /// at that path.
  default @Nullable Supplier<Page> metrics() {
    return null;
  }

  /// Whether a request is to get lost on purpose: then it is neither heard nor answered, and its
  /// connection is closed when its sender has long given up. Asked once for each request that says
  /// who sent it.
  ///
  /// @param caller who sent it, as it says; null where it does not
  default boolean isLost(@Nullable PeerAddress caller) {
    return false;
  }

  /// The sources of those whom the peer counts on: connections from there are not closed for the sake of
  /// others while they are few. Asked only when there is no room; any thread.
  default Set<Source> friends() {
    return Set.of();
  }

  /// Somebody called and was turned away before anything that he said was heard.
  ///
  /// @param reason in words, fit to stand behind a colon
  void turnedAway(InetAddress source, String reason);

  /// A handler failed; it is answered with 500 after this.
  void failed(String doing, Throwable cause);

  /// What is answered to a handshake.
  ///
  /// @param knowsCaller whether the caller is among those whom this peer tells its gossip; null where it
  /// has not said who it is
  /// @param leaving whether this peer is about to end
  record Introduction(Peer self, @Nullable Boolean knowsCaller, boolean leaving) {}

  /// What is answered to a `POST /connect`.
  sealed interface ConnectAnswer {

    /// Connected, or going to be once the caller has been checked.
    ///
    /// @param caller where the caller is reached
    record Welcome(PeerAddress caller) implements ConnectAnswer {}

    /// The caller can't be taken: 400 where `busy` is false, 503 where it is true (try later).
    record TurnedAway(boolean busy, String reason) implements ConnectAnswer {}
  }
}
