package p2pgossip.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Other addresses by which a machine reaches itself.
final class Loopbacks {

  private Loopbacks() {}

  /// One beside 127.0.0.1 that can be bound: 127.0.0.2 where the whole of 127.0.0.0/8 is loopback,
  /// as on Linux, else ::1.
  static InetAddress other() {
    InetAddress second = InetAddress.ofLiteral("127.0.0.2");
    try (ServerSocket _ = new ServerSocket(0, 1, second)) {
      return second;
    } catch (IOException e) {
      return InetAddress.ofLiteral("::1");
    }
  }
}
