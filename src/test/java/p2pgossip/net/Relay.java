package p2pgossip.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// A man in the middle between a caller and a peer, which records everything and may change it.
final class Relay implements AutoCloseable {

  private final ServerSocket port;
  private final UnaryOperator<String> requests;
  private final UnaryOperator<String> answers;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final StringBuffer overheard = new StringBuffer();
  private volatile InetSocketAddress target;
  private volatile @Nullable SSLContext serving;
  private volatile SocketFactory calling = SocketFactory.getDefault();

  /// @param requests changes what the caller sends; called with whatever arrives together
  Relay(InetSocketAddress target, UnaryOperator<String> requests, UnaryOperator<String> answers)
      throws IOException {
    port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    this.requests = requests;
    this.answers = answers;
    Thread.ofVirtual().start(this::accept);
  }

  /// A relay that changes nothing.
  static Relay to(ServedPeer peer) throws IOException {
    return new Relay(peer.server.address(), said -> said, said -> said);
  }

  /// From now on ends TLS on both sides, and records what is said in it. Existing connections are
  /// closed.
  ///
  /// @param serving what it shows to callers
  /// @param calling how it calls the peer
  void endTls(SSLContext serving, SSLContext calling) throws IOException {
    this.calling = calling.getSocketFactory();
    this.serving = serving;
    hangUp();
  }

  /// Relays to another address from now on.
  void turnTo(InetSocketAddress other) {
    target = other;
  }

  PeerAddress address() {
    return new PeerAddress(InetAddress.getLoopbackAddress(), port.getLocalPort());
  }

  /// Everything that was said so far, in both directions.
  String overheard() {
    return overheard.toString();
  }

  private void accept() {
    while (!port.isClosed()) {
      try {
        Socket caller = accepted();
        Socket peer = calling.createSocket(target.getAddress(), target.getPort());
        open.add(peer);
        Thread.ofVirtual().start(() -> pass(caller, peer, requests));
        Thread.ofVirtual().start(() -> pass(peer, caller, answers));
      } catch (IOException e) {
        // Closed by the test, or nothing listens there: the caller notices.
      }
    }
  }

  private Socket accepted() throws IOException {
    Socket caller = port.accept();
    open.add(caller);
    SSLContext shown = serving;
    return shown == null ? caller : shown.getSocketFactory().createSocket(caller, null, true);
  }

  private void pass(Socket from, Socket to, UnaryOperator<String> change) {
    byte[] bytes = new byte[65_536];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        String said = new String(bytes, 0, count, ISO_8859_1);
        overheard.append(said);
        out.write(change.apply(said).getBytes(ISO_8859_1));
      }
    } catch (IOException e) {
      // One of the two has hung up.
    }
  }

  private void hangUp() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Override
  public void close() throws IOException {
    port.close();
    hangUp();
  }
}
