package p2pgossip.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.xnio.StreamConnection;

/// Who is connected to one server, so that one address does not take all its connections. Those that
/// have closed are forgotten when the next one comes. Thread-safe.
final class Callers {

  /// Connections from one address at a time. Half of all that a server takes, and enough for hundreds
  /// of peers on one machine, which come from the same.
  static final int PER_SOURCE = 1_000;

  private record Caller(InetAddress source, StreamConnection connection) {}

  // Guarded by this.
  private final List<Caller> open = new ArrayList<>();

  /// Takes note of a new connection.
  ///
  /// @return whether it may stay
  synchronized boolean admits(StreamConnection connection) {
    open.removeIf(caller -> !caller.connection().isOpen());
    InetAddress source = connection.getPeerAddress(InetSocketAddress.class).getAddress();
    long same = open.stream().filter(caller -> caller.source().equals(source)).count();
    if (same >= PER_SOURCE) {
      return false;
    }
    open.add(new Caller(source, connection));
    return true;
  }
}
