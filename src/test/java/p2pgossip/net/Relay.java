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
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import p2pgossip.gossip.PeerAddress;

/// Somebody who stands between a caller and a peer, hears all that they say, and may change it on the way.
final class Relay implements AutoCloseable {

  private final ServerSocket port;
  private final SocketFactory calling;
  private final UnaryOperator<String> requests;
  private final UnaryOperator<String> answers;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final StringBuffer overheard = new StringBuffer();
  private volatile InetSocketAddress target;

  /// @param requests what becomes of what the caller says; called with whatever arrives together
  Relay(InetSocketAddress target, UnaryOperator<String> requests, UnaryOperator<String> answers)
      throws IOException {
    this(ServerSocketFactory.getDefault(), SocketFactory.getDefault(), target, requests, answers);
  }

  Relay(
      ServerSocketFactory serving,
      SocketFactory calling,
      InetSocketAddress target,
      UnaryOperator<String> requests,
      UnaryOperator<String> answers)
      throws IOException {
    this(0, serving, calling, target, requests, answers);
  }

  /// @param listening its port; 0 for any that is free
  Relay(
      int listening,
      ServerSocketFactory serving,
      SocketFactory calling,
      InetSocketAddress target,
      UnaryOperator<String> requests,
      UnaryOperator<String> answers)
      throws IOException {
    port = serving.createServerSocket(listening, 50, InetAddress.getLoopbackAddress());
    this.calling = calling;
    this.target = target;
    this.requests = requests;
    this.answers = answers;
    Thread.ofVirtual().start(this::accept);
  }

  /// One that only passes on.
  static Relay to(ServedPeer peer) throws IOException {
    return new Relay(peer.server.address(), said -> said, said -> said);
  }

  /// To whom it passes on from now on.
  void turnTo(InetSocketAddress other) {
    target = other;
  }

  PeerAddress address() {
    return new PeerAddress(InetAddress.getLoopbackAddress(), port.getLocalPort());
  }

  /// All that was said so far, in both directions.
  String overheard() {
    return overheard.toString();
  }

  private void accept() {
    while (!port.isClosed()) {
      try {
        Socket caller = port.accept();
        open.add(caller);
        Socket peer = calling.createSocket(target.getAddress(), target.getPort());
        open.add(peer);
        Thread.ofVirtual().start(() -> pass(caller, peer, requests));
        Thread.ofVirtual().start(() -> pass(peer, caller, answers));
      } catch (IOException e) {
        // Closed by the test, or nobody is there: whoever called notices.
      }
    }
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

  /// Gives up its place, which somebody else can take.
  void leave() throws IOException {
    port.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Override
  public void close() throws IOException {
    leave();
  }
}
