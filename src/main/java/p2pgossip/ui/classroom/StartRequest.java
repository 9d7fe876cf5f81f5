package p2pgossip.ui.classroom;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import p2pgossip.classroom.ClassName;
import p2pgossip.net.password.Password;

/// The class that a teacher wants to start.
///
/// @param password null for a class that everybody on the network may join
/// @param address at which students reach this machine
public record StartRequest(ClassName name, @Nullable Password password, InetAddress address) {}
