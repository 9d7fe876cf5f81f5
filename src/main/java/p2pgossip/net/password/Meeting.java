package p2pgossip.net.password;

import p2pgossip.gossip.PeerAddress;

/// Everything that an introduction is bound to: the two peers and their connection. Each side uses
/// what it sees itself, so a man in the middle gets two introductions that don't match.
///
/// @param caller where the calling peer is reached, as it says
/// @param called where the other peer was called
/// @param fingerprint of the certificate that the called peer shows on this connection (RFC 5280's
///     SubjectPublicKeyInfo, as in `SHA256:…`); empty without TLS
public record Meeting(PeerAddress caller, PeerAddress called, String fingerprint) {

  /// The caller's participant name in J-PAKE (RFC 8236, section 2.1).
  String callerName() {
    return name("caller");
  }

  /// The called peer's participant name.
  String calledName() {
    return name("called");
  }

  private String name(String role) {
    return "p2pgossip/1.1 " + role + " " + caller + " > " + called + " " + fingerprint;
  }
}
