package p2pgossip.original;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;

/// A port that is bound but not listened on: connections to it are refused, and it is given to
/// nothing else, so that a peer that has died stays dead and a later one can replace it.
public final class ReservedPort implements AutoCloseable {

  private final Socket holder = new Socket();

  /// Binds a free port of `127.0.0.1`.
  public ReservedPort() {
    this(InetAddress.ofLiteral("127.0.0.1"), 0);
  }

  /// @param port 0 for a free one
  public ReservedPort(InetAddress ip, int port) {
    try {
      holder.setReuseAddress(true);
      holder.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      holder.bind(new InetSocketAddress(ip, port));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot reserve port " + port + " of " + ip, e);
    }
  }

  public Endpoint endpoint() {
    return new Endpoint(holder.getLocalAddress(), holder.getLocalPort());
  }

  /// Listens on the port.
  ServerSocket listen() throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.setReuseAddress(true);
      server.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      server.bind(endpoint().socketAddress(), 1_024);
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      holder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
