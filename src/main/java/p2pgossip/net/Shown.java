package p2pgossip.net;

import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// Who makes a request, as its head shows it.
///
/// @param from the caller's own address; null where it is not said
/// @param authorization that it is a request of a session; null where there is none
record Shown(@Nullable PeerAddress from, @Nullable String authorization) {

  /// The header by which an answer shows whose it is.
  static final String ANSWER_PROOF = "Authentication-Info";

  /// @param said where the request itself says who makes it
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
