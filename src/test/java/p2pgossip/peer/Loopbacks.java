package p2pgossip.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Other addresses of a machine's loopback.
final class Loopbacks {

  private Loopbacks() {}

  /// An address other than 127.0.0.1 that can be bound: 127.0.0.2 if all of 127.0.0.0/8 is
  /// loopback, as on Linux, else ::1.
  static InetAddress other() {
    InetAddress second = InetAddress.ofLiteral("127.0.0.2");
    try (ServerSocket _ = new ServerSocket(0, 1, second)) {
      return second;
    } catch (IOException e) {
      return InetAddress.ofLiteral("::1");
    }
  }
}
