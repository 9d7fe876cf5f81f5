package p2pgossip.net.password;

import p2pgossip.gossip.PeerAddress;

/// Who calls whom, and over what: all that an introduction is bound to. Both sides put in what they
/// see themselves, so that whoever stands between them gets two introductions that don't fit.
///
/// @param caller where the one who calls is reached, as it says
/// @param called where the other was called
/// @param fingerprint of the certificate that the called one shows on this connection (RFC 5280's
///     SubjectPublicKeyInfo, as in `SHA256:…`); empty without TLS
public record Meeting(PeerAddress caller, PeerAddress called, String fingerprint) {

  /// The participant's name of the one who calls, as J-PAKE has it (RFC 8236, section 2.1).
  String callerName() {
    return name("caller");
  }

  /// The participant's name of the one who is called.
  String calledName() {
    return name("called");
  }

  private String name(String role) {
    return "p2pgossip/1.1 " + role + " " + caller + " > " + called + " " + fingerprint;
  }
}
