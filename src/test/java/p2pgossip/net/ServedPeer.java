package p2pgossip.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Source;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.Password;

/// A server with a [RecordingService] behind it, on threads of its own.
final class ServedPeer implements AutoCloseable {

  final NetworkThreads threads;
  final PeerServer server;
  final RecordingService service;
  final Credentials credentials;

  ServedPeer() throws IOException {
    this(ServerLimits.DEFAULT);
  }

  /// One that lets in only peers that know its password.
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
    threads = new NetworkThreads(2);
    server =
        PeerServer.open(
            threads, InetAddress.getLoopbackAddress(), port, new Random(1), limits, security);
    service = new RecordingService(server.port());
    credentials = new Credentials(address(), password);
    server.serve(service, credentials);
  }

  /// As [#ServedPeer(Password)], for a field of a test.
  static ServedPeer guardedBy(Password password) {
    try {
      return new ServedPeer(password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One for which each address of this machine is a source of its own.
  static ServedPeer countingAddresses(ServerLimits limits) throws IOException {
    return new ServedPeer(limits, new NetworkThreads(2));
  }

  private ServedPeer(ServerLimits limits, NetworkThreads threads) throws IOException {
    this.threads = threads;
    server =
        new PeerServer(
            threads,
            List.of(InetAddress.getLoopbackAddress()),
            0,
            new Random(1),
            limits,
            null,
            ServedPeer::asIfFromFar);
    service = new RecordingService(server.port());
    credentials = new Credentials(address(), null);
    server.serve(service, credentials);
  }

  /// Loopback is one source, so a test with several must pretend.
  static Source asIfFromFar(InetAddress address) {
    byte[] bytes = address.getAddress();
    return Source.of(
        InetAddress.ofLiteral(
            "10.%d.%d.%d".formatted(bytes[1] & 0xff, bytes[2] & 0xff, bytes[3] & 0xff)));
  }

  /// A connection from the address `127.0.0.last`.
  RawConnection connectFrom(int last) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress("127.0.0." + last, 0));
    socket.connect(server.address());
    return new RawConnection(socket);
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
