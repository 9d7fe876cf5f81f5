package p2pgossip.net;

import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// The headers of a request that show who makes it.
///
/// @param from the caller's own address; null if absent
/// @param authorization proves that it is a request of a session; null if absent
record Shown(@Nullable PeerAddress from, @Nullable String authorization) {

  /// The header in which an answer proves who sent it.
  static final String ANSWER_PROOF = "Authentication-Info";

  /// @param said the caller's address, if the request itself gives it
  void addTo(BasicHttpRequest head, @Nullable PeerAddress said) {
    PeerAddress caller = from == null ? said : from;
    if (caller != null) {
      head.addHeader(PeerRoutes.FROM, caller.toString());
    }
    if (authorization != null) {
      head.addHeader(HttpHeaders.AUTHORIZATION, authorization);
    }
  }
}
