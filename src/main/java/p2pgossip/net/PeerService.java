package p2pgossip.net;

import java.net.InetAddress;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.Caller;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.Source;
import p2pgossip.gossip.Tuning;

/// The peer behind a [PeerServer]. Called from the server's IO threads, concurrently: every method
/// is thread-safe, returns at once and waits for nothing but short locks.
public interface PeerService {

  /// Where this peer is reached.
  PeerAddress address();

  /// Answers a request. Changes of the settings come only while others may make them.
  ///
  /// @param request to [#address]
  /// @return the reply that belongs to the request, or the reason why it is refused
  Answer answer(Caller caller, Request request);

  /// The whole state of this peer.
  PeerSnapshot snapshot();

  /// This peer's settings.
  PeerSettings settings();

  /// Why a caller may neither see nor change this peer's settings, in words for the caller; null if
  /// it may.
  ///
  /// @param key that the caller has proven to have; null if none
  default @Nullable String tuningRefusal(@Nullable Fingerprint key) {
    return settings().tunable() ? null : Tuning.NOT_ALLOWED;
  }

  /// Shows `watcher` this peer's state at once, and then every event.
  PeerWatch watch(PeerWatcher watcher);

  /// Makes the answer to `GET /metrics`, called anew for each; null if the path doesn't exist.
  default @Nullable Supplier<Page> metrics() {
    return null;
  }

  /// Whether a fault loses a request: it is then neither heard nor answered, and its connection is
  /// closed when its sender has long given up. Called once for each request that says who sent it.
  ///
  /// @param caller the sender, as it says; null if it does not
  default boolean isLost(@Nullable PeerAddress caller) {
    return false;
  }

  /// The sources of the peers on which this one relies: their connections are not closed to make
  /// room for others while they are few. Called only when there is no room, on any thread.
  default Set<Source> friends() {
    return Set.of();
  }

  /// A caller was turned away before any of its requests were read.
  ///
  /// @param reason follows a colon
  void turnedAway(InetAddress source, String reason);

  /// A handler failed; the request is answered with 500 after this.
  void failed(String doing, Throwable cause);
}
