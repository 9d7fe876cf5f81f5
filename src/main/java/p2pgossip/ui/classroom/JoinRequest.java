package p2pgossip.ui.classroom;

import org.jspecify.annotations.Nullable;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.gossip.PeerName;
import p2pgossip.net.password.Password;

/// The class that a student wants to join.
///
/// @param name by which the class knows the student
/// @param password null if the student gave none
/// @param tunable whether the teacher may change the student's peer
public record JoinRequest(
    ClassTarget target, PeerName name, @Nullable Password password, boolean tunable) {}
