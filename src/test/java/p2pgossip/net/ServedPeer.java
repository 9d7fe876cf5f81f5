package p2pgossip.net;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Random;
import p2pgossip.gossip.PeerAddress;

/// A server with a [RecordingService] behind it, on threads of its own.
final class ServedPeer implements AutoCloseable {

  final NetworkThreads threads = new NetworkThreads(2);
  final PeerServer server;
  final RecordingService service;

  ServedPeer() throws IOException {
    this(ServerLimits.DEFAULT);
  }

  /// One that lets in only those who know its password.
  ServedPeer(Credentials credentials) throws IOException {
    this(ServerLimits.DEFAULT, credentials);
  }

  ServedPeer(ServerLimits limits) throws IOException {
    this(limits, 0, null, new Credentials(null));
  }

  private ServedPeer(ServerLimits limits, Credentials credentials) throws IOException {
    this(limits, 0, null, credentials);
  }

  ServedPeer(ServerLimits limits, int port, TransportSecurity security) throws IOException {
    this(limits, port, security, new Credentials(null));
  }

  private ServedPeer(
      ServerLimits limits, int port, TransportSecurity security, Credentials credentials)
      throws IOException {
    server =
        PeerServer.open(
            threads, InetAddress.getLoopbackAddress(), port, new Random(1), limits, security);
    service = new RecordingService(server.port());
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
