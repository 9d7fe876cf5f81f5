package p2pgossip.net;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.Password;

/// A server with a [RecordingService] behind it, on threads of its own.
final class ServedPeer implements AutoCloseable {

  final NetworkThreads threads = new NetworkThreads(2);
  final PeerServer server;
  final RecordingService service;
  final Credentials credentials;

  ServedPeer() throws IOException {
    this(ServerLimits.DEFAULT);
  }

  /// One that lets in only those who know its password.
  ServedPeer(Password password) throws IOException {
    this(ServerLimits.DEFAULT, 0, null, password);
  }

  ServedPeer(ServerLimits limits) throws IOException {
    this(limits, 0, null);
  }

  ServedPeer(ServerLimits limits, int port, @Nullable TransportSecurity security)
      throws IOException {
    this(limits, port, security, null);
  }

  ServedPeer(
      ServerLimits limits,
      int port,
      @Nullable TransportSecurity security,
      @Nullable Password password)
      throws IOException {
    server =
        PeerServer.open(
            threads, InetAddress.getLoopbackAddress(), port, new Random(1), limits, security);
    service = new RecordingService(server.port());
    credentials = new Credentials(address(), password);
    server.serve(service, credentials);
  }

  RawConnection connect() throws IOException {
    return new RawConnection(server.address());
  }

  PeerAddress address() {
    return new PeerAddress(InetAddress.getLoopbackAddress(), server.port());
  }

  @Override
  public void close() {
    server.close();
    threads.close();
  }
}
