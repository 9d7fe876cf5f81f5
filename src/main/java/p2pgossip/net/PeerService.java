package p2pgossip.net;

import java.net.InetAddress;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.Caller;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.Source;

/// What a [PeerServer] asks of the peer behind it. Called from the server's IO threads, many at a
/// time: every method is thread-safe, returns at once and blocks on nothing but short locks.
public interface PeerService {

  /// Where this peer is reached.
  PeerAddress address();

  /// Somebody asks something. Changes of the settings are asked only while they may be changed from
  /// afar.
  ///
  /// @param request to [#address]
  /// @return the reply that belongs to the request, or why it is refused
  Answer answer(Caller caller, Request request);

  /// All that there is to be seen of this peer.
  PeerSnapshot snapshot();

  /// How this peer is set.
  PeerSettings settings();

  /// Has `watcher` see this peer at once, and hear of all that happens from then on.
  PeerWatch watch(PeerWatcher watcher);

  /// What `GET /metrics` is answered with, asked anew each time; null where there is nothing to be
  /// had at that path.
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

  /// The sources of those whom the peer counts on: connections from there are not closed for the
  /// sake of others while they are few. Asked only when there is no room; any thread.
  default Set<Source> friends() {
    return Set.of();
  }

  /// Somebody called and was turned away before anything that he said was heard.
  ///
  /// @param reason in words, fit to stand behind a colon
  void turnedAway(InetAddress source, String reason);

  /// A handler failed; it is answered with 500 after this.
  void failed(String doing, Throwable cause);
}
