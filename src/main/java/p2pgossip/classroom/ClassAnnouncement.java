package p2pgossip.classroom;

import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;

/// What a teacher announces of a class. It never holds the password.
///
/// @param address where the teacher's peer is reached
/// @param fingerprint of the teacher's key
/// @param locked whether a password is needed
public record ClassAnnouncement(
    ClassName name, PeerAddress address, Fingerprint fingerprint, boolean locked) {

  /// As a URI, for a QR code.
  public String uri() {
    return ClassUri.write(this);
  }

  /// What is typed where the announcement does not get through: the address and the code.
  public String typed() {
    return address + " " + code();
  }

  /// The code of the teacher's key.
  public KeyCode code() {
    return KeyCode.of(fingerprint);
  }

  /// What a student needs to join.
  public ClassTarget target() {
    return new ClassTarget(address, new TeacherKey.Whole(fingerprint), name.text(), locked);
  }
}
