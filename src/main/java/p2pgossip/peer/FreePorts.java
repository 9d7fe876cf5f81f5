package p2pgossip.peer;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.net.BindFailure;

/// Finds a port on which nothing listens at present.
public final class FreePorts {

  private static final Logger LOG = LoggerFactory.getLogger(FreePorts.class);

  /// Where the search for a free port begins.
  public static final int FIRST = 8_080;

  private static final int TRIES = 200;

  private FreePorts() {}

  /// The next free port from 8080 on; 0 (any) if the next 200 are taken.
  public static int next() {
    return nextFrom(FIRST);
  }

  /// The next free port from `first` on; 0 (any) if the next 200 are taken.
  public static int nextFrom(int first) {
    InetAddress loopback = Binding.loopback();
    for (int port = first; port < first + TRIES && port <= 65_535; port++) {
      try (ServerSocket _ = new ServerSocket(port, 1, loopback)) {
        return port;
      } catch (IOException e) {
        LOG.trace("Port {} is not free", port, e);
      }
    }
    return 0;
  }

  /// Checks that a peer could listen on a port now.
  ///
  /// @param port 0 to 65535; 0 is always free
  /// @throws IOException when it can't, saying why
  public static void requireFree(int port, @Nullable HostAlias hostAlias) throws IOException {
    for (InetAddress address : Binding.addressesFor(hostAlias)) {
      requireFree(port, address);
    }
  }

  private static void requireFree(int port, InetAddress address) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port), 1);
    } catch (BindException e) {
      throw BindFailure.inWords(address, port, e);
    }
  }
}
