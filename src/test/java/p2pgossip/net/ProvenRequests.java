package p2pgossip.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.password.CallersSession;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.LocalPeers;
import p2pgossip.net.password.Password;
import p2pgossip.net.password.Proof;
import p2pgossip.net.password.RequestHead;

/// Requests of a caller that knows the password of a peer, as bytes on the wire. It has met the
/// peer in memory.
final class ProvenRequests {

  /// Where the caller is reached, as it says.
  static final PeerAddress CALLER = new PeerAddress(InetAddress.getLoopbackAddress(), 9);

  final CallersSession session;

  ProvenRequests(ServedPeer peer) {
    this(peer, CALLER);
  }

  ProvenRequests(ServedPeer peer, PeerAddress caller) {
    this(peer, new Credentials(caller, peer.credentials.password()));
  }

  ProvenRequests(ServedPeer peer, Credentials caller) {
    Password password = caller.password();
    LocalPeers peers = new LocalPeers("");
    peers.add(peer.address(), peer.credentials);
    CallersSession met = peers.meet(caller, peer.address(), "");
    if (met == null || password == null) {
      throw new AssertionError("not met");
    }
    session = met;
  }

  String get(String path) {
    return request("GET", path, "", "");
  }

  String post(String path, String json) {
    return request("POST", path, "application/json", json);
  }

  private String request(String method, String target, String contentType, String body) {
    return request(method, target, contentType, body, prove(method, target, contentType, body));
  }

  Proof prove(String method, String target, String contentType, String body) {
    RequestHead head =
        new RequestHead(
            method,
            target,
            session.meeting().called().toString(),
            session.meeting().caller().toString(),
            contentType,
            "");
    return session.prove(head, body.getBytes(UTF_8));
  }

  /// A request with any proof.
  String request(String method, String target, String contentType, String body, Proof proof) {
    String type =
        body.isEmpty()
            ? ""
            : "Content-Type: "
                + contentType
                + "\r\nContent-Length: "
                + body.getBytes(UTF_8).length
                + "\r\n";
    return method
        + " "
        + target
        + " HTTP/1.1\r\nHost: "
        + session.meeting().called()
        + "\r\nP2pgossip-From: "
        + session.meeting().caller()
        + "\r\nAuthorization: "
        + proof.header()
        + "\r\n"
        + type
        + "\r\n"
        + body;
  }
}
